import type { Instant } from '#calendar';
import { sealJson, unsealJson } from './ciphers.js';
import { all, put, remove } from './database.js';

/** What the officer looked at here, for the access log of the service. */
export type Look =
  | { readonly kind: 'card'; readonly personId: string; readonly at: Instant }
  | { readonly kind: 'search'; readonly words: string; readonly at: Instant };

const bound = (id: string, userId: string): unknown => ['look', id, userId];

/** Kept before anything is shown. */
export async function keepLook(key: CryptoKey, userId: string, look: Look): Promise<void> {
  const id = crypto.randomUUID();
  await put('looks', { id, userId, sealed: await sealJson(key, look, bound(id, userId)) });
}

export async function looksOf(userId: string, key: CryptoKey): Promise<(Look & { readonly id: string })[]> {
  const found = await Promise.all(
    (await all('looks'))
      .filter((row) => row.userId === userId)
      .map(async ({ id, sealed }) => {
        const look = await unsealJson<Look>(key, sealed, bound(id, userId)).catch(() => null);
        return look ? [{ ...look, id }] : [];
      }),
  );
  return found.flat();
}

export async function forgetLooks(ids: readonly string[]): Promise<void> {
  for (const id of ids) await remove('looks', id);
}
