import { Refusal } from '#event-sourcing';
import type { OrderState } from '#orders';
import { type FieldError, inputId, readForm, type Words, wordsFor } from '#pages';
import type { Instant } from '#calendar';
import { alleging } from '../domain/alleging.js';
import { breaches } from '../domain/breach.js';
import { newIncident } from '../domain/incident.js';
import { type Report, reportOf } from './report-of.js';
import { ReportBreachDetails } from './report-breach.dto.js';
import { whenSent } from './when-it-happened.js';

/** What is wrong with a report: what cannot be read, and what would be refused once it can. */
export interface Amiss {
  readonly unread: readonly FieldError[];
  readonly refused: readonly FieldError[];
}

/** Stand in for what cannot be read, so that the rest is looked at as well. */
const standIns = { account: '-', reporter: 'officer' } as const;

/** Everything that is wrong with what was sent, so that it is told at once and not in turns. `orders`: all on the perpetrator's records. */
export function amissIn(
  perpetratorId: string,
  sent: Readonly<Record<string, unknown>>,
  orders: readonly OrderState[],
  words: Words,
  now: Instant,
): Amiss {
  const reading = readForm(ReportBreachDetails, sent);
  const unread = reading.ok ? [] : reading.errors;
  const fields = new Set(unread.map(({ field }) => field.split('.')[0] ?? ''));
  const readable = Object.entries(sent).filter(([name]) => !fields.has(name));
  const filled = Object.entries(standIns).filter(([name]) => fields.has(name));
  const rest = readForm(ReportBreachDetails, Object.fromEntries([...readable, ...filled]));
  if (!rest.ok) return { unread, refused: [] };
  const details = rest.value;
  const refused = refusalsOf(() => reportOf(perpetratorId, details, whenSent(details), orders, now), orders, now);
  return {
    unread,
    refused: refused.map((refusal) => {
      const { text, field = '' } = wordsFor(refusal, words, details);
      return { field, href: field ? `#${inputId(field)}` : '', text };
    }),
  };
}

/** Why the report would be refused: for what is told of the incident, and for what is alleged. */
function refusalsOf(read: () => Report, orders: readonly OrderState[], now: Instant): Refusal[] {
  let report: Report | null = null;
  const unread = refusalIn(() => (report = read()));
  if (unread !== null || report === null) return unread === null ? [] : [unread];
  return checksOf(report, orders, now).flatMap((check) => refusalIn(check) ?? []);
}

function checksOf(report: Report, orders: readonly OrderState[], now: Instant): (() => unknown)[] {
  const unkept = { breachId: '', force: '' };
  if (report.is === 'kept') return [() => newIncident(breaches.initial, { ...report.contact, ...unkept }, now)];
  const { incident, alleging: said, samePerson } = report.breach;
  const numbered = said.map((one, nth) => ({ ...one, allegationId: String(nth) }));
  return [
    () => alleging(numbered, orders, incident.occurred, [incident.perpetratorId, ...samePerson]),
    () => newIncident(breaches.initial, { ...incident, ...unkept }, now),
  ];
}

function refusalIn(check: () => unknown): Refusal | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
