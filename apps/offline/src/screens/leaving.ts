import { wipeAll } from '../device/device.js';
import { begunOf } from '../device/drafts.js';
import { discardUnsent, unsent } from '../device/reports.js';
import { changed } from '../device/telling.js';
import { button, h, p, plural } from './markup.js';

/** Signing out says what is not sent yet, and wipes this device before it goes. The worker does so too, should this not run. */
export function leaving(userId: string): void {
  const form = document.querySelector<HTMLFormElement>('form[action="/sign-out"]');
  if (!form) return;
  let asked = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // Whatever is wrong with what is kept here, signing out works.
    void askOrGo().catch(() => form.submit());
  });

  async function askOrGo(): Promise<void> {
    const waiting = (await unsent(userId)) + (await begunOf(userId));
    if (waiting === 0 || asked) return go();
    asked = true;
    ask(waiting);
  }

  async function go(): Promise<void> {
    await wipeAll();
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
    changed();
    form?.submit();
  }

  function ask(waiting: number): void {
    const heading = h(
      'h2',
      { class: 'govuk-heading-m', tabindex: '-1' },
      `${plural(waiting, 'report')} ${waiting === 1 ? 'is' : 'are'} not sent yet`,
    );
    const close = () => {
      asked = false;
      box.remove();
    };
    const box = h(
      'div',
      { class: 'ow-offline-leaving', role: 'alertdialog', 'aria-label': 'Before you sign out' },
      heading,
      p(
        'What is not sent stays on this device, encrypted. Only you can send it: sign in here again. Nobody else sees it, and the service does not have it.',
      ),
      h(
        'div',
        { class: 'govuk-button-group' },
        button('Stay signed in', close),
        button('Sign out and keep it', () => void go(), 'govuk-button--secondary'),
        button('Sign out and discard it', () => void discardUnsent(userId).then(go), 'govuk-button--warning'),
      ),
    );
    document.body.append(box);
    heading.focus();
  }
}
