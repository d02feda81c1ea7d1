import type { Instant } from '#calendar';
import { now } from './clock.js';
import { device as deviceHere, queueDevice, queueKey, restoreQueueKey } from './device.js';
import { forgetLooks, looksOf } from './looks.js';
import { ownRecorded } from './refresh.js';
import { discard, type KnownReport, reportsOf, saveReport } from './reports.js';
import { noteSent } from './sent-notes.js';
import { reportedUnder } from '#breaches';
import { ask, type Session, session, tell, type Telling } from './service.js';
import { changed } from './telling.js';

export type Sent =
  /** Nothing waits that could be sent any more. */
  | 'done'
  /** The officer must sign in first. */
  | 'signed-out'
  /** Somebody else is signed in here: theirs is not ours to send. */
  | 'another'
  | 'unreachable';

interface How {
  /** How long each answer may take, in milliseconds. */
  readonly patience?: number | undefined;
  /** Called once the service has answered and a report is on its way. */
  readonly started?: () => void;
}

/**
 * Sends what waits, reports first, then what was looked at. One at a time on this device, whichever tab or worker asks; each under the id
 * it was made with, so that the service records once what is sent twice.
 */
export async function send(userId: string, how: How = {}): Promise<Sent> {
  const device = await queueDevice(userId);
  if (!device) return 'done';
  // Asked before it is our turn: on a line that hangs, whoever is answered first sends.
  const here = await session(device, how.patience);
  if (here === 'signed-out' || here === 'unreachable') return here;
  if (here.userId !== userId) return 'another';
  return navigator.locks.request('orderwatch-sending', () => sendAll(here, how));
}

async function sendAll({ userId, share, csrf, now: asked }: Session, { patience, started }: How): Promise<Sent> {
  const key = (await queueKey(userId)) ?? (await restoreQueueKey(userId, share));
  if (!key) return 'done';
  const waiting = (await reportsOf(userId, key)).filter(({ state }) => state === 'waiting');
  if (waiting.length > 0) started?.();
  for (const report of waiting) {
    const result = await sendOne(key, userId, report, { csrf, patience, asked });
    if (result !== 'done') return result;
  }
  const finished = await lookForFinished(key, userId, patience);
  return finished === 'done' ? sendLooks(key, userId, { csrf, patience }) : finished;
}

/** What was to be finished in the form of the service is on record there under the id that the report makes, once it was. */
async function lookForFinished(key: CryptoKey, userId: string, patience: number | undefined): Promise<Sent> {
  const open = (await reportsOf(userId, key)).filter(
    ({ state, finishing, orderId }) => state === 'refused' && finishing && orderId === undefined,
  );
  for (const report of open) {
    const recordId = reportedUnder(report.id);
    const reply = await ask(`/api/v1/breaches/${recordId}`, patience);
    if (reply.is === 'unreachable' || reply.is === 'signed-out') return reply.is;
    if (reply.is !== 'taken') continue;
    const outcome = { place: `/breaches/${recordId}`, alike: 0, sentAt: await now() };
    await saveReport(key, userId, report.id, 'sent', { ...report, body: {}, fields: [], ...outcome });
    await ownRecorded();
    changed();
  }
  return 'done';
}

async function sendOne(
  key: CryptoKey,
  userId: string,
  report: KnownReport,
  { asked, ...how }: Telling & { readonly asked: Instant },
): Promise<Sent> {
  const { id } = report;
  const reply = await tell(report.to, report.body, { ...how, headers: { 'idempotency-key': id } });
  if (reply.is === 'signed-out' || reply.is === 'unreachable') return reply.is;
  if (reply.is === 'refused') await saveReport(key, userId, id, 'refused', { ...report, why: reply.why });
  else {
    const { id: recordId, alike } = reply.body;
    // Only the service gives a report an id. Something in between that says yes to everything has recorded nothing.
    if (typeof recordId !== 'string') return 'unreachable';
    const place = report.orderId === undefined ? `/breaches/${recordId}` : `/orders/${report.orderId}`;
    if (await deviceHere()) {
      const outcome = { place, alike: Array.isArray(alike) ? alike.length : 0, sentAt: await now() };
      // What was sent is on the record: its words need not stay here.
      await saveReport(key, userId, id, 'sent', { ...report, body: {}, fields: [], ...outcome });
      await ownRecorded();
    } else {
      // Wiped meanwhile: nobody could open what is sealed here, nor may anybody read whom it was about.
      await noteSent({ userId, sentAt: asked, place, reference: recordId.slice(0, 8) });
      await discard(id);
    }
  }
  changed();
  return 'done';
}

async function sendLooks(key: CryptoKey, userId: string, how: Telling): Promise<Sent> {
  const looks = await looksOf(userId, key);
  for (let from = 0; from < looks.length; from += 100) {
    const some = looks.slice(from, from + 100);
    const reply = await tell('/api/v1/offline/looks', { looks: some }, how);
    if (reply.is === 'signed-out' || reply.is === 'unreachable') return reply.is;
    if (reply.is === 'taken' && typeof reply.body['logged'] === 'number') await forgetLooks(some.map(({ id }) => id));
  }
  return 'done';
}

/** Sends again what the service refused, for instance once it was put right there. */
export async function sendAgain(key: CryptoKey, userId: string, report: KnownReport): Promise<Sent> {
  await saveReport(key, userId, report.id, 'waiting', { ...report, why: '' });
  return send(userId);
}
