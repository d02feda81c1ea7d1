import { openSnapshot, WRONG_PINS } from '../device/device.js';
import type { OfflineSnapshot } from '#histories';
import type { Screen } from './carried.js';
import { complain, field, h, p, valueOf } from './markup.js';

/** Asks for the PIN. `opened` gets the snapshot, `gone` is called when there is none any more. */
export function unlockScreen(opened: (snapshot: OfflineSnapshot) => void, gone: () => void): Screen {
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
  return { title: 'Open what this device has', content: [form, p(`${WRONG_PINS} wrong PINs delete it.`, 'govuk-body-s')] };

  async function open(): Promise<void> {
    const pin = valueOf(form, 'pin');
    if (pin === '') return complain(form, [{ field: 'pin', text: 'Enter your offline PIN' }]);
    form.setAttribute('aria-busy', 'true');
    const result = await openSnapshot(pin);
    form.removeAttribute('aria-busy');
    if (result.is === 'open') return opened(result.snapshot);
    if (result.is === 'gone') return gone();
    const left = result.left === 1 ? 'One more deletes what this device has' : `${result.left} more delete what this device has`;
    complain(form, [{ field: 'pin', text: `That is not the PIN. ${left}` }]);
  }
}
