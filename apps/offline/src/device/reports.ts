import type { Instant, LocalDate } from '#calendar';
import { sealJson, unsealJson } from './ciphers.js';
import { all, put, remove, type StoredReport } from './database.js';

/** A report made on this device: of a breach, or of an order that was read out. */
export interface Report {
  readonly personId: string;
  readonly name: string;
  /** Of an order that was read out: which, and when. */
  readonly orderId?: string;
  readonly readAt?: Instant;
  /** `Message, 18 Nov 2026 at 23:40` */
  readonly what: string;
  /** Of a breach: the days on which it happened. */
  readonly on?: LocalDate;
  readonly until?: LocalDate;
  /** When the officer saved it, by the service's clock. */
  readonly madeAt: Instant;
  /** The address that it is sent to. */
  readonly to: string;
  /** The address of the form of the service that can finish it. */
  readonly form: string;
  /** What is sent, as the API takes it. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The answers to finish it with in the form of the service, by field. */
  readonly fields: readonly (readonly [string, string])[];
  /** Why the service did not take it. */
  readonly why?: string;
  /** The address of what it became. */
  readonly place?: string;
  /** When it was sent, by the service's clock. */
  readonly sentAt?: Instant;
  /** Whether the officer has seen that it was. */
  readonly seen?: boolean;
  /** It was opened in the form of the service, to be finished there. */
  readonly finishing?: boolean;
  /** How many reports there that may be of the same incident. */
  readonly alike?: number;
}

export type ReportState = Exclude<StoredReport['state'], 'draft'>;

export interface KnownReport extends Report {
  readonly id: string;
  readonly state: ReportState;
}

const bound = (id: string, userId: string): unknown => ['report', id, userId];

export async function saveReport(key: CryptoKey, userId: string, id: string, state: ReportState, report: Report): Promise<void> {
  await put('reports', { id, userId, state, sealed: await sealJson(key, report, bound(id, userId)) });
}

/** The reports of this officer, oldest first; one that does not open any more is left out. */
export async function reportsOf(userId: string, key: CryptoKey): Promise<KnownReport[]> {
  const found = await Promise.all(
    (await all('reports'))
      .filter((row) => row.userId === userId)
      .map(async ({ id, state, sealed }) => {
        if (state === 'draft') return [];
        const report = await unsealJson<Report>(key, sealed, bound(id, userId)).catch(() => null);
        return report ? [{ ...report, id, state }] : [];
      }),
  );
  return found.flat().sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
}

/** How many of this officer's reports are not sent yet, those refused among them. Needs no key. */
export async function unsent(userId: string): Promise<number> {
  return (await all('reports')).filter((row) => row.userId === userId && row.state !== 'sent' && row.state !== 'draft').length;
}

/** How many of this officer's reports wait to be sent. Needs no key. */
export const waitingOf = (userId: string): Promise<number> => count(userId, 'waiting');

/** How many of this officer's reports were sent and are still listed here. Needs no key. */
export const sentOf = (userId: string): Promise<number> => count(userId, 'sent');

async function count(userId: string, state: ReportState): Promise<number> {
  return (await all('reports')).filter((row) => row.userId === userId && row.state === state).length;
}

/** Those of whom something waits to be sent. Needs no key. */
export async function ownersWaiting(): Promise<string[]> {
  return [...new Set((await all('reports')).filter(({ state }) => state === 'waiting').map(({ userId }) => userId))];
}

export function discard(id: string): Promise<void> {
  return remove('reports', id);
}

/** All of this officer's: what was begun as well. */
export async function discardUnsent(userId: string): Promise<void> {
  for (const row of await all('reports')) if (row.userId === userId) await remove('reports', row.id);
}
