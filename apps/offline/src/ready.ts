import { isReady } from './device/clock.js';
import { isUsed } from './device/database.js';
import { device, snapshotKept, wipe } from './device/device.js';
import { refresh } from './device/refresh.js';
import { unsent } from './device/reports.js';
import { send } from './device/sending.js';
import { onChange } from './device/telling.js';
import { clockTime } from './device/words.js';
import { controls } from './screens/controls.js';
import { leaving } from './screens/leaving.js';

// On every page of a signed-in user: keeps this device ready, sends what waits, and says so in one quiet line.

const userId = document.querySelector<HTMLMetaElement>('meta[name="viewer"]')?.content ?? '';
if (userId !== '' && 'serviceWorker' in navigator && globalThis.isSecureContext) {
  // A browser that keeps nothing is not ready for offline, and everything else works.
  void start().catch(() => undefined);
}

async function start(): Promise<void> {
  // Who never turned it on here has nothing kept here, not even an empty database.
  if (!(await isUsed()) && !document.querySelector('#offline-device')) return;
  const here = await device();
  // Somebody else was here and did not sign out.
  if (here && here.userId !== userId) await wipe();
  await isReady();
  await line();
  onChange(() => void line());
  leaving(userId);
  await controls(userId);
  if (await device()) {
    await navigator.serviceWorker.register('/offline-app/worker.js', { scope: '/' });
    await refresh();
  }
  await sendAndSay();
  globalThis.addEventListener('online', () => void sendAndSay());
}

/** How many reports went while this page was open. */
let sentHere = 0;

async function sendAndSay(): Promise<void> {
  const before = await unsent(userId);
  await send(userId);
  sentHere += Math.max(0, before - (await unsent(userId)));
  await line();
}

async function line(): Promise<void> {
  const place = document.querySelector<HTMLElement>('#offline-line');
  if (!place) return;
  const [snapshot, waiting] = [await snapshotKept(), await unsent(userId)];
  const parts: string[] = [];
  if (snapshot?.userId === userId) parts.push(`Ready for offline: as known ${clockTime(snapshot.asAt)}`);
  if (waiting > 0) parts.push(waiting === 1 ? '1 report is not sent yet' : `${waiting} reports are not sent yet`);
  if (sentHere > 0) parts.push(sentHere === 1 ? '1 report was sent just now' : `${sentHere} reports were sent just now`);
  place.hidden = parts.length === 0;
  if (place.hidden) return place.replaceChildren();
  const link = document.createElement('a');
  link.className = 'govuk-link';
  link.href = '/offline';
  link.textContent = parts.join('. ');
  place.replaceChildren(link);
}
