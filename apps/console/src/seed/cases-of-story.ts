import { addDays, type Instant, type LocalDate } from '#calendar';
import type { Conduct, Grade, Occurred, RiskAnswer } from '#cases';
import { riskTool } from '#cases';
import { AssessRisk, Classify, ConsiderSpo, newCaseId, newIncidentId, OpenCase, RecordIncident, RecordOutcome } from '#cases/module';
import { Chance } from './chance.js';
import type { HeldOrder } from './orders-of-story.js';
import type { Parties, Protected } from './people-of-story.js';
import type { Story } from './story.js';
import { after, latest, on } from './times.js';

/** An investigation as its story knows it. */
export interface HeldCase {
  readonly caseId: string;
  readonly parties: Parties;
  readonly openedOn: LocalDate;
  /** The latest of everything recorded about it. */
  recordedAt: Instant;
}

export interface CaseOpening {
  readonly source?: OpenCase['details']['source'];
  readonly summary?: string;
  readonly system?: string;
  readonly number?: string;
}

/** Opened in the hour after everybody in it was recorded. */
export function openCase(story: Story, parties: Parties, day: LocalDate, opening: CaseOpening = {}): HeldCase {
  const known = [parties.perpetrator, ...parties.people].map(({ recordedAt }) => after(recordedAt, { minutes: 5 }));
  const recordedAt = latest(on(day, '09:30'), ...known);
  const { source = 'victim', summary = null, system = 'Athena', number } = opening;
  const details: OpenCase['details'] = {
    ...{ openedOn: day, source, summary, protectedPersonIds: parties.people.slice(0, 1).map(({ protectedPersonId }) => protectedPersonId) },
    reference: number === undefined ? null : { kind: 'crime', givenBy: story.force, system, number },
  };
  const commandId = story.add(recordedAt, (act) => new OpenCase(parties.perpetrator.perpetratorId, details, act));
  return { caseId: newCaseId(commandId), parties, openedOn: day, recordedAt };
}

/** Records a step of the case, never before what was recorded already. */
export function next(story: Story, held: HeldCase, happened: Instant, command: Parameters<Story['add']>[1]): string {
  held.recordedAt = latest(happened, after(held.recordedAt, { minutes: 4 }));
  return story.add(held.recordedAt, command);
}

export interface HappenedBefore {
  readonly occurred: Occurred;
  readonly conduct: readonly [Conduct, ...Conduct[]];
  readonly account: string;
  /** Recorded when the case was, unless told. */
  readonly reportedAt?: Instant;
  readonly channel?: RecordIncident['details']['channel'];
  /** Who was there; the first of the case unless told. */
  readonly people?: readonly Protected[];
}

export function incident(
  story: Story,
  held: HeldCase,
  { occurred, conduct, account, reportedAt, channel = 'in-person', people = held.parties.people.slice(0, 1) }: HappenedBefore,
): string {
  const told = reportedAt ?? held.recordedAt;
  const details: RecordIncident['details'] = {
    ...{ occurred, conduct, account, channel, reportedAt: told, reporter: 'protected-person', place: null },
    protectedPersonIds: people.map(({ protectedPersonId }) => protectedPersonId),
  };
  return newIncidentId(next(story, held, latest(told, held.recordedAt), (act) => new RecordIncident(held.caseId, details, act)));
}

export function classify(
  story: Story,
  held: HeldCase,
  offenceCode: string,
  day: LocalDate,
  incidentId: string | null = null,
  principal = false,
): string {
  return next(
    story,
    held,
    on(day, '14:00'),
    (act) => new Classify(held.caseId, { incidentId, offenceCode, principal, inPlaceOf: null, on: day }, act),
  );
}

export function assess(story: Story, held: HeldCase, day: LocalDate, grade: Grade, yes: readonly string[]): string {
  const { code: tool, version, questions } = riskTool('s-dash');
  const answers = Object.fromEntries(questions.map(({ code }): [string, RiskAnswer] => [code, yes.includes(code) ? 'yes' : 'unknown']));
  const protectedPersonId = held.parties.people[0]?.protectedPersonId ?? null;
  const details = { tool, version, answers, grade, assessor: 'officer', on: day, protectedPersonId, note: null, partly: false } as const;
  return next(story, held, on(day, '15:00'), (act) => new AssessRisk(held.caseId, details, act));
}

export function consider(story: Story, held: HeldCase, day: LocalDate, details: Omit<ConsiderSpo['details'], 'on' | 'by'>): void {
  next(story, held, on(day, '16:00'), (act) => new ConsiderSpo(held.caseId, { ...details, on: day, by: 'supervisor' }, act));
}

export function outcome(
  story: Story,
  held: HeldCase,
  day: LocalDate,
  details: Partial<RecordOutcome['details']> & Pick<RecordOutcome['details'], 'outcome'>,
): void {
  const whole = { on: day, reason: null, offenceCodes: [], applicationId: null, note: null, ...details };
  next(story, held, on(day, '16:30'), (act) => new RecordOutcome(held.caseId, whole, act));
}

const told: readonly (readonly [Conduct, string])[] = [
  ['message', 'Thirty messages in one evening, from three numbers.'],
  ['call', 'Calls from a withheld number, every quarter of an hour.'],
  ['loitering', 'He stood across the road from her work until she left.'],
  ['watching', 'He drove behind her bus from the station.'],
  ['online', 'He wrote under every photograph she posted.'],
  ['third-party', 'He had a friend ask her why she does not answer.'],
  ['gift', 'Flowers came with a card that named her new address.'],
  ['device', 'A tracker was found under her car.'],
];

/** What was reported before the first order of a made-up life, with choices of its own so that the rest of the life stays as it is. */
export function caseBefore(story: Story, parties: Parties, day: LocalDate, orders: readonly HeldOrder[], nth: number): void {
  const chance = new Chance(`${story.world.seed}|${story.name}|case`);
  if (!chance.happens(0.6)) return;
  const held = openCase(story, parties, day, {
    number: `${story.force}/${10_000 + nth}/${day.slice(2, 4)}`,
    source: chance.pick(['victim', 'control-room', 'advocate']),
  });
  for (const [conduct, account] of chance.some(told, chance.whole(2, 4))) {
    const happened = addDays(day, -chance.whole(1, 60));
    incident(story, held, { occurred: { on: happened, until: happened, at: null }, conduct: [conduct], account });
  }
  classify(story, held, chance.pick(['PH97006', 'PH97011']), day, null, true);
  if (chance.happens(0.5)) classify(story, held, 'PH97004', day);
  const grade = chance.pick(['standard', 'medium', 'medium', 'high'] as const);
  assess(
    story,
    held,
    day,
    grade,
    grade === 'standard' ? ['history'] : ['frightened', 'loitering', ...(grade === 'high' ? ['threats'] : [])],
  );
  const sought = orders.some(({ kind }) => kind.startsWith('spo'));
  consider(story, held, day, sought ? seek : { decision: 'no', reasons: ['other-order-sought'], lookAgainOn: null, rationale: null });
  if (sought) outcome(story, held, addDays(day, 7), { outcome: 'application' });
}

export const seek = { decision: 'yes', reasons: [], lookAgainOn: null, rationale: null } as const;
