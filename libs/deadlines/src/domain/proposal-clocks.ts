import { formatDate, type LocalDate } from '#calendar';
import {
  appealedAs,
  type AskedOfCourt,
  changesToAppeal,
  kindRule,
  latestEnd,
  lockedUntil,
  type MadeOrder,
  missingConsents,
  overtakenIn,
  overtakenWords,
  ownConsents,
  type Proposal,
  refusalToAppeal,
  stepsOf,
  type VariationStep,
  variationSteps,
} from '#orders';
import type { ClockKey } from './rules/clock-rules.js';
import { clockEnd, daysBefore } from './rules/clock-end.js';
import { knownFrom } from './received.js';
import { refusalLimit } from './refusal-clocks.js';
import type { Task } from './task.js';

const steps: Readonly<Record<VariationStep, { readonly words: string; readonly waitsFor?: string }>> = {
  views: { words: 'Ask the protected people what they say of it' },
  changes: { words: 'Draft the changes, clause by clause' },
  approval: { words: 'Approve the changes, or send them back', waitsFor: 'A second person, to approve it' },
  filing: { words: 'File it at the court' },
  result: { words: 'Ask the court for a day, or record what it decided', waitsFor: 'The court' },
};

const asked: Readonly<Record<AskedOfCourt, string>> = { variation: 'Variation', renewal: 'Renewal', discharge: 'Discharge' };

/** What the force that keeps an order is asking of the court: the step that is next. `noted`: when each was proposed. */
export function proposalTasks(order: MadeOrder, noted: Readonly<Record<string, LocalDate>>): Task[] {
  const waiting = order.proposals.flatMap((proposal) =>
    next(order, proposal, noted[proposal.proposalId] ?? order.made.on, noted[`${proposal.proposalId}:filed`]),
  );
  return [...waiting, ...order.proposals.flatMap((proposal) => refused(order, proposal)), ...obtained(order)];
}

/** What a court refused the force can be appealed by a chief officer (SPA 2019 s.7), as the refusal of an order can. */
function refused(order: MadeOrder, { proposalId, asks, decided }: Proposal): Task[] {
  const appeal = refusalToAppeal(order, proposalId);
  if (decided?.outcome !== 'refused' || appeal === null) return [];
  const { orderId, perpetratorId, force } = order;
  return [
    refusalLimit({
      ...{ of: proposalId, refusedOn: decided.at.on, force, about: { perpetratorId, orderId, proposalId } },
      source: kindRule(order.kind).appeals(decided.at.on)?.source ?? '',
      words: `Appeal against the refusal of the ${asks}, or record that the force does not`,
      late: `The time to appeal against the refusal of the ${asks} has run out: ask the court to allow a late appeal, or record that there is none`,
      done: appeal !== 'open' || order.is === 'over',
    }),
  ];
}

/** What the respondent obtained of a court can be appealed by a chief officer too (SPA 2019 s.7). Of an order that is over only its end is worth it. */
function obtained(order: MadeOrder): Task[] {
  const { orderId, perpetratorId, force } = order;
  return changesToAppeal(order).map(({ against, on, state }) => {
    const change = `${against.decision} of ${formatDate(on)} that the respondent obtained`;
    const isMoot = order.is === 'over' && against.decision !== 'discharge';
    return refusalLimit({
      ...{ of: `${orderId}:${appealedAs(against)}`, refusedOn: on, force, about: { perpetratorId, orderId } },
      source: kindRule(order.kind).appeals(on)?.source ?? '',
      decided: against.decision === 'variation' ? 'varied, from its effect as no other day is on record,' : 'decided',
      words: `Appeal against the ${change}, or record that the force does not`,
      late: `The time to appeal against the ${change} has run out: ask the court to allow a late appeal, or record that there is none`,
      done: state !== 'open' || isMoot,
    });
  });
}

function next(order: MadeOrder, proposal: Proposal, proposedOn: LocalDate, filedNoted: LocalDate | undefined): Task[] {
  const { orderId, perpetratorId, force } = order;
  const { proposalId, asks, filed, decided } = proposal;
  const standing = stepsOf(proposal, order.protectedPersonIds);
  const step = variationSteps.find((one) => standing[one] === 'to-do');
  if (decided !== null || step === undefined) return [];
  const overtaken = overtakenIn(order, proposal).map(overtakenWords);
  const isToMend = overtaken.length > 0 && step !== 'approval';
  const usual = asks === 'discharge' ? ofDischarge(order, step, proposedOn) : steps[step];
  // A court that changed the conditions meanwhile cannot grant what is asked as it was drafted.
  const { words, waitsFor } = isToMend ? { words: 'See what the court is still to be asked', waitsFor: undefined } : usual;
  return [
    {
      id: `proposal:${proposalId}`,
      what: step === 'approval' ? 'approve-proposal' : 'proposal',
      words: `${asked[asks]}: ${words.slice(0, 1).toLowerCase()}${words.slice(1)}`,
      why: [filed === null ? `Proposed on ${formatDate(proposedOn)}` : `Filed on ${formatDate(filed.on)}`, ...overtaken].join('. '),
      about: { perpetratorId, orderId, proposalId },
      force,
      opens: proposedOn,
      dueBy: dueBy(order, proposal, step, proposedOn, filedNoted),
      lapses: null,
      done: order.is === 'over',
      ...(waitsFor === undefined ? {} : { waitsFor }),
    },
  ];
}

/** A discharge changes no clause; until the end of the two years it is filed only with the consents of the Act (SPA 2019 s.4). */
function ofDischarge(order: MadeOrder, step: VariationStep, on: LocalDate): (typeof steps)[VariationStep] {
  if (step === 'changes') return { words: 'Say that the court is asked to end the order whole' };
  const until = lockedUntil(order);
  if (step !== 'filing' || until === null || missingConsents(order, ownConsents(until)).length === 0 || on > until) return steps[step];
  return {
    words: `Record the consents it needs, or file it after ${formatDate(until)}`,
    waitsFor: 'The respondent and the chief officer, to consent',
  };
}

/** By when a step of a renewal is needed, so that it is filed while the order lasts. */
const whileItLasts: Readonly<Record<Exclude<VariationStep, 'result'>, ClockKey>> = {
  views: 'renewal-prepare',
  changes: 'renewal-prepare',
  approval: 'renewal-approve',
  filing: 'renewal-file',
};

/** No step of a renewal begun in time is due after the last day of the order: a renewal filed later is out of time. */
function dueBy(
  order: MadeOrder,
  { asks, filed }: Proposal,
  step: VariationStep,
  proposedOn: LocalDate,
  filedNoted: LocalDate | undefined,
): LocalDate {
  const since = filed === null ? proposedOn : knownFrom(filed.on, filedNoted);
  const usual = clockEnd(filed === null ? 'finish-draft' : 'chase-court', { on: since }).dueBy;
  const end = latestEnd(order);
  if (asks !== 'renewal' || end.is !== 'fixed' || since > end.lastDay) return usual;
  const needed = step === 'result' ? end.lastDay : daysBefore(whileItLasts[step], end.lastDay, order.made.on);
  // Nobody is late with what was begun today.
  return [usual, needed < since ? since : needed].toSorted()[0] ?? usual;
}
