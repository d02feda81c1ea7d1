import { device, queueKey } from './device/device.js';
import { beginSearch } from './device/search-begun.js';
import { hasSignal } from './device/service.js';

// On the page that holds what was not sent: as soon as the service answers, it is sent.

/** In milliseconds: between two looks, and how long one may take. */
const [NEXT, PATIENCE] = [3_000, 6_000];
const status = document.querySelector('#trying');
const button = document.querySelector<HTMLButtonElement>('#send-again');

let [isSent, isLooking] = [false, false];
button?.form?.addEventListener('submit', () => (isSent = true));
// Stopped by hand, or come back to: it is waited for again.
globalThis.addEventListener('pageshow', () => (isSent = false));
if (status) status.textContent = 'This page looks for signal by itself and then sends it.';
setInterval(() => void look(), NEXT);
globalThis.addEventListener('online', () => void look());

/** What was to be searched for goes along, sealed. */
const copy = document.querySelector<HTMLAnchorElement>('#search-copy');
copy?.addEventListener('click', (event) => {
  event.preventDefault();
  const go = () => location.assign(copy.href);
  void takeAlong().then(go, go);
});

async function takeAlong(): Promise<void> {
  const here = await device();
  const key = here && (await queueKey(here.userId));
  const typed = button?.form ? [...new FormData(button.form)] : [];
  const words = typed.flatMap(([name, value]) => (name.startsWith('_') || typeof value !== 'string' ? [] : value.trim() || []));
  if (here && key && words.length > 0) await beginSearch(key, here.userId, words.join(' '));
}

async function look(): Promise<void> {
  if (isSent || isLooking) return;
  isLooking = true;
  const isBack = await hasSignal(PATIENCE);
  isLooking = false;
  if (!isBack || isSent) return;
  if (status) status.textContent = 'Signal is back. Sending…';
  button?.click();
}
