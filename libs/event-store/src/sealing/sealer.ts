import { createHmac, hkdfSync } from 'node:crypto';
import { type Fact, type Personal, subjectsIn } from '#event-sourcing';
import { canonicalJson } from './canonical-json.js';
import { decrypt, encrypt } from './cipher.js';
import type { Keyring, KeyState } from './keyring.js';
import type { MasterKey } from './master-key.js';

/** A part as it is stored: about whom, and base64 of `iv | tag | ciphertext`; null if it was unreadable already when it was sealed. */
interface SealedPart {
  readonly about: readonly string[];
  readonly v: string | null;
}

/** A fact with the id it is or will be stored under; the ciphertext is bound to it. */
export interface Identified {
  readonly id: string;
  readonly fact: Fact;
}

/** What lies in the store. */
export interface SealedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
}

const SEALED = '$sealed';

/** Seals the personal parts of facts before they are stored and opens them after. */
export class Sealer {
  private readonly partKeys = new Map<string, Buffer | null>();
  private generation = -1;

  constructor(
    private readonly keyring: Keyring,
    private readonly master: MasterKey,
    /** How many part keys are kept in memory. */
    private readonly kept = 50_000,
  ) {}

  /** The data to store for each fact. Refuses with `person-erased` if a part is about a person whose key was destroyed. */
  async seal(facts: readonly Identified[]): Promise<object[]> {
    const people = new Set(facts.flatMap(({ fact }) => parts(fact).flatMap(([, part]) => part.about)));
    const keys = people.size === 0 ? new Map<string, Buffer>() : await this.keyring.keyFor([...people]);
    return facts.map(({ id, fact }) => {
      if (SEALED in fact.data || subjectsIn(fact.data).length > 0) throw new Error(`${fact.type} carries personal data in its plain data`);
      const sealed = parts(fact).map(([name, part]): [string, SealedPart] => {
        if (part.about.length === 0) throw new Error(`${fact.type}: ${name} says of nobody that it is about them`);
        const about = [...new Set(part.about)].sort();
        if (part.value === null) return [name, { about, v: null }];
        const text = JSON.stringify(part.value);
        return [name, { about, v: encrypt(partKey(about, keys), Buffer.from(text), bound(fact.type, name, id)).toString('base64') }];
      });
      return sealed.length === 0 ? fact.data : { ...fact.data, [SEALED]: Object.fromEntries(sealed) };
    });
  }

  /** The facts in stored events, in their order. A part about anyone whose key was destroyed has the value null. */
  async open(events: readonly SealedEvent[]): Promise<Fact[]> {
    const sealedParts = events.map((event) => sealedIn(event.data));
    const keys = await this.keysToOpen(sealedParts);
    return events.map((event, index) => {
      const sealed = sealedParts[index];
      const data = event.data as Record<string, unknown>;
      if (!sealed) return { type: event.type, data };
      const { [SEALED]: _, ...plain } = data;
      const opened = Object.entries(sealed).map(([name, part]): [string, Personal<unknown>] => {
        const key = part.v === null ? null : keys.get(part.about.join('\n'));
        if (!key || part.v === null) return [name, { about: part.about, value: null }];
        const text = decrypt(key, Buffer.from(part.v, 'base64'), bound(event.type, name, event.id));
        return [name, { about: part.about, value: JSON.parse(text.toString()) as unknown }];
      });
      return { type: event.type, data: plain, personal: Object.fromEntries(opened) };
    });
  }

  /** One personal value outside the event store, sealed for `purpose` and `id` (a form draft, an outgoing message). */
  async sealOne<Value>(purpose: string, id: string, part: Personal<Value>): Promise<object> {
    const [data] = await this.seal([{ id, fact: { type: purpose, data: {}, personal: { part } } }]);
    return data ?? {};
  }

  /** The value sealed by `sealOne`, null inside once anyone it is about was erased. */
  async openOne(purpose: string, id: string, data: unknown): Promise<Personal<unknown>> {
    const [fact] = await this.open([{ id, type: purpose, data }]);
    const part = fact?.personal?.['part'];
    if (!part) throw new Error(`There is nothing sealed for ${purpose}`);
    return part;
  }

  /** Bytes about these people, sealed for `purpose` and `id` (a file). Refuses with `person-erased`. */
  async sealBytes(purpose: string, id: string, about: readonly string[], bytes: Buffer): Promise<Buffer> {
    if (about.length === 0) throw new Error(`${purpose}: bytes are about somebody`);
    const sorted = [...new Set(about)].sort();
    return encrypt(partKey(sorted, await this.keyring.keyFor(sorted)), bytes, bound(purpose, 'bytes', id));
  }

