import { formatDate, type Instant, londonDate, londonTime } from '#calendar';
import { now } from '../device/clock.js';
import { queueKey } from '../device/device.js';
import { type KnownReport, reportsOf, saveReport, waitingOf } from '../device/reports.js';
import { forgetNotes, sentNotes } from '../device/sent-notes.js';
import { changed } from '../device/telling.js';
import type { Trying } from '../device/trying.js';
import { button, h, plural } from './markup.js';

/** What waits and what becomes of it; what was sent and when, until it is seen. Names nobody unless told to. */
export async function sentLine(userId: string, trying: Trying, named: boolean): Promise<HTMLElement[]> {
  const [key, waiting, at] = [await queueKey(userId), await waitingOf(userId), await now()];
  const reports = key ? await reportsOf(userId, key) : [];
  const sent = reports.filter(({ state, sentAt, seen }) => state === 'sent' && sentAt !== undefined && seen !== true);
  const refused = reports.some(({ state }) => state === 'refused');
  const lines = [
    ...(waiting > 0 ? [waitingLine(waiting, trying)] : []),
    ...sent.map((report) =>
      line(`Sent ${when(report.sentAt ?? report.madeAt, at)}: ${named ? `${report.name}, ${report.what}` : '1 report'}.`),
    ),
    ...(key && named && sent.length > 0 ? [button('I have seen this', () => void see(key, userId, sent), 'govuk-button--secondary')] : []),
    ...(refused
      ? [line(named ? link('#reports', 'A report was not taken: look why') : 'A report was not taken. Open it with your PIN.')]
      : []),
  ];
  return lines.length === 0 ? [] : [h('div', { class: 'govuk-inset-text' }, lines)];
}

/** What was sent when this device had no copy any more, until it is seen. `userId`: only of this officer. */
export async function noteLines(userId: string | null = null): Promise<HTMLElement[]> {
  const [notes, at] = [(await sentNotes()).filter((note) => userId === null || note.userId === userId), await now()];
  if (notes.length === 0) return [];
  const lines = notes.map(({ sentAt, place, reference }) =>
    line(`Sent ${when(sentAt, at)}: 1 report, reference ${reference}. `, link(place, 'Open it in the service')),
  );
  const seen = button('I have seen this', () => void forgetNotes(userId).then(changed), 'govuk-button--secondary');
  return [h('div', { class: 'govuk-inset-text' }, lines, seen)];
}

const line = (...words: readonly (string | HTMLElement)[]): HTMLElement => h('p', { class: 'govuk-body' }, ...words);
const link = (href: string, text: string): HTMLElement => h('a', { class: 'govuk-link', href }, text);

function waitingLine(waiting: number, trying: Trying): HTMLElement {
  const [it, are] = waiting === 1 ? ['It', 'is'] : ['They', 'are'];
  const signIn = [
    link('/sign-in?to=/offline', 'Sign in'),
    `. Then ${it.toLowerCase()} ${are} sent by ${waiting === 1 ? 'itself' : 'themselves'}.`,
  ];
  if (trying === 'sending') return line(`Sending ${plural(waiting, 'report')}…`);
  if (trying === 'signed-out')
    return line(h('strong', {}, 'Not sent: sign in again.'), ' There is signal, but your session has ended. ', ...signIn);
  if (trying === 'another') return line(h('strong', {}, 'Not sent: somebody else is signed in here.'), ' ', ...signIn);
  return line(`${plural(waiting, 'report')} ${waiting === 1 ? 'waits' : 'wait'} for signal. ${it} ${are} sent as soon as there is any.`);
}

/** `at 02:14`, of another day `on 1 Jul 2026 at 02:14` */
function when(instant: Instant, seen: Instant): string {
  const [day, time] = [londonDate(instant), londonTime(instant)];
  return day === londonDate(seen) ? `at ${time}` : `on ${formatDate(day)} at ${time}`;
}

async function see(key: CryptoKey, userId: string, reports: readonly KnownReport[]): Promise<void> {
  for (const { id, state, ...report } of reports) await saveReport(key, userId, id, state, { ...report, seen: true });
  changed();
}
