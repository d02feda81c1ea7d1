import type { Sealed } from './database.js';

// Everything here is WebCrypto's own: no key is ever in the hands of the script but while it is made.

const AES = 'AES-GCM';
const utf8 = new TextEncoder();

export function random(bytes: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(bytes));
}

export function aesKey(raw: BufferSource): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, AES, false, ['encrypt', 'decrypt']);
}

/** `bound` is not hidden but bound to it: it opens only with the same. */
export async function seal(key: CryptoKey, value: BufferSource, bound: unknown): Promise<Sealed> {
  const iv = random(12);
  const data = await crypto.subtle.encrypt({ name: AES, iv, additionalData: utf8.encode(JSON.stringify(bound)) }, key, value);
  return { iv, data };
}

/** Throws when the key is another, or when it or what is bound to it was changed. */
export function unseal(key: CryptoKey, { iv, data }: Sealed, bound: unknown): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: AES, iv, additionalData: utf8.encode(JSON.stringify(bound)) }, key, data);
}

export async function sealJson(key: CryptoKey, value: unknown, bound: unknown): Promise<Sealed> {
  return seal(key, utf8.encode(JSON.stringify(value)), bound);
}

export async function unsealJson<T>(key: CryptoKey, sealed: Sealed, bound: unknown): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await unseal(key, sealed, bound))) as T;
}

/** About half a second on a phone: a guess at a PIN costs as much. */
const PIN_ROUNDS = 600_000;

/** The key that a PIN makes on this device: without the device's own key the PIN is worth nothing, and the other way round. */
export async function pinKey(pin: string, salt: BufferSource, device: CryptoKey): Promise<CryptoKey> {
  const given = await crypto.subtle.importKey('raw', utf8.encode(pin), 'PBKDF2', false, ['deriveBits']);
  const stretched = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: PIN_ROUNDS }, given, 256);
  return aesKey(await crypto.subtle.sign('HMAC', device, stretched));
}

/** A key of the device that no script can read out. */
export function deviceKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}

const RSA = { name: 'RSA-OAEP', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };

/** What a snapshot is locked with (public, kept as it is) and opened with (`pkcs8`, to be sealed under the PIN). */
export async function lockPair(): Promise<{ lock: CryptoKey; pkcs8: ArrayBuffer }> {
  const pair = await crypto.subtle.generateKey(RSA, true, ['encrypt', 'decrypt']);
  return { lock: pair.publicKey, pkcs8: await crypto.subtle.exportKey('pkcs8', pair.privateKey) };
}

export function unlocking(pkcs8: ArrayBuffer): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', pkcs8, { name: RSA.name, hash: RSA.hash }, false, ['decrypt']);
}

export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
}
