import type { Instant } from '#calendar';
import { millisecondsOf } from '#calendar';

const HOUR = 3_600_000;

/** How often each user did something in the last hour, in this process. */
export class HourlyRate {
  private readonly times = new Map<string, number[]>();

  constructor(private readonly most: number) {}

  /** Counts one more; false, and not counted, when it would be more than allowed. */
  allows(userId: string, now: Instant): boolean {
    const at = millisecondsOf(now);
    const recent = (this.times.get(userId) ?? []).filter((time) => time > at - HOUR);
    const allowed = recent.length < this.most;
    this.times.set(userId, allowed ? [...recent, at] : recent);
    return allowed;
  }
}
