import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Appended } from '../../libs/event-store/src/event-store.js';
import { PostgresEventStore } from '../../libs/event-store/src/postgres/postgres-event-store.js';

/**
 * Run as a process of its own with the address of a database: appends without end, 12 callers to a stream each and 4 to one together,
 * and prints `id stream revision` of each event once the store acknowledged it. A call that failed is made again, as a retried command.
 */
const store = new PostgresEventStore(process.argv[2] ?? '');

async function call(caller: number): Promise<never> {
  const alone = caller < 12;
  const stream = alone ? `load-${caller}` : 'load-together';
  for (let revision = -1n; ;) {
    const event = { id: randomUUID(), type: 'NoteTaken', schemaVersion: 1, data: { text: 'x'.repeat(300) }, meta: {} };
    const expected = alone ? (revision < 0n ? 'none' : revision) : 'any';
    let verdict: Appended | null = null;
    while (!verdict) {
      verdict = await store.append(stream, expected, [event]).catch(() => null);
      if (!verdict) await pause(10);
    }
    if (!verdict.ok) throw new Error(`${stream} is at ${verdict.actual}, not ${expected}`);
    revision = verdict.revision;
    process.stdout.write(`${event.id} ${stream} ${revision}\n`);
  }
}

await Promise.all(Array.from({ length: 16 }, (_, caller) => call(caller)));
