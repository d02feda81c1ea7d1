import { force } from '#access';
import { formatDate, formatDateTime } from '#calendar';
import { addressLine } from '../domain/addresses.js';
import { identifierInWords } from '../domain/identifier-entry.js';
import { comparable, OFFER_FROM, score, type ScoreLine } from '../domain/linking/index.js';
import { formalName, spokenName } from '../domain/names.js';
import type { ErasedPerpetrator, KnownIdentifier, PerpetratorRecord } from '../domain/perpetrator.js';
import type { LinkChange, LinkRow } from './link-record.js';
import type { LinkedPair } from './links.query.js';

/** A pair as it is shown: both records side by side as they are now, and line by line why they may be one person. */
export interface LinkView extends ComparedView {
  readonly id: string;
  readonly state: LinkRow['state'];
  readonly changes: readonly string[];
}

/** Two records side by side. */
export interface ComparedView {
  readonly asKind: LinkRow['asKind'];
  readonly records: readonly RecordView[];
  /** Rounded; from `offerFrom` on a pair is put before a person. */
  readonly weight: number;
  readonly offerFrom: number;
  /** Empty once one of them was erased: there is nothing left to compare. */
  readonly lines: readonly Pick<ScoreLine, 'field' | 'verdict' | 'words' | 'weight'>[];
}

export interface RecordView {
  readonly id: string;
  readonly name: string;
  readonly force: string;
  readonly facts: readonly { readonly what: string; readonly values: readonly string[] }[];
}

const changed = { offered: 'Put before a person', linked: 'Linked', declined: 'Declined', unlinked: 'Link undone' } as const;

/** Who decided it, and why, as far as the reader is told. */
export interface ToldOfChange {
  readonly who: string | null;
  readonly why: string | null;
}

/** `told`: what is said of each change beyond its day and force. */
export function linkView(
  { link, records }: LinkedPair,
  told: (change: LinkChange) => ToldOfChange = () => ({ who: null, why: null }),
): LinkView {
  return {
    ...comparedView(records, link.asKind),
    id: link.id,
    state: link.state,
    changes: link.changes.map((change) => changeInWords(change, told(change))),
  };
}

function changeInWords({ state, at, force: cjs }: LinkChange, { who, why }: ToldOfChange): string {
  const name = force(cjs)?.name ?? cjs;
  // Which pairs to compare is found by the service.
  const by = state === 'offered' || who === null ? name : `${who} (${name})`;
  return `${changed[state]} ${formatDateTime(at)}, ${by}${why === null ? '' : `: ${why}`}`;
}

/** Two records compared as they are now; `asKind` is what they were taken for when there was something to compare. */
export function comparedView(records: LinkedPair['records'], asKind: LinkRow['asKind'] = 'one-person'): ComparedView {
  const [one, other] = records;
  const views = { records: records.map(recordView), offerFrom: OFFER_FROM };
  if (one.is === 'erased' || other.is === 'erased') return { ...views, asKind, weight: 0, lines: [] };
  const { weight, lines, band } = score(comparable(one), comparable(other));
  return {
    ...views,
    asKind: band === 'relative' ? 'relatives' : 'one-person',
    weight: Math.round(weight),
    lines: lines.map((line) => ({ ...line, weight: Math.round(line.weight * 10) / 10 })),
  };
}

function recordView(record: PerpetratorRecord | ErasedPerpetrator): RecordView {
  const whose = { id: record.perpetratorId, force: force(record.force)?.fullName ?? `Force ${record.force}` };
  if (record.is === 'erased') return { ...whose, name: 'Erased record', facts: [] };
  const identity = record.identity.value;
  return {
    ...whose,
    name: identity ? formalName(identity.name) : 'Name not readable',
    facts: [
      { what: 'Other names', values: record.aliases.flatMap(({ name }) => (name.value ? [spokenName(name.value)] : [])) },
      { what: 'Date of birth', values: identity?.dateOfBirth ? [formatDate(identity.dateOfBirth)] : [] },
      { what: 'Numbers', values: record.identifiers.flatMap(numberInWords) },
      { what: 'Addresses', values: record.addresses.flatMap(({ address }) => (address.value ? [addressLine(address.value)] : [])) },
    ],
  };
}

function numberInWords({ value: { value }, ...known }: KnownIdentifier): string[] {
  return value === null ? [] : [identifierInWords({ ...known, value })];
}
