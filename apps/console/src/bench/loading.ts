import { randomBytes } from 'node:crypto';
import { type EventStore, MasterKey, type NewEvent, type Sealer } from '#event-store';
import { v7 as newId } from 'uuid';
import { readConfig } from '../../../web/src/config.js';
import { type Parts, withParts } from '../surroundings.js';
import { withFreshDatabase } from './fresh-database.js';
import type { MadeUpFact } from './made-up-people.js';

/** A migrated database of its own and what works on it. */
export interface FreshRecord extends Parts {
  readonly masterKey: MasterKey;
}

/** Does `work` with a fresh record on the server at this address. */
export function withFreshRecord<T>(serverUrl: string, work: (record: FreshRecord) => Promise<T>): Promise<T> {
  return withFreshDatabase(serverUrl, (databaseUrl) => {
    const masterKey = MasterKey.parse(randomBytes(32).toString('base64'));
    return withParts({ config: { ...readConfig({}), folder: process.cwd(), labelledPairs: null }, databaseUrl, masterKey }, (parts) =>
      work({ ...parts, masterKey }),
    );
  });
}

/** As many people are sealed and appended at once. */
const PORTION = 200;

/** Seals the facts of each made-up person and appends them, past every command. How many there were. */
export async function load(store: EventStore, sealer: Sealer, people: Iterable<readonly MadeUpFact[]>): Promise<number> {
  let loaded = 0;
  let portion: MadeUpFact[] = [];
  let waiting = 0;
  let appending: Promise<unknown> = Promise.resolve();
  const send = async (): Promise<void> => {
    const appends = await sealed(sealer, portion);
    await appending;
    appending = Promise.all([...appends].map(([stream, events]) => appendAll(store, stream, events)));
    appending.catch(() => undefined);
    loaded += portion.length;
    portion = [];
    waiting = 0;
  };
  for (const facts of people) {
    portion.push(...facts);
    waiting += 1;
    if (waiting === PORTION) await send();
  }
  await send();
  await appending;
  return loaded;
}

/** Every reaction stands where the record ends, as in a service that has run all along: else it would work off what was loaded while others are measured. */
export async function reactedToAll({ store, database }: FreshRecord): Promise<void> {
  const reactions = ['find-links', 'flag-affected-breaches', 'tell-owning-forces', 'seal-for-named'];
  await database.query(
    `insert into projection.reaction (name, position) select unnest($1::text[]), $2
     on conflict (name) do update set position = excluded.position`,
    [reactions, await store.head()],
  );
}

async function appendAll(store: EventStore, stream: string, events: readonly NewEvent[]): Promise<void> {
  const verdict = await store.append(stream, 'none', events);
  if (!verdict.ok) throw new Error(`${stream} was there already`);
}

async function sealed(sealer: Sealer, facts: readonly MadeUpFact[]): Promise<Map<string, NewEvent[]>> {
  const identified = facts.map(({ fact }) => ({ id: newId(), fact }));
  const datas = await sealer.seal(identified);
  const streams = new Map<string, NewEvent[]>();
  for (const [nth, { stream, fact, at }] of facts.entries()) {
    const { id } = identified[nth]!;
    const meta = { by: 'bench', force: '46', commandId: id, digest: id, correlationId: id, recordedAt: at };
    const event: NewEvent = { id, type: fact.type, schemaVersion: 1, data: datas[nth], meta };
    const events = streams.get(stream);
    if (events) events.push(event);
    else streams.set(stream, [event]);
  }
  return streams;
}
