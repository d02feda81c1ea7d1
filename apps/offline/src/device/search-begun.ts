import { sealJson, unsealJson } from './ciphers.js';
import { forget, keep, kept, type Sealed } from './database.js';

// What was typed into the search of the service when the signal went, on its way to the search of this device.

const NAME = 'search-begun';
const bound = (userId: string): unknown => ['search', userId];

export async function beginSearch(key: CryptoKey, userId: string, words: string): Promise<void> {
  await keep(NAME, await sealJson(key, words, bound(userId)));
}

/** Once; null when nothing was begun, or by somebody else. */
export async function takeSearch(key: CryptoKey, userId: string): Promise<string | null> {
  const sealed = await kept<Sealed>(NAME);
  if (!sealed) return null;
  await forget(NAME);
  return unsealJson<string>(key, sealed, bound(userId)).catch(() => null);
}
