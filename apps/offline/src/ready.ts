import { isReady } from './device/clock.js';
import { begunOf } from './device/drafts.js';
import { isUsed } from './device/database.js';
import { device, snapshotKept, wipe } from './device/device.js';
import { refresh } from './device/refresh.js';
import { sentOf, unsent, waitingOf } from './device/reports.js';
import { send } from './device/sending.js';
import { onChange } from './device/telling.js';
import { keepSending, type Trying } from './device/trying.js';
import { sentNotes } from './device/sent-notes.js';
import { clockTime, dayAndTime } from './device/words.js';
import { sayWhileUnanswered } from './no-answer-yet.js';
import { controls } from './screens/controls.js';
import { leaving } from './screens/leaving.js';

// On every page of a signed-in user: keeps this device ready, sends what waits, and says so in one quiet line.

sayWhileUnanswered();
const userId = document.querySelector<HTMLMetaElement>('meta[name="viewer"]')?.content ?? '';
if (userId !== '' && 'serviceWorker' in navigator && globalThis.isSecureContext) {
  // A browser that keeps nothing is not ready for offline, and everything else works.
  void start().catch(() => undefined);
}

async function start(): Promise<void> {
  // Who never turned it on here has nothing kept here, not even an empty database.
  // Only the worker: what is typed is held when there is no signal.
  if (!(await isUsed()) && !document.querySelector('#offline-device')) return register();
  await register();
  const here = await device();
  // Somebody else was here and did not sign out.
  if (here && here.userId !== userId) await wipe();
  await isReady();
  sentBefore = await sentOf(userId);
  await line();
  onChange(() => void line());
  leaving(userId);
  await controls(userId);
  if (await device()) {
    await refresh();
  }
  // What was looked at goes as well, though nothing else waits.
  await send(userId);
  await refresh();
  await line();
  await keepSending(
    async () => ((await waitingOf(userId)) > 0 ? [userId] : []),
    (became) => {
      trying = became;
      void line();
      if (became === 'done') void refresh();
    },
  )();
}

async function register(): Promise<void> {
  await navigator.serviceWorker.register('/offline-app/worker.js', { scope: '/' });
}

/** How many reports had been sent before this page was open. */
let sentBefore = 0;
/** What became of the last try to send. */
let trying: Trying = 'unreachable';
const status = document.createElement('span');
status.setAttribute('role', 'status');

async function line(): Promise<void> {
  const place = document.querySelector<HTMLElement>('#offline-line');
  if (!place) return;
  const [snapshot, words] = [await snapshotKept(), await ofReports()];
  const ready = snapshot?.userId === userId ? `Ready for offline: as known ${clockTime(snapshot.asAt)}` : '';
  place.hidden = ready === '' && words === '';
  if (!status.isConnected) place.replaceChildren(document.createElement('span'), status);
  place.firstElementChild?.replaceChildren(...(ready === '' ? [] : [link('/offline', ready), '. ']));
  // Said once, not at every look.
  if (status.textContent !== words) {
    status.replaceChildren(...(words === '' ? [] : [link(trying === 'signed-out' ? '/sign-in?to=/offline' : '/offline', words)]));
  }
}

async function ofReports(): Promise<string> {
  const [waiting, left] = [await waitingOf(userId), await unsent(userId)];
  const sent = (await sentOf(userId)) - sentBefore;
  const parts: string[] = [];
  if (waiting > 0 && trying === 'sending') parts.push(waiting === 1 ? 'Sending 1 report…' : `Sending ${waiting} reports…`);
  else if (left > 0) {
    const why = waiting > 0 && trying === 'signed-out' ? ': sign in again' : '';
    parts.push(left === 1 ? `1 report is not sent yet${why}` : `${left} reports are not sent yet${why}`);
  }
  const begun = await begunOf(userId);
  if (begun > 0) parts.push(begun === 1 ? '1 report is begun and not saved' : `${begun} reports are begun and not saved`);
  if (sent > 0) parts.push(sent === 1 ? '1 report was sent just now' : `${sent} reports were sent just now`);
  const told = (await sentNotes()).filter((note) => note.userId === userId);
  parts.push(...told.map(({ sentAt }) => `1 report was sent ${dayAndTime(sentAt)}`));
  return parts.join('. ');
}

function link(href: string, text: string): HTMLElement {
  const element = document.createElement('a');
  element.className = 'govuk-link';
  element.href = href;
  element.textContent = text;
  return element;
}
