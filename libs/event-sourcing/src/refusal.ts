/**
 * A decision that says no. `reason` is a stable code from the command's own union; pages and the API turn it into words.
 * Anything else that is thrown is a bug.
 */
export class Refusal<Reason extends string = string> extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly reason: Reason,
    /** Plain values the words may need (ids, dates, counts). Never personal data. */
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(reason);
  }
}

/** Says no for `reason`. Written `throw refuse('not-in-force')` where the compiler should see the end of the path. */
export function refuse<Reason extends string>(reason: Reason, details: Readonly<Record<string, string | number>> = {}): Refusal<Reason> {
  return new Refusal(reason, details);
}
