/** Wakes whoever waits for the next time it rings. */
export class Nudge {
  private wake: (() => void) | null = null;
  private waiting: Promise<void> | null = null;

  /** Resolves at the next ring. */
  next(): Promise<void> {
    this.waiting ??= new Promise((resolve) => (this.wake = resolve));
    return this.waiting;
  }

  ring(): void {
    this.wake?.();
    this.wake = null;
    this.waiting = null;
  }
}
