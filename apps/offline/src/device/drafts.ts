import type { Instant, LocalDate } from '#calendar';
import { sealJson, unsealJson } from './ciphers.js';
import { all, put, remove } from './database.js';

/** What stands in the fields of a form: the values by name, none where nothing is typed or chosen. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** What was begun in a form and is not saved yet. */
export interface Draft {
  readonly personId: string;
  readonly name: string;
  /** Of an order that is being read out. */
  readonly orderId?: string;
  /** The London day that the form called today. */
  readonly shownOn: LocalDate;
  /** When something was typed last, by the service's clock. */
  readonly at: Instant;
  readonly typed: Typed;
  /** Of the second step: what the first was answered, and what was typed since. */
  readonly then?: { readonly answered: unknown; readonly typed: Typed };
}

export interface KeptDraft extends Draft {
  /** The id of the report that it becomes: however often it is saved, it is one. */
  readonly id: string;
}

const bound = (id: string, userId: string): unknown => ['draft', id, userId];

/** What this officer began, oldest first. */
export async function draftsOf(userId: string, key: CryptoKey): Promise<KeptDraft[]> {
  const found = await Promise.all(
    (await all('reports'))
      .filter((row) => row.userId === userId && row.state === 'draft')
      .map(async ({ id, sealed }) => {
        const draft = await unsealJson<Draft>(key, sealed, bound(id, userId)).catch(() => null);
        return draft ? [{ ...draft, id }] : [];
      }),
  );
  return found.flat().sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** How many forms this officer began and did not save. Needs no key. */
export async function begunOf(userId: string): Promise<number> {
  return (await all('reports')).filter((row) => row.userId === userId && row.state === 'draft').length;
}

/** Does nothing where a report was saved under this id, perhaps in another tab. */
export function keepDraft(key: CryptoKey, userId: string, id: string, draft: Draft): Promise<void> {
  return saving(id, async () => {
    await put('reports', { id, userId, state: 'draft', sealed: await sealJson(key, draft, bound(id, userId)) });
  });
}

export function discardDraft(id: string): Promise<void> {
  return saving(id, () => remove('reports', id));
}

/** One after the other in all tabs, and not once a report was saved under this id. */
export function saving(id: string, work: () => Promise<void>): Promise<void> {
  return navigator.locks.request('orderwatch-saving', async () => {
    const there = (await all('reports')).find((row) => row.id === id);
    if (!there || there.state === 'draft') await work();
  });
}
