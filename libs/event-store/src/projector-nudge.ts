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

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Until `signal` or `ms` have passed. */
export async function within(signal: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([signal, new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
}
