import { formatDate, type LocalDate } from '#calendar';
import { type MadeOrder, notificationDuties, type NotificationAbout, type NotificationDuty, type OrderState } from '#orders';

/** An offence against the duty to notify (SPA 2019 s.11): of the person, not of a condition. */
export interface NotificationOffence {
  /** CJS code. */
  readonly code: string;
  readonly title: string;
}

/** The same with what the record of one order says of that duty. */
export interface NotificationThen extends NotificationOffence {
  /** The record shows that a duty of this sort ran out unmet. */
  readonly ranOut: boolean;
  /** The record shows that none did: given in time, still due, or owed by nobody. To allege it all the same is to doubt the record. */
  readonly wasMet: boolean;
  /** How each duty of this sort stood, a line each without a full stop. */
  readonly stood: readonly string[];
}

const stalking: readonly NotificationOffence[] = [
  { code: 'ST19002', title: 'Did not notify name and address within 3 days of service' },
  { code: 'ST19003', title: 'Did not notify a new name within 3 days' },
  { code: 'ST19004', title: 'Did not notify a new home address within 3 days' },
  { code: 'ST19005', title: 'Refused fingerprints or a photograph when notifying' },
  { code: 'ST19006', title: 'Knowingly gave false information when notifying' },
];

const dutyOf: Readonly<Record<string, NotificationAbout>> = { ST19002: 'initial', ST19003: 'name', ST19004: 'address' };

/**
 * The offences that can be alleged against the duty to notify under this order, and how the record has that duty on `day`: none where its
 * kind brings none (SPA 2019 s.9). `replaced`: the interim order in whose place it stands.
 */
export function notificationOffences(order: MadeOrder, day: LocalDate, replaced: OrderState | null = null): readonly NotificationThen[] {
  if (order.kind !== 'spo' && order.kind !== 'interim-spo') return [];
  const duties = notificationDuties(order, day, replaced);
  return stalking.map((offence) => {
    const ofIt = duties.filter(({ about }) => about === dutyOf[offence.code]);
    const none = offence.code === 'ST19002' && ofIt.length === 0 && replaced !== null ? [NO_FIRST] : [];
    const stood = [...none, ...ofIt.map((duty) => stoodAs(duty, order))];
    const ranOut = ofIt.some(isUnmet);
    return { ...offence, ranOut, wasMet: !ranOut && stood.length > 0 && !ofIt.some(({ state }) => state === 'interim-not-met'), stood };
  });
}

const NO_FIRST = 'No first notification is owed: the order is in place of an interim one';

function isUnmet({ state }: NotificationDuty): boolean {
  return state === 'overdue' || state === 'defaulted' || state === 'given-late';
}

function stoodAs({ state, lastDay, notificationId }: NotificationDuty, { notifications }: MadeOrder): string {
  const due = lastDay === null ? '' : `Due by the end of ${formatDate(lastDay)}: `;
  const given = notifications.find((one) => one.notificationId === notificationId);
  const on = given ? ` on ${formatDate(given.at.on)}` : '';
  switch (state) {
    case 'given':
      return `${due}the police were notified${on}, in time`;
    case 'given-late':
      return `${due}the police were notified${on}, late`;
    case 'overdue':
    case 'defaulted':
      return `${due}no notification is recorded`;
    case 'due':
      return `${due}the time had not run out`;
    case 'not-served':
      return 'No service is recorded, and the three days begin with service';
    case 'exempt':
      return 'Not owed while the respondent notifies under the Sexual Offences Act 2003';
    case 'order-ended':
      return `${due}the order ended before`;
    case 'interim-not-met':
      return 'The first notification under the interim order was never given: ask the force solicitor';
  }
}

/** What the code stands for, or null for another offence. */
export function notificationOffence(code: string): NotificationOffence | null {
  return stalking.find((offence) => offence.code === code) ?? null;
}
