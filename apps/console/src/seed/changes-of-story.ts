import { addDays, type LocalDate } from '#calendar';
import type { Applicant, ConditionCode, Court, End, Moment } from '#orders';
import {
  CorrectCondition,
  CorrectOrder,
  DetermineAppeal,
  DischargeOrder,
  ExemptNotification,
  GiveDischargeConsent,
  LearnDetailsChange,
  LodgeAppeal,
  RecordDefault,
  RenewOrder,
  VaryOrder,
} from '#orders/module';
import { idFrom } from '#pages';
import { fullName, street, town } from './fiction.js';
import { about, type DraftCondition, draftedCondition, type HeldOrder, recordedLater, reworded, serve } from './orders-of-story.js';
import type { Story } from './story.js';
import { moment, on } from './times.js';

export interface Varying {
  readonly court: Court;
  readonly effective: Moment;
  readonly onApplicationOf: Applicant;
  readonly present?: boolean | null;
  readonly reword?: readonly { readonly condition: DraftCondition; readonly to: DraftCondition }[];
  readonly add?: readonly DraftCondition[];
  readonly remove?: readonly DraftCondition[];
  readonly end?: End;
  readonly reason?: string;
  /** How long after it took effect it was recorded. */
  readonly delayMinutes?: number;
}

/** The court varies the order. Answers with the variation's id. */
export function vary(story: Story, order: HeldOrder, varying: Varying): string {
  const { court, effective, onApplicationOf, reword = [], add = [], remove = [], end = null, reason = null } = varying;
  const details: VaryOrder['details'] = {
    court,
    effective,
    onApplicationOf,
    respondentPresent: varying.present ?? null,
    changes: [
      ...reword.map(({ to }) => ({ change: 'reworded' as const, condition: to })),
      ...add.map((condition) => ({ change: 'added' as const, condition })),
      ...remove.map(({ conditionId }) => ({ change: 'removed' as const, conditionId })),
    ],
    end,
    reason,
  };
  for (const version of order.versions) {
    const gone = [...reword.map(({ condition }) => condition), ...remove].some(
      ({ conditionId }) => conditionId === version.draft.conditionId,
    );
    if (gone && version.until === null) version.until = effective.on;
  }
  const recordedAt = recordedLater(order, effective.at ?? on(effective.on, '17:00'), varying.delayMinutes ?? 120);
  for (const draft of [...reword.map(({ to }) => to), ...add]) order.versions.push({ draft, from: effective.on, recordedAt, until: null });
  if (end) order.end = end;
  order.changedOn.push(effective.on);
  const commandId = story.add(recordedAt, (act) => new VaryOrder(order.orderId, details, act));
  return idFrom(commandId, 'variation');
}

/** A variation of the usual sorts: an area redrawn, one condition more, one less. */
export function usualVariation(story: Story, order: HeldOrder, court: Court, day: LocalDate, onApplicationOf: Applicant): void {
  const variationId = someVariation(story, order, court, day, onApplicationOf);
  if (story.wasDone(day, 0.7)) serve(story, order, addDays(day, 2), { served: { variationId } });
}

function someVariation(story: Story, order: HeldOrder, court: Court, day: LocalDate, onApplicationOf: Applicant): string {
  const { chance } = story;
  const standing = order.versions.filter(({ until }) => until === null).map(({ draft }) => draft);
  const effective = moment(day, `1${chance.whole(0, 5)}:30`);
  const area = standing.find(({ code }) => code === 'EX-AREA');
  const names = order.people.map(({ name }) => fullName(name));
  const base = { court, effective, onApplicationOf, present: chance.pick([true, false, null]) };
  if (area && chance.happens(0.6)) {
    const wider = `${street(chance)} and ${street(chance)}, ${town(chance)}`;
    const to = reworded(story, area, { wording: `You must not enter ${wider}.`, parameters: { area: wider } });
    return vary(story, order, { ...base, reword: [{ condition: area, to }], reason: 'The protected person works in the wider area.' });
  }
  const last = standing.at(-1);
  if (last && standing.length > 2 && chance.happens(0.4))
    return vary(story, order, { ...base, remove: [last], reason: 'No longer necessary.' });
  const codes: readonly ConditionCode[] = ['SURV', 'PUB', 'SEARCH', 'LITIG'];
  const code = codes.find((one) => !standing.some((condition) => condition.code === one)) ?? 'BESPOKE';
  const number = Math.max(0, ...order.versions.map(({ draft }) => draft.number)) + 1;
  return vary(story, order, { ...base, add: [draftedCondition(story, code, number, names, day, null)] });
}

