import { force, roleNames } from '#access';
import { formatDate, formatDateTime, formatPeriod } from '#calendar';
import { parseStreamName } from '#event-sourcing';
import { nameUnsaid, planUnsaid, spokenName } from '#people';
import { namesFor, type KnownToReader } from '../perpetrator-history/names.js';
import type { HistoryFactLine } from '../perpetrator-history/history-fact.js';
import { type Names, parseHistoryStream, sentence, type When } from '../sentences/index.js';
import type { ChronologyLine } from './court-pack.js';
import { sources } from './pack-words.js';
import { personOf, type RecordOfApplication } from './record-of-application.js';
import type { Speaking } from './speaking.js';

/**
 * The facts that stand in a chronology that is served on the respondent: what he did, and what courts and officers did. Nothing of what a
 * protected person was told, thinks of the application or wants; nothing that is the record's own business.
 */
const told: ReadonlySet<string> = new Set([
  ...['ApplicationFiled', 'InterimOrderObtained', 'ApplicationDetermined'],
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
  ...['BreachReported', 'ContactKept', 'AllegationAdded', 'AllegationWithdrawn', 'AddendumRecorded'],
  ...['ArrestMade', 'InterviewHeld', 'ReleasedFromCustody', 'Charged', 'NoFurtherAction', 'DisposedOutOfCourt', 'CourtOutcomeRecorded'],
  ...['IncidentRecorded', 'IncidentCorrected', 'IncidentRecordedInError'],
]);

/** Oldest first. */
export function chronologyOf(record: RecordOfApplication, names: Names, speaking: Speaking): ChronologyLine[] {
  const inOrder = record.lines
    .filter(({ type }) => told.has(type))
    .map((line) => {
      const { category } = parseHistoryStream(line.stream);
      return { line, said: sentence(category, { fact: line.fact, envelope: line.envelope }, names) };
    })
    .toSorted((a, b) => byTime(a.line, b.line));
  return inOrder.map(({ line, said: { heading, lines, when } }) => {
    const on = whenInWords(when);
    return {
      factId: line.id,
      when: on,
      heading,
      words: lines.map((words) => speaking.recorded(words, `the words of “${heading}” of ${on}`, line.id)),
      source: sourceOf(line),
      recorder: recorderOf(record, line),
    };
  });
}

/** How the people of a pack are called in it: `named`, those of the application, by name; everybody else by a letter. */
export function namesIn(record: RecordOfApplication, named: readonly string[]): Names {
  return namesFor(
    record.history.summary,
    record.people.map((person) => {
      const letter = [...record.history.protectedPeople, ...record.history.unnamed].find(({ id }) => id === person.id)?.letter ?? null;
      return { ...known(person, named.includes(person.id)), letter };
    }),
  );
}

/** The record and the entry in it. */
export function sourceOf({ stream, revision }: HistoryFactLine): string {
  const { category, id } = parseStreamName(stream);
  return `${sources[category] ?? 'Record'} ${id.slice(-8)}, entry ${revision + 1}`;
}

function known(person: RecordOfApplication['people'][number], isNamed: boolean): Omit<KnownToReader, 'letter'> {
  const state = personOf(person);
  const identity = state.is === 'recorded' ? state.identity.value : null;
  if (state.is !== 'recorded' || !identity) return { id: person.id, name: null, hide: [] };
  if (isNamed) return { id: person.id, name: spokenName(identity.name), hide: [] };
  const names = [identity, ...state.formerly.identities.flatMap(({ value }) => value ?? [])].map(({ name }) => name);
  const plans = [state.plan, ...state.formerly.plans].flatMap((plan) => plan?.value ?? []);
  return { id: person.id, name: null, hide: [...names.flatMap(nameUnsaid), ...plans.flatMap(planUnsaid)] };
}

function byTime(a: HistoryFactLine, b: HistoryFactLine): number {
  const [left, right] = [a, b].map(
    ({ sortAt, stream, revision }) => `${new Date(sortAt).toISOString()}|${stream}|${String(revision).padStart(9, '0')}`,
  );
  return (left ?? '') < (right ?? '') ? -1 : 1;
}

/** Role and force, and when. */
export function recorderOf({ roles }: RecordOfApplication, { envelope }: HistoryFactLine): string {
  const role = roles.get(envelope.by);
  const name = force(envelope.force)?.fullName ?? `force ${envelope.force}`;
  return `${role ? roleNames[role] : 'User'}, ${name}, ${formatDateTime(envelope.recordedAt)}`;
}

/** The day, the days, or the moment as a London clock showed it; in the hour that came twice, which of the two. */
export function whenInWords({ on, until, at }: When): string {
  if (until !== on) return formatPeriod(on, until);
  return at === null ? formatDate(on) : formatDateTime(at);
}
