import { ForbiddenException } from '@nestjs/common';
import { force } from '../domain/forces.js';

/** What is asked for is not a matter of the caller's role: it is for the force that keeps the record. */
export class KeptByForce extends ForbiddenException {
  /** What to tell the caller, in whole sentences; the number of the control room is not among them. */
  readonly words: string;

  /**
   * @param keeper the CJS code of the force
   * @param record what it keeps, as in “this order”
   * @param instead what the caller can do all the same, as a sentence
   */
  constructor(
    readonly keeper: string,
    record: string,
    instead: string | null = null,
  ) {
    super();
    const name = force(keeper)?.fullName ?? `Force ${keeper}`;
    this.words = `${name} keeps ${record}, and only that force can open this page or record this.${instead === null ? '' : ` ${instead}`}`;
  }
}
