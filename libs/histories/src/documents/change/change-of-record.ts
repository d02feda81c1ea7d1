import { force } from '#access';
import { ageOn, type LocalDate, londonDate } from '#calendar';
import { type BreachState, kindWords } from '#breaches';
import { parseStreamName, type Recorded } from '#event-sourcing';
import {
  type ConditionVersion,
  conditionsInForceAt,
  endedOn,
  filedOutOfTime,
  isOfYouth,
  kindRule,
  latestEnd,
  lockedUntil,
  type MadeOrder,
  missingConsents,
  momentOf,
  nothingOfYouth,
  type OrderFact,
  orders,
  type OrderState,
  ownConsents,
  type Proposal,
  someTimeOn,
  type When,
} from '#orders';
import { isInError, lineOf, namesIn, recorderOf, sourceOf, timeOf, whenInWords } from '../chronology-of-record.js';
import type { ChronologyLine } from '../court-pack.js';
import { endWords } from '../pack-words.js';
import { basisOf, nameOf, respondentOf } from '../people-of-record.js';
import type { RecordAround } from '../record-of-application.js';
import { Speaking } from '../speaking.js';
import { type YouthNotice, youthNotice } from '../youth-notice.js';
import type { Names } from '../../sentences/index.js';
import type { ChangePack, Clause } from './change-pack.js';
import { changesAsked, clausesAfter, type ClauseWords, type Standing } from './clauses-of-record.js';
import * as words from './change-words.js';

/** An order and what is known around it, up to the filing of a change or up to now. */
export interface RecordOfOrder extends RecordAround {
  readonly facts: readonly Recorded<OrderFact>[];
}

/** The order as its facts leave it, and the change that is asked for; null when there is none with this id. */
export function orderAndChange(facts: RecordOfOrder['facts'], proposalId: string): { order: MadeOrder; proposal: Proposal } | null {
  const order = facts.reduce<OrderState>((state, { fact }) => orders.evolve(state, fact), orders.initial);
  if (order.is === 'unmade') return null;
  const proposal = order.proposals.find((one) => one.proposalId === proposalId);
  return proposal ? { order, proposal } : null;
}

/** The facts up to the filing of the change, that fact included; null while it is not filed. */
export function untilChangeFiled(facts: RecordOfOrder['facts'], proposalId: string): RecordOfOrder['facts'] | null {
  const nth = facts.findIndex(({ fact }) => fact.type === 'VariationFiled' && fact.data.proposalId === proposalId);
  return nth < 0 ? null : facts.slice(0, nth + 1);
}

/** The papers of a change of what is recorded. `leftOut`: keys of words to leave out. Null when there is no such change. */
export function changePackOf(record: RecordOfOrder, proposalId: string, leftOut: ReadonlySet<string>): ChangePack | null {
  const found = orderAndChange(record.facts, proposalId);
  if (!found) return null;
  const { order, proposal } = found;
  const { asks, filed } = proposal;
  const rule = kindRule(order.kind);
  const speaking = new Speaking(filed ? null : `/orders/${order.orderId}/proposals/${proposalId}`, leftOut);
  const court = filed?.court ?? order.court;
  const [respondent, basis] = [respondentOf(record), basisOf({ ...record, exhibits: [] })];
  const say: ClauseWords = {
    recorded: (value, field, key) => (value?.trim() ? speaking.recorded(value, field, key) : null),
    drafted: (value, field, key) => speaking.plain(value, field, 'changes', key, null),
  };
  const standing = standingIn(order, whenOf(record, order));
  const changes = proposal.draft?.changes ?? [];
  const names = namesIn(record, order.protectedPersonIds, order.force);
  const isPast = endedOn(order, filed?.on ?? londonDate(basis.newest)) !== null;
  return {
    ...{ asks, isFiled: filed !== null, order: order.orderId.slice(0, 8), orderName: rule.name, orderAct: rule.act },
    changeAct: rule.changedUnder ?? null,
    isStalkingOrder: order.kind === 'spo' || order.kind === 'interim-spo',
    force: force(order.force)?.fullName ?? `force ${order.force}`,
    court: { name: say.recorded(court.name, 'the name of the court', 'court'), kind: words.courtKinds[court.type] },
    reference: say.recorded(filed?.reference?.value, 'the court reference', 'reference'),
    orderReference: say.recorded(order.reference?.value, 'the reference of the order', 'order.reference'),
    madeOn: order.made.on,
    madeBy: speaking.recorded(order.court.name, 'the name of the court that made the order', 'order.court'),
    filedOn: filed?.on ?? null,
    outOfTime: filedOutOfTime(order, proposal),
    basis,
    respondent: { ...respondent, youth: youthOf(record, order, respondent.dateOfBirth, filed?.on ?? londonDate(basis.newest)) },
    protectedPeople: order.protectedPersonIds.map((id) => nameOf(record, id)),
    end: { before: endWords(latestEnd(order)), after: proposal.draft?.end ? endWords(proposal.draft.end) : null, isPast },
    consents: asks === 'discharge' ? consentsOf(order, filed?.on ?? londonDate(basis.newest)) : null,
    because: isPast && proposal.because === 'order-ends' ? words.endedAndNeeded : words.because[proposal.because],
    reason: say.recorded(proposal.reason.value, 'why the order should not stay as it is', 'reason'),
    standing: standing.map((one) => clauseOf(one, say)),
    changes: changesAsked(standing, changes, say),
    asVaried: clausesAfter(standing, changes, say),
    chronology: chronologyOf(record, order, names, speaking),
    views: order.protectedPersonIds.map((id) => {
      const given = proposal.views.find(({ protectedPersonId }) => protectedPersonId === id);
      return {
        name: nameOf(record, id),
        on: given?.on ?? null,
        consultation: given ? words.consulted[given.consultation] : 'Nothing is recorded yet',
        words: say.recorded(given?.words?.value, 'what a protected person says', `views.${id}`),
      };
    }),
  };
}

