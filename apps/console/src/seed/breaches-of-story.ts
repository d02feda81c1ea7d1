import { addDays, type Instant, type LocalDate, londonDate } from '#calendar';
import type { Act } from '#event-sourcing';
import type { BreachOutcome, ContactKind, NfaReason, Occurred, VictimUpdateAbout } from '#breaches';
import {
  AssessSafety,
  SuperviseBreach,
  AddAddendum,
  AddAllegation,
  CorrectTime,
  DisposeOutOfCourt,
  KeepContact,
  NoFurtherAction,
  RecordArrest,
  RecordCharge,
  RecordCourtOutcome,
  ExtendDetention,
  ExtensionInError,
  RecordInterview,
  RecordRelease,
  ReferenceEvidence,
  ReportBreach,
  TellVictim,
  WithdrawAllegation,
} from '#breaches/module';
import { idFrom } from '#pages';
import { accounts } from './accounts.js';
import { town } from './fiction.js';
import type { DraftCondition, HeldOrder } from './orders-of-story.js';
import type { Perpetrator, Protected } from './people-of-story.js';
import type { Story } from './story.js';
import { after, latest, on, timeBetween } from './times.js';

type Incident = KeepContact['details'];
export type Alleging = ReportBreach['details']['alleging'][number];

/** A breach as its story knows it. */
export interface Reported {
  readonly breachId: string;
  readonly allegationIds: readonly string[];
  readonly people: readonly Protected[];
  readonly occurred: Occurred;
  /** The latest of everything recorded about it. */
  recordedAt: Instant;
}

export interface Happening {
  readonly perpetrator: Perpetrator;
  readonly people: readonly Protected[];
  readonly occurred: Occurred;
  readonly kinds: readonly [ContactKind, ...ContactKind[]];
  readonly reportedAt?: Instant;
  readonly recordedAt?: Instant;
  readonly force?: string;
  readonly account?: string;
  readonly channel?: Incident['channel'];
  readonly reporter?: Incident['reporter'];
}

/** One moment of a day. */
export function at(day: LocalDate, time: string): Occurred {
  return { on: day, until: day, at: on(day, time) };
}

/** A day, or several, of which nobody knows the hour. */
export function during(day: LocalDate, until: LocalDate = day): Occurred {
  return { on: day, until, at: null };
}

/** A wording of an order's condition as an allegation. */
export function breaching(order: HeldOrder, { conditionId, versionId }: DraftCondition): Alleging {
  return { orderId: order.orderId, breached: { is: 'condition', conditionId, versionId } };
}

export function report(
  story: Story,
  happening: Happening,
  alleging: readonly [Alleging, ...Alleging[]],
  over: Partial<Pick<ReportBreach['details'], 'reasonableExcuse' | 'excuse'>> = {},
  knownFrom: Instant = '',
): Reported {
  const { incident, recordedAt } = told(story, happening, knownFrom);
  const details: ReportBreach['details'] = { incident, alleging, samePerson: [], reasonableExcuse: 'none-offered', excuse: null, ...over };
  const commandId = story.add(recordedAt, (act) => new ReportBreach(details, act), happening.force);
  const breachId = idFrom(commandId, 'breach');
  if (londonDate(recordedAt) < addDays(story.world.today, -3)) {
    sayWhatHappensNext(story, breachId, happening, recordedAt);
    keepSafe(story, breachId, happening, recordedAt);
  }
  return {
    breachId,
    allegationIds: alleging.map((_, nth) => idFrom(commandId, `allegation ${nth}`)),
    people: happening.people,
    occurred: happening.occurred,
    recordedAt,
  };
}

/** The victims hear at once what happens next. What was reported in the last days still waits for that. */
function sayWhatHappensNext(story: Story, breachId: string, { people, force }: Happening, recordedAt: Instant): void {
  const moment = after(recordedAt, { minutes: 1 });
  for (const { protectedPersonId } of people)
    story.add(
      moment,
      (act) => new TellVictim(breachId, { protectedPersonId, at: moment, of: 'report-decision', ...howTold(breachId) }, act),
      force,
    );
}

/** Some do not want to hear of it. */
function howTold(breachId: string): Partial<TellVictim['details']> {
  return /^[27b]/.test(breachId)
    ? { decision: 'do-not-tell', withheld: 'standing-wish', role: 'officer-in-case', note: 'She asked to hear only of an arrest.' }
    : { decision: 'told', channel: 'phone-call', role: 'officer-in-case' };
}

