import { randomBytes } from 'node:crypto';
import { type Destroyed, Keyring, type KeyState, usable } from './keyring.js';

/** Keys of this process only: for tests of decisions. */
export class MemoryKeyring extends Keyring {
  private readonly held = new Map<string, Buffer>();
  private readonly destroyed = new Map<string, Destroyed>();

  override generation(): Promise<number> {
    return Promise.resolve(this.destroyed.size);
  }

  override keys(ids: readonly string[]): Promise<Map<string, KeyState>> {
    return Promise.resolve(new Map(ids.map((id): [string, KeyState] => [id, this.destroyed.has(id) ? 'destroyed' : this.held.get(id)])));
  }

  override async keyFor(ids: readonly string[]): Promise<Map<string, Buffer>> {
    usable(await this.keys(ids));
    for (const id of ids) if (!this.held.has(id)) this.held.set(id, randomBytes(32));
    return usable(await this.keys(ids));
  }

  override destroy(personId: string, how: { at: string; by: string }): Promise<void> {
    if (!this.destroyed.has(personId)) this.destroyed.set(personId, { personId, ...how });
    this.held.delete(personId);
    return Promise.resolve();
  }

  override ledger(): Promise<Destroyed[]> {
    return Promise.resolve([...this.destroyed.values()]);
  }

  override async replayLedger(kept: readonly Destroyed[] = []): Promise<number> {
    const before = this.held.size;
    for (const line of kept) await this.destroy(line.personId, { at: line.at, by: line.by });
    return before - this.held.size;
  }
}
