import { addDays, type Instant, type LocalDate } from '#calendar';
import { libraryVersion, type ConditionCode, type Court, type End, type Moment, type OrderKind, type Origin, type Served } from '#orders';
import {
  AttemptService,
  DetermineApplication,
  EvidenceAwareness,
  FileApplication,
  MakeInterim,
  newApplicationId,
  newOrderId,
  RecordNotification,
  RecordOrder,
  RecordService,
} from '#orders/module';
import { idFrom } from '#pages';
import { courtTown, fullName, town } from './fiction.js';
import type { Parties, Protected } from './people-of-story.js';
import type { Story } from './story.js';
import { after, latest, moment, on, timeBetween } from './times.js';
import { reasons, wordings } from './wordings.js';
import { assignApplication } from './work-of-story.js';

export type OrderDraft = MakeInterim['draft'];
export type DraftCondition = OrderDraft['conditions'][number];

/** One wording of a condition and the days on which it is the wording for certain. */
export interface HeldVersion {
  readonly draft: DraftCondition;
  /** The day it took effect; what happened on that day turns on the hour. */
  readonly from: LocalDate;
  /** When it came onto the record. */
  readonly recordedAt: Instant;
  /** The day it was replaced or taken out. */
  until: LocalDate | null;
}

/** An order as its story knows it, to allege breaches against it. */
export interface HeldOrder {
  readonly orderId: string;
  readonly kind: OrderKind;
  readonly made: Moment;
  readonly people: readonly Protected[];
  readonly versions: HeldVersion[];
  end: End;
  /** The day it was discharged, quashed or ceased. */
  over: LocalDate | null;
  /** Nothing is alleged of it up to this day, on which it changed so that whatever was alleged would have to be looked at again. */
  unbreachedUntil: LocalDate | null;
  /** The days on which it was varied or renewed. */
  readonly changedOn: LocalDate[];
  /** When it came onto the record. */
  readonly recordedAt: Instant;
}

export interface Making {
  readonly court: Court;
  readonly made: Moment;
  readonly end: End;
  readonly codes: readonly ConditionCode[];
  readonly present?: boolean | null;
  readonly notice?: boolean | null;
  /** By code: ends of conditions that have their own. */
  readonly ends?: Partial<Record<ConditionCode, End>>;
  /** The orders beside which it may not fit, and why it goes on. */
  readonly beside?: { readonly orders: readonly HeldOrder[]; readonly goesOn: string };
  /** By code: what the court wrote otherwise than usual. */
  readonly words?: Partial<Record<ConditionCode, Partial<Pick<DraftCondition, 'wording' | 'parameters' | 'locality'>>>>;
}

/** The conditions of an order, in words a court might use. */
export function drafted(story: Story, { people }: Pick<Parties, 'people'>, making: Making): OrderDraft {
  const names = people.map(({ name }) => fullName(name));
  const conditions = making.codes.map((code, nth) => {
    return { ...draftedCondition(story, code, nth + 1, names, making.made.on, making.ends?.[code] ?? null), ...making.words?.[code] };
  });
  return {
    court: making.court,
    made: making.made,
    end: making.end,
    respondentPresent: making.present ?? null,
    withNotice: making.notice ?? null,
    locality: 'uk',
    reference: `TEST/${making.made.on.slice(0, 4)}/${story.chance.whole(1_000, 9_999)}`,
    conditions,
  };
}

export function draftedCondition(
  story: Story,
  code: ConditionCode,
  number: number,
  names: readonly string[],
  from: LocalDate,
  end: End | null,
): DraftCondition {
  const { chance } = story;
  const words = wordings[code](chance, { names, deadline: addDays(from, 14) });
  const id = story.newCommandId();
  return {
    conditionId: idFrom(id, 'condition'),
    versionId: idFrom(id, 'version'),
    number,
    code,
    library: libraryVersion,
    category: code === 'BESPOKE' ? 'prohibition' : null,
    ...words,
    necessity: chance.happens(0.5) ? chance.pick(reasons) : null,
    end,
  };
}

/** The same condition in other words. */
export function reworded(story: Story, condition: DraftCondition, words: Pick<DraftCondition, 'wording' | 'parameters'>): DraftCondition {
  return { ...condition, ...words, versionId: idFrom(story.newCommandId(), 'version') };
}

