import { force, roleNames } from '#access';
import { formatDate, formatDateTime, formatPeriod } from '#calendar';
import { parseStreamName } from '#event-sourcing';
import type { ApplicationFact, OrderFact } from '#orders';
import { nameUnsaid, type PersonName, planUnsaid, type ProtectedPersonState, spokenName, type Unsaid } from '#people';
import { namesFor, type KnownToReader } from '../perpetrator-history/names.js';
import type { HistoryFactLine } from '../perpetrator-history/history-fact.js';
import { isOfCourt, type Names, parseHistoryStream, sentence, type When } from '../sentences/index.js';
import type { ChronologyLine, PlacedAct } from './court-pack.js';
import { sources } from './pack-words.js';
import { personOf, type RecordAround } from './record-of-application.js';
import { printed } from './paper.js';
import type { Speaking } from './speaking.js';

/**
 * What courts and officers did about applications and orders, which a court needs to know of and the respondent knows. What was reported of him
 * is in it only where the application relies on it.
 */
export const ofCourts: ReadonlySet<string> = new Set([
  ...['ApplicationFiled', 'InterimOrderObtained', 'ApplicationDetermined', 'RefusalAppealed', 'RefusalAppealDecided'],
  ...[
    'OrderMade',
    'ServiceAttempted',
    'OrderServed',
    'AwarenessEvidenced',
    'OrderVaried',
    'OrderRenewed',
    'OrderDischarged',
    'OrderQuashed',
  ],
  ...['AppealLodged', 'AppealDetermined', 'InterimOrderCeased', 'NotificationDefaulted'],
]);

/**
 * The chronology that is served on the respondent, oldest first: the recorded incidents that the application relies on, as they stand after their
 * corrections and never those recorded in error; what courts did. Allegations, and incidents nobody relies on, are not in it: the whole history
 * is a document of the force's own.
 */
export function chronologyOf(record: RecordAround, reliedOn: readonly PlacedAct[], names: Names, speaking: Speaking): ChronologyLine[] {
  const ofRecord = record.lines
    .filter((line) => (ofCourts.has(line.type) && !isInError(line, names)) || isConviction(line))
    .map((line): readonly [key: string, line: ChronologyLine] => [timeOf(line), lineOf(record, line, names, speaking)]);
  const incidents = reliedOn.map(({ act, from, id }): readonly [key: string, line: ChronologyLine] => {
    const { when, kind, what, source, recorder } = act;
    const words = what === null ? [] : [what];
    return [
      `${new Date(from).toISOString()}|${id}`,
      {
        factId: id,
        when,
        heading: `Incident: ${kind}`,
        words,
        source: source === null ? 'Not stated' : printed(source),
        recorder: recorder ?? '',
      },
    ];
  });
  return [...ofRecord, ...incidents].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

/** A fact as it stands in the history. */
export function lineOf(record: RecordAround, line: HistoryFactLine, names: Names, speaking: Speaking): ChronologyLine {
  const { category } = parseHistoryStream(line.stream);
  const { heading, lines, when } = sentence(category, { fact: line.fact, envelope: line.envelope }, names);
  const on = whenInWords(when);
  return {
    factId: line.id,
    when: on,
    heading,
    words: lines.map((words) => speaking.recorded(words, `the words of “${heading}” of ${on}`, line.id, recordOf(line))),
    source: sourceOf(line),
    recorder: recorderOf(record, line),
  };
}

/** The page of the record that the line is of. */
function recordOf({ stream }: HistoryFactLine): string | undefined {
  const { category, id } = parseHistoryStream(stream);
  const rooms: Partial<Record<typeof category, string>> = {
    order: 'orders',
    application: 'applications',
    investigation: 'cases',
    breach: 'breaches',
  };
  return rooms[category] && `/${rooms[category]}/${id}`;
}

/** Whether what the line says was recorded in error: what never was is no part of what courts and officers did. */
export function isInError({ stream, fact, envelope }: HistoryFactLine, names: Names): boolean {
  return isOfCourt(parseHistoryStream(stream).category) && names.inError(fact as OrderFact | ApplicationFact, envelope.recordedAt);
}

function isConviction({ fact }: HistoryFactLine): boolean {
  return fact.type === 'CourtOutcomeRecorded' && fact.data.outcome === 'convicted';
}

/** How the people of a pack of the force `maker` are called in it: `named`, those of the application, by name; everybody else by a letter. */
export function namesIn(record: RecordAround, named: readonly string[], maker: string): Names {
  const keep = keptIn(record, named);
  return namesFor(
    record.history.summary,
    record.people.map((person) => ({ ...known(person, named.includes(person.id)), letter: record.letters.get(person.id) ?? null, keep })),
    true,
    null,
    maker,
  );
}

/** Names that no mask falls on, whoever else has them or a part of them: of those whom the document protects and of whom it is served on. */
function keptIn({ history, people }: RecordAround, named: readonly string[]): readonly Unsaid[] {
  const { perpetrator } = history;
  const protectedNames = people.filter(({ id }) => named.includes(id)).flatMap((person) => namesOf(personOf(person)));
  return [
    ...protectedNames,
    ...(perpetrator.is === 'recorded' && perpetrator.identity.value ? [perpetrator.identity.value.name] : []),
  ].flatMap(nameUnsaid);
}

/** What somebody is and was called, as far as it can still be read. */
function namesOf(state: ProtectedPersonState): PersonName[] {
  return state.is === 'recorded' ? [state.identity, ...state.formerly.identities].flatMap(({ value }) => (value ? [value.name] : [])) : [];
}

/** The record and the entry in it. */
export function sourceOf({ stream, revision }: HistoryFactLine): string {
  const { category, id } = parseStreamName(stream);
  return `${sources[category] ?? 'Record'} ${id.slice(-8)}, entry ${revision + 1}`;
}

function known(person: RecordAround['people'][number], isNamed: boolean): Omit<KnownToReader, 'letter' | 'keep'> {
  const state = personOf(person);
  const identity = state.is === 'recorded' ? state.identity.value : null;
  if (state.is !== 'recorded' || !identity) return { id: person.id, name: null, hide: [] };
  if (isNamed) return { id: person.id, name: spokenName(identity.name), hide: [] };
  const plans = [state.plan, ...state.formerly.plans].flatMap((plan) => plan?.value ?? []);
  return { id: person.id, name: null, hide: [...namesOf(state).flatMap(nameUnsaid), ...plans.flatMap(planUnsaid)] };
}

/** Puts a line in its place among others. */
export function timeOf({ sortAt, stream, revision }: HistoryFactLine): string {
  return `${new Date(sortAt).toISOString()}|${stream}|${String(revision).padStart(9, '0')}`;
}

/** Role and force, and when. */
export function recorderOf({ roles }: RecordAround, { envelope }: HistoryFactLine): string {
  const role = roles.get(envelope.by);
  const name = force(envelope.force)?.fullName ?? `force ${envelope.force}`;
  return `${role ? roleNames[role] : 'User'}, ${name}, ${formatDateTime(envelope.recordedAt)}`;
}

/** The day, the days, or the moment as a London clock showed it; in the hour that came twice, which of the two. */
export function whenInWords({ on, until, at }: When): string {
  if (until !== on) return formatPeriod(on, until);
  return at === null ? formatDate(on) : formatDateTime(at);
}
