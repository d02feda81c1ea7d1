import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { demonstrationTemplate } from '../support/demonstration.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { type Service, startService } from '../support/service.js';

/** Of each kind of address so many are opened: the same link leads to other things on other records. */
const OF_A_KIND = 4;

let whole: TestDatabase;
let service: Service;

beforeAll(async () => {
  whole = await createDatabase({ template: demonstrationTemplate });
  service = await startService({ url: whole.url });
}, 180_000);
afterAll(async () => {
  await service.close();
  await whole.drop();
});

/** `/orders/:id/serve`: what every record has of the same kind. */
function kindOf(address: string): string {
  const [path = '', query = ''] = address.split('#')[0]!.split('?');
  const asked = [...new URLSearchParams(query).keys()].filter((name) => name !== 'form').sort();
  return [path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\d+/g, ':n'), ...asked].join(' ');
}

/** Every page that can be reached from where this user starts, some of each kind; what of it does not open, and where it stood. */
async function opened(client: Client, from: string): Promise<{ readonly kinds: number; readonly dead: readonly string[] }> {
  const seen = new Map<string, Set<string>>();
  const waiting: { readonly address: string; readonly on: string }[] = [{ address: from, on: 'the start' }];
  const dead: string[] = [];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { address, on } = next;
    const kind = kindOf(address);
    const others = seen.get(kind) ?? new Set();
    if (others.has(address) || others.size >= OF_A_KIND) continue;
    seen.set(kind, others.add(address));
    const answer = await client.get(address);
    if (answer.status >= 400) dead.push(`${answer.status} ${kind} on ${on}`);
    else if (answer.status === 303) waiting.push({ address: answer.location, on });
    if (!answer.isPage || answer.status >= 400) continue;
    const links = answer.html.querySelectorAll('a[href^="/"]').map((link) => link.getAttribute('href') ?? '');
    for (const link of new Set(links))
      if (!/^\/(assets|api|offline|sign-out)/.test(link)) waiting.push({ address: link.split('#')[0] ?? '', on: kind });
  }
  return { kinds: seen.size, dead: [...new Set(dead)].sort() };
}

describe('Every link on a page', () => {
  it.each([
    ['officer.kent', '/search', 40],
    ['legal.kent', '/work', 60],
    ['authoriser.kent', '/work', 20],
    ['manager.kent', '/uptake', 20],
    ['administrator', '/', 5],
  ])(
    'that %s sees leads to a page that opens',
    async (user, from, least) => {
      const { kinds, dead } = await opened(await service.signIn(user), from);
      expect(dead).toEqual([]);
      expect(kinds).toBeGreaterThan(least);
    },
    240_000,
  );
});