export interface Filed extends Parties {
  readonly applicationId: string;
  readonly recordedAt: Instant;
  readonly filedOn: LocalDate;
}

type Filing = Partial<FileApplication['details']> & { readonly filedOn: LocalDate };

export function fileApplication(story: Story, { perpetrator, people }: Parties, filing: Filing): Filed {
  const ids = people.map(({ protectedPersonId }) => protectedPersonId);
  const at = latest(on(filing.filedOn, '16:20'), ...[perpetrator, ...people].map((one) => after(one.recordedAt, { minutes: 5 })));
  const details: FileApplication['details'] = {
    courtName: `${courtTown(story.chance)} Magistrates' Court`,
    forum: null,
    notice: 'with',
    areaBasis: 'resides',
    interimSought: false,
    protectedPersonIds: ids,
    victimIds: ids,
    reference: `SPO/${filing.filedOn.slice(0, 4)}/${story.chance.whole(100, 999)}`,
    grounds: 'Repeated unwanted visits, messages and gifts over several months, continued after a warning by police.',
    ...filing,
  };
  const commandId = story.add(at, (act) => new FileApplication(perpetrator.perpetratorId, details, act));
  const applicationId = newApplicationId(commandId);
  assignApplication(story, perpetrator.perpetratorId, applicationId, after(at, { minutes: 20 }));
  return { perpetrator, people, applicationId, recordedAt: at, filedOn: filing.filedOn };
}

export function makeInterim(story: Story, filed: Filed, making: Making, recordedAt?: Instant): HeldOrder {
  const draft = drafted(story, filed, making);
  const at = latest(
    recordedAt ?? after(making.made.at ?? on(making.made.on, '17:00'), { hours: 3 }),
    after(filed.recordedAt, { minutes: 5 }),
  );
  const commandId = story.add(at, (act) => new MakeInterim(filed.applicationId, draft, act));
  return held('interim-spo', newOrderId(commandId), draft, filed.people, at);
}

type HowHeard = Partial<Pick<DetermineApplication['details'], 'heard' | 'hearingId'>>;

export function grant(
  story: Story,
  filed: Filed,
  interims: readonly HeldOrder[],
  making: Making,
  contested: boolean | null,
  heard: HowHeard = {},
): HeldOrder {
  const draft = drafted(story, filed, making);
  const at = latest(after(making.made.at ?? on(making.made.on, '17:00'), { hours: 3 }), ...settledBefore(filed, interims));
  const commandId = story.add(
    at,
    (act) =>
      new DetermineApplication(filed.applicationId, { outcome: 'granted', contested, note: null, draft, ...heard }, act, besideOf(making)),
  );
  for (const interim of interims) interim.over = making.made.on;
  return held('spo', newOrderId(commandId), draft, filed.people, at);
}

function besideOf({ beside }: Making) {
  return { orderIds: beside?.orders.map(({ orderId }) => orderId) ?? [], goesOn: beside?.goesOn ?? null };
}

type NotGranted = Extract<DetermineApplication['details'], { outcome: 'refused' | 'withdrawn' | 'otherwise' }>;

export function endWithoutOrder(story: Story, filed: Filed, interims: readonly HeldOrder[], details: NotGranted): void {
  const at = latest(after(details.at.at ?? on(details.at.on, '17:00'), { hours: 3 }), ...settledBefore(filed, interims));
  story.add(at, (act) => new DetermineApplication(filed.applicationId, details, act));
  for (const interim of interims) interim.over = details.at.on;
}

export function recordOrder(
  story: Story,
  { perpetrator, people }: Parties,
  kind: OrderKind,
  origin: Origin,
  making: Making,
  recordedAt?: Instant,
): HeldOrder {
  const draft = drafted(story, { people }, making);
  const made = making.made.at ?? on(making.made.on, '17:00');
  const at = latest(
    recordedAt ?? after(made, { hours: 20 }),
    ...[perpetrator, ...people].map((one) => after(one.recordedAt, { minutes: 5 })),
  );
  const protectedPersonIds = people.map(({ protectedPersonId }) => protectedPersonId);
  const commandId = story.add(at, (act) => new RecordOrder(perpetrator.perpetratorId, { kind, origin, protectedPersonIds, draft }, act));
  return held(kind, newOrderId(commandId), draft, people, at);
}

