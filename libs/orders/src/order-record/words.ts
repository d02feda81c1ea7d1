import { formatDate, formatDateTime } from '#calendar';
import type {
  Applicant,
  Awaited,
  AwarenessBasis,
  Court,
  DetermineOutcome,
  NotificationAbout,
  WeighedDocument,
  ServiceMethod,
} from '../domain/events.js';
import type { InForce } from '../domain/in-force.js';
import type { End, Moment } from '../domain/moments.js';
import type { NotificationDuty } from '../domain/notification.js';
import { type KnownNow, leftToKnow } from '../domain/known-now.js';
import type { MadeOrder, Service } from '../domain/order.js';
import { lastRenewal, tellsOf } from '../domain/to-serve.js';

// The words of the order's page for what the record says in codes.

export const courtTypes: Readonly<Record<Court['type'], string>> = {
  magistrates: "magistrates' court",
  youth: 'youth court',
  crown: 'Crown Court',
  family: 'family court',
  county: 'county court',
  high: 'High Court',
  appeal: 'Court of Appeal',
  police: 'police',
};

export const applicants: Readonly<Record<Applicant, string>> = {
  'chief-officer': 'a chief officer of police',
  respondent: 'the respondent',
  prosecution: 'the prosecution',
  'protected-person': 'a person the order protects',
  'third-party': 'a third party',
  court: 'the court itself',
};

export const awaitedWords: Readonly<Record<Awaited, string>> = {
  'charge-decision': 'a decision whether to charge',
  'final-hearing': 'the final hearing',
  evidence: 'evidence',
  service: 'service on the respondent',
  other: 'something else',
};

export const serviceMethods: Readonly<Record<ServiceMethod, string>> = {
  personal: 'handed over in person',
  'in-court': 'handed over in court',
  'read-by-officer': 'read out by an officer',
  'left-at-address': 'left at the address',
  post: 'by post',
  solicitor: 'through a solicitor',
  other: 'another way',
};

export const proofs: Readonly<Record<'certificate' | 'statement' | 'court-record' | 'none-yet', string>> = {
  certificate: 'certificate of service',
  statement: 'statement of who served it',
  'court-record': 'record of the court',
  'none-yet': 'no proof yet',
};

export const awarenessBases: Readonly<Record<AwarenessBasis, string>> = {
  'in-court': 'was in court',
  told: 'was told',
  solicitor: 'knew through a solicitor',
  'own-words': 'showed it in their own words',
  other: 'other',
};

export const notificationsAbout: Readonly<Record<NotificationAbout, string>> = {
  initial: 'name and home address, first time',
  name: 'new name',
  address: 'new home address',
};

export const dutyStates: Readonly<Record<NotificationDuty['state'], string>> = {
  'not-served': 'Starts with service',
  exempt: 'Not owed while under the Sexual Offences Act 2003',
  due: 'Due',
  overdue: 'Overdue',
  given: 'Given in time',
  'given-late': 'Given late',
  defaulted: 'Default recorded',
  'order-ended': 'Ended with the order',
  'interim-not-met': 'The interim’s first notification was never given; whether one is due now is for the force solicitor',
};

export const outcomes: Readonly<Record<DetermineOutcome, string>> = {
  granted: 'granted',
  refused: 'refused',
  withdrawn: 'withdrawn',
  otherwise: 'dealt with in another way',
};

export function momentWords({ on, at }: Moment): string {
  return at === null ? formatDate(on) : formatDateTime(at);
}

export function endWords(end: End): string {
  switch (end.is) {
    case 'fixed':
      return `until the end of ${formatDate(end.lastDay)}`;
    case 'until-further-order':
      return 'until further order';
    case 'unknown':
      return 'end not known';
  }
}

export function courtWords({ type, name }: Court): string {
  // Most names say what kind of court it is: Assizeham Magistrates' Court.
  const plain = (text: string) => text.toLowerCase().replaceAll(/[’']/g, '');
  return plain(name).includes(plain(courtTypes[type])) ? name : `${name} (${courtTypes[type]})`;
}

/** The order's state as one heading. */
export function stateWords(order: MadeOrder, now: InForce, known: KnownNow): string {
  if (now.is === 'time-needed') return 'Begins or ends today: the hour is not recorded';
  if (now.is === 'in-force') return `In force${leftToKnow(known)}`;
  if (order.is === 'over') {
    if (order.over.because === 'recorded-in-error') return 'Not in force: recorded in error, it bound nobody at any time';
    const day = formatDate(order.over.at.on);
    if (order.over.because === 'ceased') return `Not in force: ceased on ${day}, the application was ${outcomes[order.over.outcome]}`;
    return order.over.because === 'quashed' ? `Not in force: quashed on appeal on ${day}` : `Not in force: discharged on ${day}`;
  }
  if (now.because === 'not-yet-made') return `Not in force yet: from ${momentWords(order.made)}`;
  const last = order.ends.findLast((set) => set.end.is === 'fixed')?.end;
  return last?.is === 'fixed' ? `Not in force: ended with ${formatDate(last.lastDay)}` : 'Not in force: ended';
}

/** `the order`, or the variation by its date. */
export function documentWords(
  order: MadeOrder,
  served: WeighedDocument,
  service: Pick<Service, 'at' | 'method' | 'told'> | null = null,
): string {
  const renewed = served === 'order' && service ? lastRenewal(order, service.at) : null;
  if (renewed && service && tellsOf(service, renewed)) return `the order as renewed on ${formatDate(renewed.from.on)}`;
  if (served === 'order') return 'the order';
  if ('proposalId' in served) return 'what the court is asked to change';
  const variation = order.variations.find((one) => one.variationId === served.variationId);
  return variation ? `the variation of ${momentWords(variation.effective)}` : 'a variation';
}
