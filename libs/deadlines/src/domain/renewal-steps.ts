import { addDays, type ClockStep, formatDate, type LocalDate } from '#calendar';
import { kindRule, type MadeOrder } from '#orders';
import { daysBefore } from './rules/clock-end.js';
import type { ClockKey } from './rules/clock-rules.js';

/** How the review of an order that ends with `lastDay` goes on, and whether the court has answered it. */
export interface RenewalReview {
  readonly steps: readonly ClockStep[];
  readonly done: boolean;
}

/**
 * A renewal is filed by the 56th day before the end, by the 28th where the end was set too late for that. That day does not move: once it
 * has passed with nothing filed, the review stays overdue by it until the order ends. What is filed waits for the court. What the court refused
 * stays to be seen until the order ends, since nothing protects after that.
 */
export function renewalReview(order: MadeOrder, lastDay: LocalDate): RenewalReview {
  const since = endSetOn(order);
  const at = (clock: ClockKey): LocalDate => daysBefore(clock, lastDay, order.made.on);
  const step = (from: LocalDate, by: LocalDate, words: string, urgent = false): ClockStep => ({
    ...{ from, by, urgent },
    words: `${kindRule(order.kind).short} ends ${formatDate(lastDay)}: ${words}`,
  });
  const filed = order.proposals.findLast(({ asks, filed: on, decided }) => asks === 'renewal' && on !== null && decided === null)?.filed;
  if (filed) {
    const words = `the renewal filed ${formatDate(filed.on)} is not decided, ask the court to hear it before then`;
    return { steps: [step(at('review-escalate'), lastDay, words, true)], done: false };
  }
  const answer = order.proposals.findLast(({ asks, decided }) => asks === 'renewal' && decided && decided.at.on >= since)?.decided;
  if (answer?.outcome === 'refused') {
    const words = `the court refused the renewal on ${formatDate(answer.at.on)}, see whether an appeal or a fresh application is needed before the protection ends`;
    return { steps: [step(answer.at.on, lastDay, words, true)], done: false };
  }
  const [decide, escalate, last] = [at('review-decide'), at('review-escalate'), at('review-last')];
  const fileBy = [at('review-file'), escalate].find((day) => day >= since) ?? lastDay;
  const missed = addDays(fileBy, 1);
  const later = (day: LocalDate): LocalDate => (day > missed ? day : missed);
  const was = `the renewal was to be filed by ${formatDate(fileBy)} and none is filed`;
  return {
    steps: [
      step(at('review-start'), decide, `start the review, to decide on renewal by ${formatDate(decide)}`),
      step(decide, fileBy, `decide on renewal now, to file by ${formatDate(fileBy)}`, fileBy === lastDay),
      step(missed, fileBy, was, true),
      step(later(escalate), fileBy, `${was}, tell the head of the legal team`, true),
      step(later(last), fileBy, `${was}, last days to file: a lapse needs a fresh application`, true),
    ],
    done: false,
  };
}

/** The day from which the order has the end that it has now. */
function endSetOn({ ends, made }: MadeOrder): LocalDate {
  const now = ends.at(-1)?.end;
  const differs = ends.findLastIndex(({ end }) => now?.is !== 'fixed' || end.is !== 'fixed' || end.lastDay !== now.lastDay);
  return ends[differs + 1]?.from.on ?? made.on;
}
