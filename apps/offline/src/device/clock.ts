import type { Instant } from '#calendar';
import { keep, kept } from './database.js';
import { snapshotKept, wipe } from './device.js';

/**
 * The time by the service's clock, as well as this device knows it. It never runs backwards: a device whose clock is set back would
 * otherwise show what has expired.
 */
export async function now(): Promise<Instant> {
  const ahead = (await snapshotKept())?.ahead ?? 0;
  const latest = (await kept<number>('latest')) ?? 0;
  const time = Math.max(Date.now() + ahead, latest);
  if (time > latest && latest > 0) await keep('latest', time);
  return new Date(time).toISOString();
}

/** Whether there is a snapshot that may be shown. One that has expired is wiped here and now. */
export async function isReady(): Promise<boolean> {
  const snapshot = await snapshotKept();
  if (!snapshot) return false;
  if ((await now()) < snapshot.expiresAt) return true;
  await wipe();
  return false;
}
