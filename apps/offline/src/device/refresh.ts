import type { OfflineSnapshot } from '#histories';
import { device, keepSnapshot, snapshotKept } from './device.js';
import { ask } from './service.js';
import { changed } from './telling.js';

const STALE_AFTER = 15 * 60_000;

/** Fetches a new snapshot when there is none or it is older than a quarter of an hour. What went wrong, if anything did. */
export function refresh(force = false): Promise<'fresh' | 'failed'> {
  return navigator.locks.request('orderwatch-refreshing', async () => {
    const [here, there] = [await device(), await snapshotKept()];
    if (!here) return 'failed';
    if (there && !force && Math.abs(Date.now() + there.ahead - Date.parse(there.asAt)) < STALE_AFTER) return 'fresh';
    const before = Date.now();
    const reply = await ask('/api/v1/offline/snapshot');
    if (reply.is !== 'taken') return 'failed';
    const snapshot = reply.body as unknown as OfflineSnapshot;
    if (snapshot.userId !== here.userId) return 'failed';
    await keepSnapshot(here, snapshot, Date.parse(snapshot.asAt) - before);
    changed();
    return 'fresh';
  });
}
