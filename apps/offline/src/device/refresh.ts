import type { OfflineSnapshot } from '#histories';
import { forget, keep, kept } from './database.js';
import { device, keepSnapshot, snapshotKept } from './device.js';
import { ask } from './service.js';
import { changed } from './telling.js';

const STALE_AFTER = 15 * 60_000;

/** Something was recorded from here that the snapshot does not have yet. */
export async function ownRecorded(): Promise<void> {
  await keep('recorded', crypto.randomUUID());
}

/**
 * Fetches a new snapshot when there is none, it is older than a quarter of an hour, or something was recorded from here since. What went
 * wrong, if anything did.
 */
export function refresh(force = false): Promise<'fresh' | 'failed'> {
  return navigator.locks.request('orderwatch-refreshing', async () => {
    const [here, there] = [await device(), await snapshotKept()];
    if (!here) return 'failed';
    const recorded = await kept<string>('recorded');
    if (there && !force && recorded === null && Math.abs(Date.now() + there.ahead - Date.parse(there.asAt)) < STALE_AFTER) return 'fresh';
    const before = Date.now();
    const reply = await ask('/api/v1/offline/snapshot');
    if (reply.is !== 'taken') return 'failed';
    const snapshot = reply.body as unknown as OfflineSnapshot;
    if (snapshot.userId !== here.userId) return 'failed';
    await keepSnapshot(here, snapshot, Date.parse(snapshot.asAt) - before);
    // Not what was recorded meanwhile.
    if ((await kept<string>('recorded')) === recorded) await forget('recorded');
    changed();
    return 'fresh';
  });
}