/** Officers say at once how great the risk is; a supervisor, who is another user, looks soon after. */
function keepSafe(story: Story, breachId: string, { kinds, force }: Happening, recordedAt: Instant): void {
  const [assessed, reviewed] = [after(recordedAt, { minutes: 1 }), after(recordedAt, { minutes: 3 })];
  const risk = kinds.includes('approach') || kinds.includes('watching') ? 'high' : kinds.length > 1 ? 'medium' : 'standard';
  const actions = risk === 'standard' ? (['advice'] as const) : (['advice', 'address-marker', 'advocate'] as const);
  story.add(assessed, (act) => new AssessSafety(breachId, { at: assessed, risk, actions, note: null }, act), force);
  const supervisor = (act: Act): Act => ({ ...act, by: `${act.by}:supervisor` });
  story.add(reviewed, (act) => new SuperviseBreach(breachId, { at: reviewed, decision: 'agreed', note: null }, supervisor(act)), force);
}

export function keep(story: Story, happening: Happening, why: Incident['why']): Reported {
  const { incident, recordedAt } = told(story, happening, '');
  const commandId = story.add(recordedAt, (act) => new KeepContact({ ...incident, why }, act), happening.force);
  return { breachId: idFrom(commandId, 'breach'), allegationIds: [], people: happening.people, occurred: happening.occurred, recordedAt };
}

function told(story: Story, happening: Happening, knownFrom: Instant): { incident: Omit<Incident, 'why'>; recordedAt: Instant } {
  const { chance } = story;
  const { perpetrator, people, occurred, kinds } = happening;
  const happened = occurred.at ?? on(occurred.until, '23:00');
  const reportedAt = happening.reportedAt ?? after(happened, { minutes: chance.whole(5, 50), hours: chance.whole(0, 30) });
  const recordedAt = latest(
    happening.recordedAt ?? after(reportedAt, { minutes: chance.whole(4, 240) }),
    reportedAt,
    knownFrom,
    ...[perpetrator, ...people].map((one) => after(one.recordedAt, { minutes: 5 })),
  );
  const incident = {
    perpetratorId: perpetrator.perpetratorId,
    occurred,
    reportedAt,
    channel: happening.channel ?? chance.pick(['phone-999', 'phone-101', 'online', 'in-person', 'officer-witnessed', 'advocate'] as const),
    reporter:
      happening.reporter ?? chance.pick(['protected-person', 'protected-person', 'witness', 'officer', 'family', 'advocate'] as const),
    kinds,
    protectedPersonIds: people.map(({ protectedPersonId }) => protectedPersonId),
    account: happening.account ?? chance.pick(accounts[kinds[0]]),
    place: chance.happens(0.5) ? `A car park in ${town(chance)}` : null,
  };
  return { incident, recordedAt };
}

/** Records a step about the breach soon after it happened, never before what was recorded already. */
export function next(story: Story, breach: Reported, happened: Instant, command: Parameters<Story['add']>[1], force?: string): string {
  breach.recordedAt = latest(after(happened, { minutes: story.chance.whole(10, 90) }), after(breach.recordedAt, { minutes: 2 }));
  return story.add(breach.recordedAt, command, force);
}

/** A protected person is told of a development, most of the time soon. */
function develop(story: Story, breach: Reported, of: VictimUpdateAbout): void {
  if (story.wasDone(lastDayOf(breach), 0.65)) tell(story, breach, after(breach.recordedAt, { minutes: story.chance.whole(15, 50) }), of);
}

export function arrest(story: Story, breach: Reported, happened: Instant): void {
  next(story, breach, happened, (act) => new RecordArrest(breach.breachId, { at: happened }, act));
  develop(story, breach, 'arrest');
}

/** Detention was extended before it would have ended. Answers with the id of the extension. */
export function extended(story: Story, breach: Reported, details: ExtendDetention['details']): string {
  return idFrom(
    next(story, breach, details.at, (act) => new ExtendDetention(breach.breachId, details, act)),
    'extension',
  );
}

/** An extension was keyed wrongly, and noticed. */
export function extensionInError(story: Story, breach: Reported, noticed: Instant, details: ExtensionInError['details']): void {
  next(story, breach, noticed, (act) => new ExtensionInError(breach.breachId, details, act));
}

export function interview(story: Story, breach: Reported, happened: Instant, underCaution = true): void {
  next(story, breach, happened, (act) => new RecordInterview(breach.breachId, { at: happened, underCaution }, act));
  if (underCaution) develop(story, breach, 'interview');
}

