import { openSnapshot, WRONG_PINS } from '../device/device.js';
import type { OfflineSnapshot } from '#histories';
import { changed } from '../device/telling.js';
import type { Screen } from './carried.js';
import { complain, field, h, p, valueOf } from './markup.js';

/** Asks for the PIN. `opened` gets the snapshot, `gone` is called when there is none any more. */
export function unlockScreen(opened: (snapshot: OfflineSnapshot, opening: CryptoKey) => void, gone: () => void): Screen {
  const form = h(
    'form',
    { novalidate: true, autocomplete: 'off' },
    field('pin', 'Your offline PIN', { type: 'password', inputmode: 'numeric', classes: 'govuk-input--width-10' }),
    h('button', { type: 'submit', class: 'govuk-button' }, 'Open'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (form.getAttribute('aria-busy') !== 'true') void open();
  });
  const forgotten = h(
    'details',
    { class: 'govuk-details' },
    h('summary', { class: 'govuk-details__summary' }, h('span', { class: 'govuk-details__summary-text' }, 'I have forgotten my PIN')),
    h(
      'div',
      { class: 'govuk-details__text' },
      p('Nobody can tell it to you. Until there is signal, ask the control room.'),
      p('With signal, sign in, turn offline use off and on again, and choose a new PIN. What you saved or typed here stays, and is sent.'),
    ),
  );
  return { title: 'Open what this device has', content: [form, p(`${WRONG_PINS} wrong PINs delete it.`, 'govuk-body-s'), forgotten] };

  async function open(): Promise<void> {
    const pin = valueOf(form, 'pin');
    if (pin === '') return complain(form, [{ field: 'pin', text: 'Enter your offline PIN' }]);
    form.setAttribute('aria-busy', 'true');
    const result = await openSnapshot(pin);
    form.removeAttribute('aria-busy');
    if (result.is === 'open') return opened(result.snapshot, result.opening);
    if (result.is === 'gone') {
      changed();
      return gone();
    }
    const left = result.left === 1 ? 'One more deletes what this device has' : `${result.left} more delete what this device has`;
    complain(form, [{ field: 'pin', text: `That is not the PIN. ${left}` }]);
  }
}
