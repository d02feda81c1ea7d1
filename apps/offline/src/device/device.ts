import type { OfflineSnapshot } from '#histories';
import { aesKey, deviceKey, fromBase64url, lockPair, pinKey, random, seal, sealJson, unlocking, unseal, unsealJson } from './ciphers.js';
import { all, forget, keep, kept, names, remove, type Sealed } from './database.js';
import { forgetNotes } from './sent-notes.js';

/** An officer turned offline use on here. One at a time. */
export interface Device {
  readonly id: string;
  readonly userId: string;
  readonly salt: Uint8Array<ArrayBuffer>;
  /** The device's own part of what the PIN makes. */
  readonly own: CryptoKey;
  /** Locks a snapshot without the PIN. */
  readonly lock: CryptoKey;
  /** Opens it; sealed under the PIN. */
  readonly opening: Sealed;
  readonly wrongPins: number;
}

/** What is kept of a snapshot. Its dates are readable, and bound to it: changed, it does not open. */
export interface KeptSnapshot {
  readonly userId: string;
  readonly asAt: string;
  readonly expiresAt: string;
  /** How far the service's clock was ahead of this device's, in milliseconds. */
  readonly ahead: number;
  readonly key: ArrayBuffer;
  readonly sealed: Sealed;
}

/** The key of unsent reports under the service's share, so that the same officer can send them after signing in again. */
interface SealedQueueKey {
  readonly device: string;
  readonly sealed: Sealed;
}

export const WRONG_PINS = 5;
const queueKeyOf = (userId: string): string => `queue-key-of:${userId}`;

export const device = (): Promise<Device | null> => kept<Device>('device');
export const snapshotKept = (): Promise<KeptSnapshot | null> => kept<KeptSnapshot>('snapshot');

/** Turns offline use on: makes the keys. `share` is the service's part in the key of reports. */
export async function turnOn(userId: string, pin: string, id: string, share: string): Promise<void> {
  await wipe();
  const [salt, own, { lock, pkcs8 }] = [random(16), await deviceKey(), await lockPair()];
  const opening = await seal(await pinKey(pin, salt, own), pkcs8, [id, userId]);
  await makeQueueKey(userId, id, share);
  await keep('device', { id, userId, salt, own, lock, opening, wrongPins: 0 } satisfies Device);
}

/** A key that the worker can use to send without the PIN while the officer is signed in; also sealed for after that. */
async function makeQueueKey(userId: string, id: string, share: string): Promise<void> {
  // A key that unsent reports still need goes on.
  if ((await restoreQueueKey(userId, share)) !== null) return;
  const raw = random(32);
  const sealed = await seal(await aesKey(fromBase64url(share)), raw, [userId, id]);
  await keep(queueKeyOf(userId), { device: id, sealed } satisfies SealedQueueKey);
  await keep('queue-key', { userId, key: await aesKey(raw) });
}

/** The key of this officer's reports while it lies open here; null when it does not. */
export async function queueKey(userId: string): Promise<CryptoKey | null> {
  const open = await kept<{ userId: string; key: CryptoKey }>('queue-key');
  return open?.userId === userId ? open.key : null;
}

/** The device id under which this officer's key was sealed: what to ask the service's share for. */
export async function queueDevice(userId: string): Promise<string | null> {
  return (await kept<SealedQueueKey>(queueKeyOf(userId)))?.device ?? null;
}

/** Opens the key of this officer's reports with the service's share. Null when there is none here. */
export async function restoreQueueKey(userId: string, share: string): Promise<CryptoKey | null> {
  const there = await kept<SealedQueueKey>(queueKeyOf(userId));
  if (!there) return null;
  const raw = await unseal(await aesKey(fromBase64url(share)), there.sealed, [userId, there.device]).catch(() => null);
  if (!raw) return null;
  const key = await aesKey(raw);
  await keep('queue-key', { userId, key });
  return key;
}

