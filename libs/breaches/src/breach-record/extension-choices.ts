import { formatDateTime } from '#calendar';
import type { BreachState } from '../domain/breach.js';
import { lastExtensions } from '../domain/extensions.js';
import { authorityWords } from './words.js';

/** Each extension of detention that can be said to be in error, as a choice of a form. */
export function extensionChoices(breach: BreachState): readonly { readonly value: string; readonly text: string }[] {
  return lastExtensions(breach).map(({ extensionId, at, by, until }) => ({
    value: extensionId,
    text: `Until ${formatDateTime(until)}: ${authorityWords[by]}, ${formatDateTime(at)}`,
  }));
}
