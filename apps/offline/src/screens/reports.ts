import { formatDateTime } from '#calendar';
import { discard, type KnownReport, reportsOf, saveReport } from '../device/reports.js';
import { send, sendAgain, type Sent } from '../device/sending.js';
import { queueDevice } from '../device/device.js';
import { session } from '../device/service.js';
import { changed } from '../device/telling.js';
import { discardDraft, draftsOf, type KeptDraft } from '../device/drafts.js';
import { button, h, p } from './markup.js';
import type { Screen } from './carried.js';

const outcomes: Readonly<Record<Sent, string>> = {
  done: 'Everything that can be sent was sent.',
  'signed-out': 'Your session has ended. Sign in, then they are sent.',
  another: 'Somebody else is signed in on this device. Sign in yourself, then they are sent.',
  unreachable: 'There is no signal yet. They are sent when it comes back.',
};

/** What waits, what was refused and what was sent. */
export async function reportsScreen(userId: string, key: CryptoKey, saved: boolean): Promise<Screen> {
  const [reports, drafts] = [await reportsOf(userId, key), await draftsOf(userId, key)];
  const waiting = reports.filter(({ state }) => state === 'waiting');
  const refused = reports.filter(({ state }) => state === 'refused');
  const sent = reports.filter(({ state }) => state === 'sent').toReversed();
  const said = h('p', { class: 'govuk-body', role: 'status' });
  const now = async () => {
    said.textContent = 'Sending…';
    const result = await send(userId);
    said.replaceChildren(
      outcomes[result],
      ...(result === 'signed-out' || result === 'another'
        ? [' ', h('a', { class: 'govuk-link', href: '/sign-in?to=/offline' }, 'Sign in')]
        : []),
    );
  };
  return {
    title: 'Reports of this device',
    content: [
      ...(saved && waiting.length > 0
        ? [
            h(
              'p',
              { class: 'govuk-inset-text', role: 'status' },
              'Saved on this device, encrypted. It is not with the service until it is sent.',
            ),
          ]
        : []),
      ...begun(drafts),
      ...(reports.length === 0 && drafts.length === 0 ? [p('Nothing was reported on this device.')] : []),
      ...group('Waiting to be sent', waiting, (report) => [button('Discard', () => void drop(report), 'govuk-button--secondary')]),
      ...(waiting.length > 0 ? [button('Send now', () => void now())] : []),
      said,
      ...group('Not taken by the service', refused, (report) => [
        h('p', { class: 'govuk-body' }, h('strong', {}, report.why ?? '')),
        h(
          'div',
          { class: 'govuk-button-group' },
          button('Finish it in the service', () => void finish(report, userId, key, said)),
          button('Send it again as it is', () => void sendAgain(key, userId, report), 'govuk-button--secondary'),
          button('Discard', () => void drop(report), 'govuk-button--secondary'),
        ),
      ]),
      ...group('Sent', sent, (report) => [
        h(
          'p',
          { class: 'govuk-body' },
          h('a', { class: 'govuk-link', href: report.place ?? '/' }, 'Open it in the service'),
          (report.alike ?? 0) > 0 ? '. It may have been reported already: look there.' : '',
        ),
      ]),
    ],
  };
}

function group(title: string, reports: readonly KnownReport[], more: (report: KnownReport) => readonly HTMLElement[]): HTMLElement[] {
  if (reports.length === 0) return [];
  const boxes = reports.map((report) =>
    h(
      'li',
      { class: 'ow-offline-hit' },
      h('strong', {}, report.name),
      h('div', {}, `${report.what}. Saved here ${formatDateTime(report.madeAt)}.`),
      [...more(report)],
    ),
  );
  return [h('h2', { class: 'govuk-heading-m' }, title), h('ul', { class: 'govuk-list' }, boxes)];
}

/** What was typed and is not saved yet, in its own words: the person may not be on this device any more. */
function begun(drafts: readonly KeptDraft[]): HTMLElement[] {
  if (drafts.length === 0) return [];
  const items = drafts.map((draft) => {
    const { id, personId, orderId, name, at, typed, then } = draft;
    const words = ['account', 'place', 'excuse', 'reaction', 'identified'].flatMap((field) => (then?.typed ?? typed)[field]?.[0] || []);
    const href = orderId === undefined ? `#report/${personId}` : `#read/${personId}/${orderId}`;
    const discardIt = () => {
      if (globalThis.confirm(`Discard what you typed about ${name}?`)) void discardDraft(id).then(changed);
    };
    return h(
      'li',
      { class: 'ow-offline-hit' },
      h('strong', {}, name),
      h('div', {}, `${orderId === undefined ? 'Report of a breach' : 'Reading out an order'}, begun ${formatDateTime(at)}.`),
      words.map((text) => h('div', { class: 'ow-quote' }, text)),
      h(
        'div',
        { class: 'govuk-button-group' },
        h('a', { class: 'govuk-button', href, role: 'button' }, 'Go on with it'),
        button('Discard', discardIt, 'govuk-button--secondary'),
      ),
    );
  });
  return [h('h2', { class: 'govuk-heading-m' }, 'Begun and not saved'), h('ul', { class: 'govuk-list' }, items)];
}

async function drop({ id, name, state }: KnownReport): Promise<void> {
  const question =
    state === 'waiting' ? 'It was not sent: nobody else has it.' : 'The service does not have it, unless you finished it there.';
  // Deleting the only copy of a report must be meant.
  if (!globalThis.confirm(`Discard the report about ${name}? ${question}`)) return;
  await discard(id);
  changed();
}

/** Opens the form of the service with everything that was answered here. */
async function finish(report: KnownReport, userId: string, key: CryptoKey, said: HTMLElement): Promise<void> {
  const { id, state, form: action, fields, ...rest } = report;
  const here = await session((await queueDevice(userId)) ?? '');
  if (here === 'unreachable') said.textContent = outcomes.unreachable;
  else if (here === 'signed-out' || here.userId !== userId) {
    said.replaceChildren('Sign in, then open this again. ', h('a', { class: 'govuk-link', href: '/sign-in?to=/offline' }, 'Sign in'));
  } else {
    const all: readonly (readonly [string, string])[] = [
      ['_csrf', here.csrf ?? ''],
      // Finished there and sent from here, it is still one.
      ['_command', id],
      ...fields,
    ];
    const inputs = all.map(([name, value]) => h('input', { type: 'hidden', name, value }));
    const form = h('form', { method: 'post', action, hidden: true }, inputs);
    document.body.append(form);
    await saveReport(key, userId, id, state, { ...rest, form: action, fields, finishing: true });
    form.submit();
  }
}