export function release(
  story: Story,
  breach: Reported,
  happened: Instant,
  how: RecordRelease['details']['how'],
  reason: NfaReason | null = null,
): void {
  const details = { at: happened, how, reason, note: reason === 'other' ? 'The witness no longer lives in the country.' : null };
  next(story, breach, happened, (act) => new RecordRelease(breach.breachId, details, act));
  develop(story, breach, 'release');
  if (how === 'no-further-action') develop(story, breach, 'no-further-action');
}

export function charge(
  story: Story,
  breach: Reported,
  happened: Instant,
  offenceCodes: readonly string[],
  test: 'full-code' | 'threshold',
): void {
  next(story, breach, happened, (act) => new RecordCharge(breach.breachId, { at: happened, offenceCodes, test }, act));
  develop(story, breach, 'charge');
}

/** What was decided after the charge. */
export function remand(
  story: Story,
  breach: Reported,
  happened: Instant,
  how: 'bail-with-conditions' | 'bail' | 'custody',
  by: 'police' | 'court',
): void {
  const details = { at: happened, how, by, reason: null, note: null };
  next(story, breach, happened, (act) => new RecordRelease(breach.breachId, details, act));
  develop(story, breach, 'remand');
}

export function nfa(story: Story, breach: Reported, happened: Instant, reason: NfaReason): void {
  const note = reason === 'other' || story.chance.happens(0.3) ? 'The decision was explained in full in the crime record.' : null;
  next(story, breach, happened, (act) => new NoFurtherAction(breach.breachId, { at: happened, reason, note }, act));
  develop(story, breach, 'no-further-action');
}

export function outOfCourt(story: Story, breach: Reported, happened: Instant, how: DisposeOutOfCourt['details']['how']): void {
  next(story, breach, happened, (act) => new DisposeOutOfCourt(breach.breachId, { at: happened, how }, act));
  develop(story, breach, 'out-of-court');
}

export function courtOutcome(story: Story, breach: Reported, day: LocalDate, outcome: BreachOutcome, sentence: string | null): void {
  const receivedAt = on(addDays(day, 1), '09:40');
  next(story, breach, receivedAt, (act) => new RecordCourtOutcome(breach.breachId, { on: day, outcome, receivedAt, sentence }, act));
  develop(story, breach, 'court-outcome');
}

export function evidence(story: Story, breach: Reported, happened: Instant, kind: ReferenceEvidence['details']['kind']): void {
  const reference = `EX/${story.chance.whole(100, 999)}`;
  next(story, breach, happened, (act) => new ReferenceEvidence(breach.breachId, { kind, reference }, act));
}

export function addendum(story: Story, breach: Reported, happened: Instant, details: AddAddendum['details']): void {
  next(story, breach, happened, (act) => new AddAddendum(breach.breachId, details, act));
}

export function correctTime(story: Story, breach: Reported, noticed: Instant, details: CorrectTime['details']): void {
  next(story, breach, noticed, (act) => new CorrectTime(breach.breachId, details, [], act));
}

export function tell(story: Story, breach: Reported, happened: Instant, of: VictimUpdateAbout): void {
  for (const { protectedPersonId } of breach.people)
    next(
      story,
      breach,
      happened,
      (act) =>
        new TellVictim(breach.breachId, { protectedPersonId, at: happened, of, channel: 'text-message', role: 'victim-liaison' }, act),
    );
}

export function allege(story: Story, breach: Reported, happened: Instant, alleging: Alleging): void {
  next(story, breach, happened, (act) => new AddAllegation(breach.breachId, alleging, [], act));
}

export function withdraw(story: Story, breach: Reported, happened: Instant, nth: number): void {
  const allegationId = breach.allegationIds[nth];
  if (allegationId === undefined) throw new RangeError('There is no such allegation');
  const details = { allegationId, reason: 'The distance was measured and was more than the order says.' };
  next(story, breach, happened, (act) => new WithdrawAllegation(breach.breachId, details, act));
}

/** The London day on which the latest about it was recorded. */
export function lastDayOf(breach: Reported): LocalDate {
  return londonDate(breach.recordedAt);
}

/** A time in the daytime of so many days after the breach. */
export function daysLater(story: Story, breach: Reported, days: number): Instant {
  return latest(on(addDays(breach.occurred.until, days), timeBetween(story.chance, 9, 19)), after(breach.recordedAt, { minutes: 1 }));
}