/** What the Act asks for of a discharge that is asked for on that day; null once it asks for nothing more. */
function consentsOf(order: MadeOrder, on: LocalDate): ChangePack['consents'] {
  const [until, source] = [lockedUntil(order), kindRule(order.kind).dischargeLock?.source];
  if (until === null || source === undefined || on > until) return null;
  return {
    ...{ until, source },
    given: order.consents.map(({ by, on: day }) => ({ who: words.consenting[by], on: day })),
    missing: missingConsents(order, ownConsents(on)).map((by) => words.consenting[by]),
  };
}

/** Of the application that the order came from, or of the order itself; null where the respondent was of age. */
function youthOf({ history }: RecordAround, order: MadeOrder, dateOfBirth: LocalDate | null, on: LocalDate): YouthNotice | null {
  const application = order.applicationId === null ? undefined : history.summary.applications[order.applicationId];
  const record = application?.youth ?? null;
  const filed = application === undefined || application.is === 'not-filed' ? null : application;
  const isYouthCourt = filed ? filed.forum === 'youth' : order.court.type === 'youth';
  const isOf = filed ? isOfYouth(filed, dateOfBirth) : isYouthCourt || (dateOfBirth !== null && ageOn(dateOfBirth, order.made.on) < 18);
  if (record === null && !isOf) return null;
  const then = filed ? ({ is: 'application', on: filed.filedOn } as const) : ({ is: 'order', on: order.made.on } as const);
  return youthNotice({ record: record ?? nothingOfYouth, isYouthCourt, dateOfBirth, on, then });
}

/** When the conditions are looked at: at the newest fact; of an order that had ended by then, on its last day. */
function whenOf({ facts }: RecordOfOrder, order: MadeOrder): When {
  const at = facts.at(-1)?.envelope.recordedAt ?? '';
  const end = latestEnd(order);
  return end.is === 'fixed' && end.lastDay < londonDate(at) ? someTimeOn(end.lastDay) : momentOf(at);
}

/** Of two wordings on a day of which no hour is known, the later. */
function standingIn(order: MadeOrder, when: When): readonly Standing[] {
  return conditionsInForceAt(order, when)
    .flatMap((then): Standing[] => {
      const answers = then.is === 'time-needed' ? then.candidates : [then];
      const versions = answers.flatMap((one): ConditionVersion[] => (one.is === 'in-force' ? [one.version] : []));
      const version = versions.at(-1);
      return version ? [{ conditionId: then.conditionId, version }] : [];
    })
    .toSorted((a, b) => a.version.plain.number - b.version.plain.number);
}

function clauseOf({ version: { plain, words: part } }: Standing, { recorded }: ClauseWords): Clause {
  const { number, category, end, versionId } = plain;
  return {
    ...{ number, category, notes: end ? [`Its own period: ${endWords(end)}`] : [] },
    wording: recorded(part.value?.wording, `the wording of condition ${number}`, `${versionId}.wording`),
    locality: recorded(part.value?.locality, `the place of condition ${number}`, `${versionId}.locality`),
  };
}

/** What courts did about this order, and the breaches of it with which the respondent was charged or that were dealt with: he knows of both. */
function chronologyOf(record: RecordOfOrder, order: MadeOrder, names: Names, speaking: Speaking): ChronologyLine[] {
  const ofOrder = record.lines
    .filter((line) => words.ofThisOrder.has(line.type) && parseStreamName(line.stream).id === order.orderId && !isInError(line, names))
    .map((line): readonly [string, ChronologyLine] => [timeOf(line), lineOf(record, line, names, speaking)]);
  const charged = Object.values(record.history.summary.breaches).flatMap((breach) => breachLine(record, order, breach, names));
  return [...ofOrder, ...charged].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

/** What was done and which condition it breaches; never the account of it, in which somebody can speak of more than of the charge. */
function breachLine(record: RecordOfOrder, order: MadeOrder, breach: BreachState, names: Names): (readonly [string, ChronologyLine])[] {
  const alleged = breach.allegations.filter(({ orderId, withdrawn }) => orderId === order.orderId && withdrawn === null);
  const known = words.knownOutcomes[breach.status];
  const line = record.lines.find(({ stream, type }) => type === 'BreachReported' && parseStreamName(stream).id === breach.breachId);
  if (alleged.length === 0 || !known || !line) return [];
  const kinds = breach.kinds.map((kind) => kindWords[kind]).join(', ');
  const conditions = alleged.flatMap(({ conditionVersionId }) =>
    conditionVersionId ? [names.condition(order.orderId, conditionVersionId)] : [],
  );
  return [
    [
      timeOf(line),
      {
        factId: line.id,
        when: whenInWords(breach.occurred),
        heading: `Breach of the order: ${kinds}`,
        words: [...(conditions.length > 0 ? [`Of ${conditions.join('; of ')}`] : []), known],
        source: sourceOf(line),
        recorder: recorderOf(record, line),
      },
    ],
  ];
}
