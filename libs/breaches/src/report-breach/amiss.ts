import { Refusal } from '#event-sourcing';
import type { OrderState } from '#orders';
import { type FieldError, inputId, readForm, type Words, wordsFor } from '#pages';
import type { Instant, LocalDate } from '#calendar';
import { alleging } from '../domain/alleging.js';
import { breaches } from '../domain/breach.js';
import { assertProtecting } from '../domain/protects-none.js';
import { newIncident } from '../domain/incident.js';
import { type Report, reportOf } from './report-of.js';
import { ReportBreachDetails } from './report-breach.dto.js';
import { whenSent } from './when-it-happened.js';

/** What is wrong with a report: what cannot be read, and what would be refused once it can. */
export interface Amiss {
  readonly unread: readonly FieldError[];
  readonly refused: readonly FieldError[];
}

/** Whom it is reported of; `born` is null where that is not recorded. */
export interface Reported {
  readonly id: string;
  readonly born: LocalDate | null;
}

/** Stand in for what cannot be read, so that the rest is looked at as well. */
const standIns = { account: '-', reporter: 'officer' } as const;

/** Everything that is wrong with what was sent, so that it is told at once and not in turns. `orders`: all on the records of the person. */
export function amissIn(
  { id: perpetratorId, born }: Reported,
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
  const refused = refusalsOf(() => reportOf(perpetratorId, details, whenSent(details), orders, now), { orders, born }, now);
  return {
    unread,
    refused: refused.map((refusal) => {
      const { text, field = '' } = wordsFor(refusal, words, details);
      return { field, href: field ? `#${inputId(field)}` : '', text };
    }),
  };
}

interface Known {
  readonly orders: readonly OrderState[];
  readonly born: LocalDate | null;
}

/** Why the report would be refused: for what is told of the incident, and for what is alleged. */
function refusalsOf(read: () => Report, known: Known, now: Instant): Refusal[] {
  let report: Report | null = null;
  const unread = refusalIn(() => (report = read()));
  if (unread !== null || report === null) return unread === null ? [] : [unread];
  return checksOf(report, known, now).flatMap((check) => refusalIn(check) ?? []);
}

function checksOf(report: Report, { orders, born }: Known, now: Instant): (() => unknown)[] {
  const unkept = { breachId: '', force: '' };
  if (report.is === 'kept') return [() => newIncident(breaches.initial, { ...report.contact, ...unkept }, now, born)];
  const { incident, alleging: said, samePerson, recordIsWrong, evenSo = [] } = report.breach;
  const numbered = said.map((one, nth) => ({ ...one, allegationId: String(nth) }));
  return [
    () => alleging(numbered, orders, incident.occurred, [incident.perpetratorId, ...samePerson], recordIsWrong),
    () => assertProtecting(said, orders, incident.protectedPersonIds, evenSo),
    () => newIncident(breaches.initial, { ...incident, ...unkept }, now, born),
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
