import { formatDate } from '#calendar';
import type { Appealed, AppealResult } from '../domain/appeals.js';
import { appealBy } from '../domain/appeal-limits.js';
import { changesToAppeal } from '../domain/changes-to-appeal.js';
import type { MadeOrder, Renewal, Variation } from '../domain/order.js';

/** What can come of an appeal: in a form, and told of one that is over. */
export const appealResults: Readonly<Record<AppealResult, { readonly text: string; readonly hint?: string; readonly done: string }>> = {
  quashed: {
    text: 'The order is quashed',
    hint: 'It ends then. That it was in force before stays on record',
    done: 'the order was quashed',
  },
  'set-aside': {
    text: 'The decision is set aside',
    hint: 'The order stands again as it stood before that decision, from this moment on',
    done: 'the decision was set aside',
  },
  varied: { text: 'The court changed the order itself', hint: 'You record the new words next', done: 'the order was changed' },
  discharged: { text: 'The court discharged the order', hint: 'It ends then', done: 'the order was discharged' },
  remitted: { text: 'Sent back to the court below', hint: 'The order stays as it is', done: 'sent back to the court below' },
  confirmed: { text: 'Dismissed: the decision is confirmed', hint: 'The order stays as it is', done: 'dismissed' },
  abandoned: { text: 'Abandoned', hint: 'The order stays as it is', done: 'abandoned' },
};

/** How the order stands while the court below has not decided what was sent back to it. */
export const sentBackWords = {
  stands: 'It waits for the court below; the order stands meanwhile.',
  uncertain: 'It waits for the court below. Whether the order binds meanwhile is not certain: ask that court.',
} as const;

/** An order as far as the words about its decisions go. */
interface Decided {
  readonly variations: readonly object[];
  readonly renewals: readonly Pick<Renewal, 'renewalId' | 'made'>[];
}

/** What the respondent obtained and the force can still appeal against, with its days. */
export function openToAppeal(order: MadeOrder): readonly { readonly words: string; readonly limits: ReturnType<typeof appealBy> }[] {
  return changesToAppeal(order)
    .filter(({ state }) => state === 'open')
    .map(({ against, on }) => ({ words: appealedWords(order, against), limits: appealBy(on) }));
}

/** The decision that is appealed, within a sentence. */
export function appealedWords(order: Decided, against: Appealed | null): string {
  switch (against?.decision) {
    case undefined:
      return 'a decision that is not recorded';
    case 'making':
      return 'the making of the order';
    case 'discharge':
      return 'the discharge of the order';
    case 'variation': {
      const found = order.variations.find(
        (one: object): one is Pick<Variation, 'variationId' | 'effective'> =>
          'variationId' in one && one.variationId === against.variationId,
      );
      return found ? `the variation of ${formatDate(found.effective.on)}` : 'a variation';
    }
    case 'renewal': {
      const found = order.renewals.find(({ renewalId }) => renewalId === against.renewalId);
      return found ? `the renewal of ${formatDate(found.made.on)}` : 'a renewal';
    }
    case 'refusal':
      return against.proposalId === null
        ? `the refusal of a ${against.of}${against.refused ? ` by ${against.refused.court.name} on ${formatDate(against.refused.on)}` : ' that the force did not ask for'}`
        : `the refusal of the ${against.of} that the force asked for`;
  }
}
