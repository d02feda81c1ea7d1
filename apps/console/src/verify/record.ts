import { ERASED, erasedSubject } from '#event-sourcing';
import { type EventStore, KeyMissing, type Keyring, type Sealer, type StoredEvent, type StreamTypes } from '#event-store';

const PAGE = 1_000;

/** What a check found. No personal data: ids, counts and types only. */
export interface Finding {
  readonly check: string;
  readonly whole: boolean;
  readonly says: string;
}

/** How far a check is. */
export type Progress = (line: string) => void;

export interface Record {
  readonly store: EventStore;
  readonly sealer: Sealer;
  readonly keyring: Keyring;
  readonly types: StreamTypes;
}

/** Reads the whole record once: streams without gaps, every event open or erased, every erasure carried out. */
export async function checkRecord({ store, sealer, keyring, types }: Record, progress: Progress): Promise<Finding[]> {
  const streams = new Map<string, bigint>();
  const ids = new Set<string>();
  const troubles: { readonly contiguous: string[]; readonly opens: string[] } = { contiguous: [], opens: [] };
  const erased = new Set<string>();
  const nameless = new Set<string>();
  let events = 0;
  let position: string | null = null;
  for (;;) {
    const page = await store.readAll(position, PAGE);
    const last = page.at(-1);
    if (!last) break;
    for (const event of page) {
      const expected = (streams.get(event.stream) ?? -1n) + 1n;
      if (event.revision !== expected)
        troubles.contiguous.push(`${event.stream} has revision ${event.revision} where ${expected} is expected`);
      if (ids.has(event.id)) troubles.contiguous.push(`event ${event.id} is stored twice`);
      if (position !== null && store.compare(event.position, position) <= 0) troubles.contiguous.push(`event ${event.id} is out of order`);
      streams.set(event.stream, event.revision);
      ids.add(event.id);
    }
    for (const { event, trouble, subject, unreadable } of await opened(page, sealer, types)) {
      if (trouble) troubles.opens.push(`${event.type} in ${event.stream}: ${trouble}`);
      if (subject) erased.add(subject);
      for (const id of unreadable) nameless.add(id);
    }
    events += page.length;
    position = last.position;
    progress(`Reading the record: ${events} events`);
  }
  const destroyed = new Set((await keyring.ledger()).map(({ personId }) => personId));
  const undone = [...erased].filter((id) => !destroyed.has(id)).map((id) => `the key of ${id} was to be destroyed and is not`);
  const unexplained = [...destroyed]
    .filter((id) => !erased.has(id))
    .map((id) => `the key of ${id} was destroyed without a fact that says so`);
  return [
    finding('streams', troubles.contiguous, `${events} events in ${streams.size} streams, without a gap`),
    finding('sealed data', troubles.opens, `every event opens${nameless.size > 0 ? ', or what it said was erased' : ''}`),
    finding('erasures', [...undone, ...unexplained], `${destroyed.size} keys destroyed, each with its fact`),
  ];
}

/** A finding that is whole when nothing is wrong; otherwise it says the first of what is. */
export function finding(check: string, wrong: readonly string[], says: string): Finding {
  if (wrong.length === 0) return { check, whole: true, says };
  const more = wrong.length > 3 ? ` and ${wrong.length - 3} more` : '';
  return { check, whole: false, says: `${wrong.slice(0, 3).join('; ')}${more}` };
}

interface Opened {
  readonly event: StoredEvent;
  readonly trouble: string | null;
  readonly subject: string | null;
  /** Of whom something is erased in it. */
  readonly unreadable: readonly string[];
}

async function opened(page: readonly StoredEvent[], sealer: Sealer, types: StreamTypes): Promise<Opened[]> {
  try {
    const facts = await sealer.open(page);
    return page.map((event, nth) => {
      const { fact } = types.recorded(event, facts[nth]!);
      const unreadable = Object.values(fact.personal ?? {}).flatMap((part) => (part?.value === null ? part.about : []));
      return { event, trouble: null, subject: event.type === ERASED ? erasedSubject(fact) : null, unreadable };
    });
  } catch (error) {
    const [event] = page;
    if (!event || page.length > 1) return (await Promise.all(page.map((one) => opened([one], sealer, types)))).flat();
    const trouble = error instanceof KeyMissing ? 'the key of a person is missing though it was never destroyed' : describe(error);
    return [{ event, trouble, subject: null, unreadable: [] }];
  }
}

function describe(error: unknown): string {
  return error instanceof Error && error.name !== 'Error' ? error.name : 'what is sealed in it does not open';
}