/** Records something about the order, some time after it happened and never before the order itself. */
export function about(story: Story, order: HeldOrder, happened: Instant, command: Parameters<Story['add']>[1], delayMinutes = 45): string {
  return story.add(recordedLater(order, happened, delayMinutes), command);
}

export function recordedLater(order: HeldOrder, happened: Instant, delayMinutes: number): Instant {
  return latest(after(happened, { minutes: delayMinutes }), after(order.recordedAt, { minutes: 2 }));
}

export function serve(story: Story, order: HeldOrder, day: LocalDate, over: Partial<RecordService['details']> = {}): Moment {
  const { chance } = story;
  const at = over.at ?? moment(day, timeBetween(chance, 9, 20));
  const details: RecordService['details'] = {
    served: 'order',
    at,
    method: chance.pick(['personal', 'personal', 'in-court', 'read-by-officer']),
    proof: chance.pick(['certificate', 'statement', 'court-record']),
    place: `${town(chance)} police station`,
    by: `PC ${chance.whole(1_000, 9_999)} Demoman`,
    ...over,
  };
  about(story, order, at.at ?? on(at.on, '18:00'), (act) => new RecordService(order.orderId, details, act));
  return at;
}

export function attempt(story: Story, order: HeldOrder, day: LocalDate, result: string, served: Served = 'order'): void {
  const at = moment(day, timeBetween(story.chance, 8, 21));
  about(story, order, at.at!, (act) => new AttemptService(order.orderId, { served, at, method: 'personal', result }, act));
}

export function aware(story: Story, order: HeldOrder, day: LocalDate, over: Partial<EvidenceAwareness['details']> = {}): void {
  const at = over.at ?? moment(day, timeBetween(story.chance, 9, 20));
  const details: EvidenceAwareness['details'] = {
    of: 'order',
    at,
    basis: 'own-words',
    detail: 'He told the officer on the telephone that he knew of the order and would not sign for it.',
    ...over,
  };
  about(story, order, at.at ?? on(at.on, '18:00'), (act) => new EvidenceAwareness(order.orderId, details, act));
}

export function notify(story: Story, order: HeldOrder, day: LocalDate, over: Partial<RecordNotification['details']> = {}): void {
  const { chance } = story;
  const at = moment(day, timeBetween(chance, 10, 18));
  const details: RecordNotification['details'] = {
    about: 'initial',
    at,
    inAdvance: false,
    station: `${town(chance)} police station`,
    officer: `PC ${chance.whole(1_000, 9_999)} Stubbs-Test`,
    details: 'Name and home address as recorded; acknowledgement given.',
    ...over,
  };
  about(story, order, details.at.at ?? on(day, '18:00'), (act) => new RecordNotification(order.orderId, details, act));
}

/** The wordings that bound him on that day without any doubt: none on a day of change. */
export function versionsOn(order: HeldOrder, day: LocalDate): HeldVersion[] {
  const ended = order.end.is === 'fixed' && order.end.lastDay < day;
  if (day <= order.made.on || ended || (order.over !== null && day >= order.over)) return [];
  if (order.unbreachedUntil !== null && day <= order.unbreachedUntil) return [];
  return order.versions.filter(
    ({ draft, from, until }) => from < day && (until === null || day < until) && !(draft.end?.is === 'fixed' && draft.end.lastDay < day),
  );
}

/** The wording that the order began with for this code. */
export function first(order: HeldOrder, code: ConditionCode): DraftCondition {
  const found = order.versions.find(({ draft }) => draft.code === code);
  if (!found) throw new RangeError('The order has no such condition');
  return found.draft;
}

export function held(kind: OrderKind, orderId: string, draft: OrderDraft, people: readonly Protected[], recordedAt: Instant): HeldOrder {
  const versions = draft.conditions.map((condition): HeldVersion => ({ draft: condition, from: draft.made.on, recordedAt, until: null }));
  return {
    orderId,
    kind,
    made: draft.made,
    people,
    versions,
    end: draft.end,
    over: null,
    unbreachedUntil: null,
    changedOn: [],
    recordedAt,
  };
}

function settledBefore(filed: Filed, interims: readonly HeldOrder[]): Instant[] {
  return [filed.recordedAt, ...interims.map(({ recordedAt }) => recordedAt)].map((instant) => after(instant, { minutes: 5 }));
}
