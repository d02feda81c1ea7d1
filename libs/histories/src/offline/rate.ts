import type { Instant } from '#calendar';
import { millisecondsOf } from '#calendar';

const HOUR = 3_600_000;

/** How often each user did something in the last hour, in this process. */
export class HourlyRate {
  private readonly times = new Map<string, number[]>();

  constructor(private readonly most: number) {}

  /** Counts one more: null. When it would be more than allowed it is not counted: in how many seconds it would not be. */
  wait(userId: string, now: Instant): number | null {
    const at = millisecondsOf(now);
    const recent = (this.times.get(userId) ?? []).filter((time) => time > at - HOUR);
    const allowed = recent.length < this.most;
    this.times.set(userId, allowed ? [...recent, at] : recent);
    return allowed ? null : Math.max(1, Math.ceil(((recent[0] ?? at) + HOUR - at) / 1_000));
  }
}
