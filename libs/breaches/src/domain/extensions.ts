import type { BreachState, Step } from './breach.js';
import type { BreachFact } from './events.js';

// What extended detention without a charge, and what of it was said to be in error.

type Extended = Extract<Step, { is: 'detention-extended' }>;

/** The extension as one thing done about the breach. */
export function extensionOf({ data }: Extract<BreachFact, { type: 'DetentionExtended' }>): Extended {
  const { extensionId, at, by, until } = data;
  return { is: 'detention-extended', extensionId, at, by, until };
}

/** What was done, without an extension that was recorded in error: it counts no more. */
export function withoutExtension(steps: readonly Step[], extensionId: string): readonly Step[] {
  return steps.filter((one) => one.is !== 'detention-extended' || one.extensionId !== extensionId);
}

/** What can be said to be in error: the last extension after each arrest, as each goes on from the one before it. */
export function lastExtensions({ steps }: Pick<BreachState, 'steps'>): readonly Extended[] {
  const turns = steps.filter(({ is }) => is === 'arrest' || is === 'detention-extended');
  return turns.flatMap((step, at) => (step.is === 'detention-extended' && turns[at + 1]?.is !== 'detention-extended' ? [step] : []));
}

/** Whether the fact is an extension that was said to be in error. */
export function isExtensionInError({ steps }: Pick<BreachState, 'steps'>, fact: BreachFact): boolean {
  if (fact.type !== 'DetentionExtended') return false;
  const { extensionId } = fact.data;
  return !steps.some((step) => step.is === 'detention-extended' && step.extensionId === extensionId);
}
