import type { OrderKind } from '#orders';

/** An offence against the duty to notify (SPA 2019 s.11): of the person, not of a condition. */
export interface NotificationOffence {
  /** CJS code. */
  readonly code: string;
  readonly title: string;
}

/** What is alleged of somebody of whom it is only said that they did not notify: that they never came. Others are a choice. */
export const NEVER_NOTIFIED = 'ST19002';

const stalking: readonly NotificationOffence[] = [
  { code: NEVER_NOTIFIED, title: 'Did not notify name and address within 3 days of service' },
  { code: 'ST19003', title: 'Did not notify a new name within 3 days' },
  { code: 'ST19004', title: 'Did not notify a new home address within 3 days' },
  { code: 'ST19005', title: 'Refused fingerprints or a photograph when notifying' },
  { code: 'ST19006', title: 'Knowingly gave false information when notifying' },
];

/** The offences that can be alleged against the duty to notify under an order of this kind. */
export function notificationOffences(kind: OrderKind): readonly NotificationOffence[] {
  return kind === 'spo' || kind === 'interim-spo' ? stalking : [];
}

/** What the code stands for, or null for another offence. */
export function notificationOffence(code: string): NotificationOffence | null {
  return stalking.find((offence) => offence.code === code) ?? null;
}
