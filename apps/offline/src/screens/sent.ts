import { formatDateTime } from '#calendar';
import { type KnownReport, reportsOf, saveReport } from '../device/reports.js';
import type { Sent } from '../device/sending.js';
import { changed } from '../device/telling.js';
import { button, h, p } from './markup.js';

/** What was sent and when, kept until it is seen; or why what waits is not sent although there is signal. */
export async function sentLine(userId: string, key: CryptoKey, outcome: Sent): Promise<HTMLElement[]> {
  const reports = await reportsOf(userId, key);
  const sent = reports.filter(({ state, sentAt, seen }) => state === 'sent' && sentAt !== undefined && seen !== true);
  const refused = reports.some(({ state }) => state === 'refused');
  const waits = reports.some(({ state }) => state === 'waiting') && (outcome === 'signed-out' || outcome === 'another');
  if (sent.length === 0 && !refused && !waits) return [];
  return [
    h(
      'div',
      { class: 'govuk-inset-text' },
      sent.map((report) => p(`Sent on ${formatDateTime(report.sentAt ?? report.madeAt)}: ${report.name}, ${report.what}.`)),
      sent.length > 0 ? button('I have seen this', () => void see(key, userId, sent), 'govuk-button--secondary') : null,
      refused
        ? h('p', { class: 'govuk-body' }, h('a', { class: 'govuk-link', href: '#reports' }, 'A report was not taken: look why'))
        : null,
      waits
        ? h(
            'p',
            { class: 'govuk-body' },
            'There is signal, but nothing is sent before you sign in. ',
            h('a', { class: 'govuk-link', href: '/sign-in?to=/offline' }, 'Sign in'),
          )
        : null,
    ),
  ];
}

async function see(key: CryptoKey, userId: string, reports: readonly KnownReport[]): Promise<void> {
  for (const { id, state, ...report } of reports) await saveReport(key, userId, id, state, { ...report, seen: true });
  changed();
}
