import { formatDateTime } from '#calendar';
import { dayAndTime } from '../device/words.js';
import { device, queueDevice, queueKey, snapshotKept, turnOn, wipeAll } from '../device/device.js';
import { refresh } from '../device/refresh.js';
import { send } from '../device/sending.js';
import { reportsOf, unsent } from '../device/reports.js';
import { session } from '../device/service.js';
import { changed, onChange } from '../device/telling.js';
import { noteLines } from './sent.js';
import { button, complain, field, h, p, plural, valueOf } from './markup.js';

/** The page on which an officer turns offline use on and off for this device. */
export async function controls(userId: string): Promise<void> {
  const place = document.querySelector<HTMLElement>('#offline-device');
  if (!place) return;
  const [notes, here] = [h('div', { role: 'status' }), h('div', {})];
  place.replaceChildren(notes, here);
  const show = async () => {
    const isOn = (await device()) !== null;
    notes.replaceChildren(...(await noteLines(userId)));
    // A PIN that is being typed stays, whatever else changes here.
    if (!isOn && here.querySelector('form')) return;
    here.replaceChildren(...(isOn ? await whenOn(userId) : whenOff(userId, await unsent(userId))));
  };
  onChange(() => {
    if (!place.querySelector('[aria-busy=true]')) void show();
  });
  await show();
}

async function whenOn(userId: string): Promise<HTMLElement[]> {
  const [snapshot, waiting] = [await snapshotKept(), await unsent(userId)];
  const key = await queueKey(userId);
  const reports = key ? await reportsOf(userId, key) : [];
  const sent = reports.filter(({ state, sentAt, seen }) => state === 'sent' && sentAt !== undefined && seen !== true);
  const state = snapshot
    ? `Ready for offline: as known ${dayAndTime(snapshot.asAt)}. Without signal it is deleted ${dayAndTime(snapshot.expiresAt)}.`
    : 'Offline use is on, but nothing could be fetched yet. Open this page again in a few minutes.';
  return [
    h('p', { class: 'govuk-inset-text' }, state),
    waiting > 0
      ? p(`${plural(waiting, 'report')} made on this device ${waiting === 1 ? 'is' : 'are'} not sent yet.`)
      : p(sent.length > 0 ? 'Nothing waits to be sent any more.' : 'Nothing waits to be sent.'),
    ...sent.map((report) => p(`Sent on ${formatDateTime(report.sentAt ?? report.madeAt)}: ${report.name}, ${report.what}.`)),
    h(
      'div',
      { class: 'govuk-button-group' },
      h('a', { class: 'govuk-button', href: '/offline-app/', role: 'button' }, 'Open what this device has'),
      button('Renew now', () => void refresh(true).then(() => send(userId)), 'govuk-button--secondary'),
      button('Turn off and delete', () => void turnOff(), 'govuk-button--warning'),
    ),
  ];
}

function whenOff(userId: string, left: number): HTMLElement[] {
  const form = h(
    'form',
    { novalidate: true, autocomplete: 'off' },
    field('pin', 'Choose a PIN of 6 numbers or more', {
      type: 'password',
      inputmode: 'numeric',
      classes: 'govuk-input--width-10',
      autocomplete: 'new-password',
      hint: 'It opens what this device has when there is no signal. Do not use the one of the phone.',
    }),
    field('again', 'The same PIN again', {
      type: 'password',
      inputmode: 'numeric',
      classes: 'govuk-input--width-10',
      autocomplete: 'new-password',
    }),
    h('button', { type: 'submit', class: 'govuk-button' }, 'Turn on'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void on(form, userId);
  });
  if (left === 0) return [form];
  const [them, are] = left === 1 ? ['it', 'is'] : ['them', 'are'];
  const words = `${plural(left, 'report')} that you kept on this device ${are} not sent yet. What waits goes by itself while you are signed in; to open ${them}, turn offline use on here with a new PIN.`;
  return [h('p', { class: 'govuk-inset-text' }, words), form];
}

async function on(form: HTMLFormElement, userId: string): Promise<void> {
  const pin = valueOf(form, 'pin');
  const problem = wrongIn(pin, valueOf(form, 'again'));
  complain(form, problem ? [problem] : []);
  if (problem) return;
  form.setAttribute('aria-busy', 'true');
  // Reports of before that wait here need the key made with the same share.
  const id = (await queueDevice(userId)) ?? crypto.randomUUID();
  const here = await session(id);
  if (here === 'signed-out' || here === 'unreachable') {
    form.removeAttribute('aria-busy');
    complain(form, [{ field: 'pin', text: 'The service cannot be reached. Try again when there is signal' }]);
    return;
  }
  await turnOn(userId, pin, id, here.share);
  await navigator.serviceWorker.register('/offline-app/worker.js', { scope: '/' });
  await navigator.serviceWorker.ready;
  await refresh(true);
  form.removeAttribute('aria-busy');
  changed();
}

function wrongIn(pin: string, again: string): { field: string; text: string } | null {
  if (!/^\d{6,20}$/.test(pin)) return { field: 'pin', text: 'Enter a PIN of 6 to 20 numbers' };
  if (/^(\d)\1+$/.test(pin) || '01234567890123456789'.includes(pin) || '98765432109876543210'.includes(pin)) {
    return { field: 'pin', text: 'Enter a PIN that is harder to guess than numbers in a row' };
  }
  return pin === again ? null : { field: 'again', text: 'Enter the same PIN in both fields' };
}

async function turnOff(): Promise<void> {
  await wipeAll();
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  changed();
}