export function renew(
  story: Story,
  order: HeldOrder,
  court: Court,
  { filedOn, made, end }: { filedOn: LocalDate; made: Moment; end: End },
): void {
  const details: RenewOrder['details'] = { court, filedOn, made, end, onApplicationOf: 'chief-officer' };
  order.end = end;
  order.changedOn.push(made.on);
  about(story, order, made.at ?? on(made.on, '17:00'), (act) => new RenewOrder(order.orderId, details, act));
}

/** With the consents an SPO needs in its first two years, where `consents` names them. */
export function discharge(
  story: Story,
  order: HeldOrder,
  court: Court,
  day: LocalDate,
  onApplicationOf: Applicant,
  consents: readonly GiveDischargeConsent['details']['by'][] = [],
  delayMinutes = 60,
): void {
  for (const by of consents) {
    const given = addDays(day, -9);
    about(story, order, on(given, '12:00'), (act) => new GiveDischargeConsent(order.orderId, { by, on: given }, act));
  }
  const details: DischargeOrder['details'] = {
    court,
    at: moment(day, '11:15'),
    onApplicationOf,
    livesElsewhere: consents.includes('home-chief-officer'),
    reason: 'The parties live far apart now and nothing has happened since the order was made.',
  };
  order.over = day;
  about(story, order, details.at.at!, (act) => new DischargeOrder(order.orderId, details, act), delayMinutes);
}

export interface Appealing {
  readonly by: Applicant;
  readonly lodged: LocalDate;
  /** Null while it is still to be heard. */
  readonly heard: { readonly court: Court; readonly at: Moment; readonly result: DetermineAppeal['details']['result'] } | null;
  readonly delayMinutes?: number;
}

export function appeal(story: Story, order: HeldOrder, { by, lodged, heard, delayMinutes }: Appealing): void {
  const commandId = about(
    story,
    order,
    on(lodged, '15:00'),
    (act) => new LodgeAppeal(order.orderId, { on: lodged, by, against: 'making' }, act),
  );
  if (!heard) return;
  const details: DetermineAppeal['details'] = { appealId: idFrom(commandId, 'appeal'), ...heard };
  if (heard.result === 'quashed') order.over = heard.at.on;
  about(
    story,
    order,
    heard.at.at ?? on(heard.at.on, '17:00'),
    (act) => new DetermineAppeal(order.orderId, details, act),
    delayMinutes ?? 90,
  );
}

/** He did not notify: found out on `day`, when the duty's last day has passed. */
export function defaulted(
  story: Story,
  order: HeldOrder,
  lastDay: LocalDate,
  day: LocalDate,
  of: RecordDefault['details']['about'] = 'initial',
): void {
  about(story, order, on(day, '09:20'), (act) => new RecordDefault(order.orderId, { about: of, lastDay }, act));
}

export function exempt(story: Story, order: HeldOrder, day: LocalDate, finalDay: LocalDate | null): void {
  about(story, order, on(day, '10:10'), (act) => new ExemptNotification(order.orderId, { finalDay }, act));
}

export function learnChange(story: Story, order: HeldOrder, of: 'name' | 'address', happened: LocalDate): void {
  about(story, order, on(happened, '18:00'), (act) => new LearnDetailsChange(order.orderId, { of, on: happened }, act), 26 * 60);
}

/** The end had been keyed wrongly. */
export function correctEnd(story: Story, order: HeldOrder, day: LocalDate, end: End): void {
  const details: CorrectOrder['details'] = {
    court: null,
    made: null,
    end,
    respondentPresent: null,
    reason: 'The end was keyed from the draft, not the sealed order.',
  };
  order.end = end;
  order.changedOn.push(day);
  about(story, order, on(day, '14:40'), (act) => new CorrectOrder(order.orderId, details, act));
}

/** A wording had been keyed wrongly: the version keeps its id. */
export function correctWording(story: Story, order: HeldOrder, day: LocalDate, draft: DraftCondition): void {
  const details = { draft, reason: 'One line of the sealed order had been left out.' };
  about(story, order, on(day, '14:55'), (act) => new CorrectCondition(order.orderId, details, act));
}
