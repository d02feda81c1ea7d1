import type { Alleging } from './alleging.js';

/** What an allegation is about, as one value of a form or of the API: `order/condition/version`, or `order/ST19004`. */
export function keyOf({ orderId, breached }: Omit<Alleging, 'allegationId'>): string {
  return breached.is === 'condition' ? `${orderId}/${breached.conditionId}/${breached.versionId}` : `${orderId}/${breached.offenceCode}`;
}

/** The same read back; null when it is no such value. Whether it exists is for the decision to say. */
export function allegingOf(key: string): Omit<Alleging, 'allegationId'> | null {
  const parts = key.split('/');
  if (parts.some((part) => !/^[0-9a-zA-Z-]{1,64}$/.test(part))) return null;
  const [orderId = '', first = '', versionId] = parts;
  if (parts.length === 3 && versionId !== undefined) return { orderId, breached: { is: 'condition', conditionId: first, versionId } };
  return parts.length === 2 ? { orderId, breached: { is: 'notification', offenceCode: first } } : null;
}
