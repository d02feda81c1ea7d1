import { personal, refuse } from '#event-sourcing';
import type { BreachState } from '../domain/breach.js';
import type { BreachFact } from '../domain/events.js';
import { lastExtensions } from '../domain/extensions.js';
import { peopleOf } from '../domain/progress.js';
import { reported, type StandingRefusal } from '../domain/standing.js';

export interface ExtensionError {
  readonly errorId: string;
  readonly extensionId: string;
  readonly reason: string;
}

/** `no-such-extension`: none stands with that id, or another goes on from it and is to be said to be in error first. */
export type CannotBeExtensionInError = StandingRefusal | 'no-such-extension';

/**
 * Says that detention was not extended as recorded: never, or until another moment. The limit before it stands again (PACE 1984 ss.41 to 44), and
 * what was authorised is recorded anew, for an earlier moment too.
 */
export function extensionInError(breach: BreachState, { errorId, extensionId, reason }: ExtensionError): BreachFact[] {
  const of = reported(breach);
  const extension = lastExtensions(breach).find((one) => one.extensionId === extensionId);
  if (!extension) throw refuse<CannotBeExtensionInError>('no-such-extension');
  return [
    {
      type: 'ExtensionRecordedInError',
      data: { ...of, errorId, extensionId, was: extension.until },
      personal: { reason: personal(peopleOf(breach), reason.trim()) },
    },
  ];
}