/** Keeps a snapshot in place of the one before it. `ahead`: see `KeptSnapshot`. */
export async function keepSnapshot(to: Device, snapshot: OfflineSnapshot, ahead: number): Promise<void> {
  const { userId, asAt, expiresAt } = snapshot;
  const raw = random(32);
  const sealed = await sealJson(await aesKey(raw), snapshot, [userId, asAt, expiresAt, ahead]);
  const key = await crypto.subtle.encrypt('RSA-OAEP', to.lock, raw);
  await keep('snapshot', { userId, asAt, expiresAt, ahead, key, sealed } satisfies KeptSnapshot);
  await keep('latest', Date.parse(asAt));
}

export type Opened =
  | { readonly is: 'open'; readonly snapshot: OfflineSnapshot; readonly opening: CryptoKey }
  | { readonly is: 'wrong'; readonly left: number }
  | { readonly is: 'gone' };

/** Opens the snapshot with the PIN. The last wrong one wipes it; so does one that was tampered with. */
export function openSnapshot(pin: string): Promise<Opened> {
  // One guess at a time, in however many tabs: each counts.
  return navigator.locks.request('orderwatch-pin', () => tryPin(pin));
}

async function tryPin(pin: string): Promise<Opened> {
  const [here, there] = [await device(), await snapshotKept()];
  if (!here || !there) return { is: 'gone' };
  // The page was gone before the last wrong one could wipe.
  if (here.wrongPins >= WRONG_PINS) {
    await wipe();
    return { is: 'gone' };
  }
  const wrongPins = here.wrongPins + 1;
  // Counted before it is known, so that no guess goes uncounted.
  await keep('device', { ...here, wrongPins });
  const key = await pinKey(pin, here.salt, here.own);
  const pkcs8 = await unseal(key, here.opening, [here.id, here.userId]).catch(() => null);
  if (!pkcs8) {
    if (wrongPins < WRONG_PINS) return { is: 'wrong', left: WRONG_PINS - wrongPins };
    await wipe();
    return { is: 'gone' };
  }
  // Wiped meanwhile, by signing out in another tab for instance.
  if (!(await device())) return { is: 'gone' };
  await keep('device', { ...here, wrongPins: 0 });
  const opening = await unlocking(pkcs8);
  const snapshot = await openedWith(opening, there);
  if (snapshot) return { is: 'open', snapshot, opening };
  await wipe();
  return { is: 'gone' };
}

/** Opens the snapshot with what the PIN opened a moment ago; null where that opens nothing here any more. */
export async function openAgain(opening: CryptoKey): Promise<OfflineSnapshot | null> {
  const [here, there] = [await device(), await snapshotKept()];
  return here && there && here.wrongPins === 0 ? openedWith(opening, there) : null;
}

async function openedWith(
  opening: CryptoKey,
  { userId, asAt, expiresAt, ahead, key, sealed }: KeptSnapshot,
): Promise<OfflineSnapshot | null> {
  const raw = await crypto.subtle.decrypt('RSA-OAEP', opening, key).catch(() => null);
  return raw && (await unsealJson<OfflineSnapshot>(await aesKey(raw), sealed, [userId, asAt, expiresAt, ahead]).catch(() => null));
}

/**
 * Wipes the snapshot and every key that opens something here. What is not sent yet stays, unreadable, with its key under the service's
 * share; of an officer without it nothing stays.
 */
export async function wipe(): Promise<void> {
  for (const name of ['snapshot', 'device', 'queue-key', 'latest', 'recorded', 'search-begun']) await forget(name);
  const owners = new Set((await all('looks')).map(({ userId }) => userId));
  for (const { id, userId, state } of await all('reports')) {
    if (state === 'sent') await remove('reports', id);
    else owners.add(userId);
  }
  const needed = new Set([...owners].map(queueKeyOf));
  for (const name of await names()) if (name.startsWith(queueKeyOf('')) && !needed.has(name)) await forget(name);
}

/** Wipes, and takes away the screens as well: nothing of this service stays but what is not sent. */
export async function wipeAll(): Promise<void> {
  await wipe();
  await forgetNotes();
  for (const name of await caches.keys()) await caches.delete(name);
}
