import { hkdfSync } from 'node:crypto';
import { decrypt, encrypt } from './cipher.js';

/**
 * The secret that wraps every person's key; it never lies in the database. It may have several versions: the highest wraps, every
 * version still opens what it wrapped, and the lowest makes the derived keys, because an index must not change when the secret is renewed.
 */
export class MasterKey {
  private readonly versions: ReadonlyMap<number, Buffer>;
  private readonly newest: number;
  private readonly oldest: number;
  private readonly derived = new Map<string, Buffer>();

  /** Each secret is 32 bytes; versions count from 1 to 255. */
  constructor(secrets: ReadonlyMap<number, Buffer>) {
    if (secrets.size === 0) throw new Error('A master key is required');
    for (const [version, secret] of secrets) {
      if (!Number.isInteger(version) || version < 1 || version > 255)
        throw new Error('A master key version must be a whole number from 1 to 255');
      if (secret.length !== 32) throw new Error('A master key must be 32 bytes');
    }
    this.versions = secrets;
    this.newest = Math.max(...secrets.keys());
    this.oldest = Math.min(...secrets.keys());
  }

  /** From text: one base64 secret of 32 bytes, or several as `1:base64,2:base64`. Throws a sentence that does not repeat the text. */
  static parse(text: string): MasterKey {
    const secrets = new Map<number, Buffer>();
    for (const item of text.split(',')) {
      const colon = item.indexOf(':');
      secrets.set(colon < 0 ? 1 : Number(item.slice(0, colon)), Buffer.from(item.slice(colon + 1).trim(), 'base64'));
    }
    return new MasterKey(secrets);
  }

  /** The person's key as it may lie in a table: the version's byte, then the ciphertext, bound to the person. */
  wrap(personId: string, key: Buffer): Buffer {
    return Buffer.concat([Buffer.from([this.newest]), encrypt(this.secret(this.newest), key, `person-key|${personId}`)]);
  }

  unwrap(personId: string, wrapped: Buffer): Buffer {
    return decrypt(this.secret(wrapped[0] ?? 0), wrapped.subarray(1), `person-key|${personId}`);
  }

  /** Whether this is the secret, or one of its versions, that wrapped the person's key. */
  opens(personId: string, wrapped: Buffer): boolean {
    try {
      return this.unwrap(personId, wrapped).length > 0;
    } catch {
      return false;
    }
  }

  /** Whether a newer version would wrap it today. */
  isOutdated(wrapped: Buffer): boolean {
    return wrapped[0] !== this.newest;
  }

  /** A key of its own for each purpose. */
  derive(purpose: string): Buffer {
    let key = this.derived.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.secret(this.oldest), '', `orderwatch|${purpose}`, 32));
      this.derived.set(purpose, key);
    }
    return key;
  }

  private secret(version: number): Buffer {
    const secret = this.versions.get(version);
    if (!secret) throw new Error(`Master key version ${version} is missing`);
    return secret;
  }
}