  /** The bytes sealed by `sealBytes`; null once anyone they are about was erased. Throws when they were changed or moved. */
  async openBytes(purpose: string, id: string, about: readonly string[], sealed: Buffer): Promise<Buffer | null> {
    const sorted = [...new Set(about)].sort();
    const key = (await this.keysToOpen([{ bytes: { about: sorted, v: null } }])).get(sorted.join('\n'));
    return key ? decrypt(key, sealed, bound(purpose, 'bytes', id)) : null;
  }

  /** A text that only this service reads again, for somebody else to carry meanwhile, such as a browser between two sessions. */
  wrapText(purpose: string, text: string): string {
    return encrypt(this.master.derive(`carried|${purpose}`), Buffer.from(text), purpose).toString('base64url');
  }

  /** The text that `wrapText` wrapped for this purpose; null when it is anything else. */
  unwrapText(purpose: string, wrapped: string): string | null {
    try {
      return decrypt(this.master.derive(`carried|${purpose}`), Buffer.from(wrapped, 'base64url'), purpose).toString();
    } catch {
      return null;
    }
  }

  /** A keyed digest of what a command asks for: equal for equal values, whatever the order of their keys. Says nothing without the key. */
  digest(value: unknown): string {
    return this.blindIndex('command-digest', canonicalJson(value));
  }

  /** A keyed digest to find `value` again by equality without storing it. Another purpose gives another digest. */
  blindIndex(purpose: string, value: string): string {
    return createHmac('sha256', this.master.derive(`blind-index|${purpose}`))
      .update(value)
      .digest('base64url');
  }

  private async keysToOpen(sealedParts: readonly (SealedParts | null)[]): Promise<ReadonlyMap<string, Buffer | null>> {
    const groups = new Map<string, readonly string[]>();
    for (const sealed of sealedParts) for (const { about } of Object.values(sealed ?? {})) groups.set(about.join('\n'), about);
    if (groups.size === 0) return this.partKeys;
    const generation = await this.keyring.generation();
    if (generation !== this.generation || this.partKeys.size + groups.size > this.kept) this.partKeys.clear();
    this.generation = generation;
    const missing = [...groups].filter(([group]) => !this.partKeys.has(group));
    if (missing.length === 0) return this.partKeys;
    const states = await this.keyring.keys([...new Set(missing.flatMap(([, about]) => about))]);
    const found = new Map<string, Buffer | null>();
    for (const group of groups.keys()) found.set(group, this.partKeys.get(group) ?? null);
    for (const [group, about] of missing) {
      found.set(group, about.some((id) => states.get(id) === 'destroyed') ? null : partKey(about, states));
    }
    // Kept for the next time only if no key was destroyed while these were fetched.
    if ((await this.keyring.generation()) === this.generation) for (const [group, key] of found) this.partKeys.set(group, key);
    return found;
  }
}

/** A key that something was sealed under is not there, though the ledger does not say that it was destroyed. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing';

  constructor() {
    super('The key of a person is missing though it was never destroyed. Restore the key table.');
  }
}

type SealedParts = Readonly<Record<string, SealedPart>>;

function parts(fact: Fact): [string, Personal<unknown>][] {
  return Object.entries(fact.personal ?? {}).filter((entry): entry is [string, Personal<unknown>] => entry[1] !== undefined);
}

function sealedIn(data: unknown): SealedParts | null {
  return typeof data === 'object' && data !== null && SEALED in data ? (data[SEALED] as SealedParts) : null;
}

/** Binds a ciphertext to its place: moved to another event, type or part it does not open. */
function bound(type: string, part: string, id: string): string {
  return `${type}|${part}|${id}`;
}

/** One key made from the keys of all the people a part is about: without any one of them it cannot be made again. */
function partKey(about: readonly string[], keys: ReadonlyMap<string, KeyState>): Buffer {
  const secrets = about.map((id) => {
    const key = keys.get(id);
    // A key that was lost is no erasure: going on would clear the read models of everyone.
    if (!(key instanceof Buffer)) throw new KeyMissing();
    return key;
  });
  return Buffer.from(hkdfSync('sha256', Buffer.concat(secrets), '', 'orderwatch|part', 32));
}
