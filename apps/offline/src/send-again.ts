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

async function look(): Promise<void> {
  if (isSent || isLooking) return;
  isLooking = true;
  const isBack = await hasSignal(PATIENCE);
  isLooking = false;
  if (!isBack || isSent) return;
  if (status) status.textContent = 'Signal is back. Sending…';
  button?.click();
}
