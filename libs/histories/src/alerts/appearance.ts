import { parseStreamName } from '#event-sourcing';
import type { StoredEvent } from '#event-store';
import { links } from '#people';
import type { AlertAbout, AlertBecause, Handed } from './alert.js';

/** A person appeared: something was recorded about them that gives the force which recorded it a part in them. */
export interface Appearance {
  readonly because: Exclude<AlertBecause, 'linked' | 'unlinked' | 'words' | Handed>;
  readonly perpetratorId: string;
  readonly about: AlertAbout;
}

/** Two records became those of one person, or two people's again. */
export interface LinkChange {
  readonly because: 'linked' | 'unlinked';
  readonly perpetratorIds: readonly [string, string];
  readonly about: AlertAbout;
}

/** Something of one force was shown to another, or asked or answered by it: that force alone is told. */
export interface Shown {
  readonly because: 'words' | Handed;
  readonly perpetratorId: string;
  /** The force that is told, by CJS code: whose record it is, or who was asked or had asked. */
  readonly ofForce: string;
  readonly about: AlertAbout;
}

/** The facts in which a person appears. One more is one line more. */
const appearances: Readonly<Record<string, Appearance['because']>> = {
  ApplicationFiled: 'application',
  OrderMade: 'order',
  BreachReported: 'report',
  ContactKept: 'report',
  StalkingCaseOpened: 'investigation',
  IncidentRecorded: 'incident',
};
/** What one force asks or answers of a handover, and which of the two is told. */
const handovers: Readonly<Record<string, { readonly because: Handed; readonly told: 'from' | 'to' }>> = {
  SafeguardingHandoverAsked: { because: 'handover', told: 'to' },
  SafeguardingHandoverDeclined: { because: 'handover-declined', told: 'from' },
  SafeguardingTransferred: { because: 'handover-accepted', told: 'from' },
};
const linkChanges: Readonly<Record<string, LinkChange['because']>> = { IdentityLinked: 'linked', IdentityUnlinked: 'unlinked' };

/** What the event says of who appeared where; null for all others. It reads plain data only: nothing personal is opened for it. */
export function appearanceIn({
  stream,
  type,
  data,
}: Pick<StoredEvent, 'stream' | 'type' | 'data'>): Appearance | LinkChange | Shown | null {
  const said = data as Readonly<Record<string, unknown>>;
  const changed = linkChanges[type];
  if (changed && parseStreamName(stream).category === links.category) {
    const [one, other] = said['perpetratorIds'] as [string, string];
    return { because: changed, perpetratorIds: [one, other], about: idsIn(said) };
  }
  const because = appearances[type];
  const perpetratorId = said['perpetratorId'];
  if (type === 'CourtWordsShown' && typeof perpetratorId === 'string')
    return { because: 'words', perpetratorId, ofForce: String(said['force']), about: idsIn(said) };
  const handed = handovers[type];
  const told = handed && said[handed.told];
  if (handed && typeof told === 'string' && typeof perpetratorId === 'string')
    return { because: handed.because, perpetratorId, ofForce: told, about: { protectedPersonId: String(said['protectedPersonId']) } };
  return because && typeof perpetratorId === 'string' ? { because, perpetratorId, about: idsIn(said) } : null;
}

function idsIn(data: Readonly<Record<string, unknown>>): AlertAbout {
  const names = ['orderId', 'applicationId', 'breachId', 'caseId', 'pairId'] as const;
  const first = names.find((name) => typeof data[name] === 'string');
  return first ? { [first]: data[first] as string } : {};
}
