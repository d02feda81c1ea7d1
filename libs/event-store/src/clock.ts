/** The only source of the present. Read at the edge; the instant is then passed in. */
export abstract class Clock {
  /** The current instant, UTC, ISO 8601 with milliseconds. */
  abstract now(): string;
}

export class SystemClock extends Clock {
  override now(): string {
    return new Date().toISOString();
  }
}
