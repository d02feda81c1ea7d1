import { Injectable } from '@nestjs/common';
import { asInstant, type Instant, millisecondsOf } from '#calendar';
import { Clock, Sealer } from '#event-store';
import { DataSource } from 'typeorm';

const WINDOW = 15 * 60_000;
/** How long it is remembered from where a machine signed in, after the last time. */
const KNOWN = 180 * 24 * 3_600_000;

/** Somebody says who they are, and is about to prove it. */
export type Attempt =
  /** A person signs in; `device` when the account is known on it. */
  | { readonly by: 'person'; readonly userName: string; readonly address: string; readonly device: string | null }
  | { readonly by: 'machine'; readonly userName: string; readonly address: string }
  /** Somebody signed in is asked for the password. */
  | { readonly by: 'session'; readonly userName: string };

/** Failures within `WINDOW` of which there may be `most`. */
interface Limit {
  readonly key: Buffer;
  readonly most: number;
}

/** Counts failed sign-ins over all processes, without storing account or address in the clear. */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  /**
   * Null when the attempt may be made; otherwise in how many seconds the next one may. It counts as failed until `succeeded`, so that guesses
   * sent at once are counted too. One that may not be made does not count: whoever is kept out waits 15 minutes at most, however often it is
   * tried meanwhile.
   */
  async begin(attempt: Attempt): Promise<number | null> {
    const now = this.clock.now();
    const since = asInstant(millisecondsOf(now) - WINDOW);
    const limits = await this.limits(attempt, now);
    const keys = limits.map(({ key }) => key);
    await this.database.query('DELETE FROM access.sign_in_attempts WHERE at < $1', [since]);
    const own: { place: string }[] = await this.database.query(
      'INSERT INTO access.sign_in_attempts (key, at) SELECT unnest($1::bytea[]), $2 RETURNING ctid::text AS place',
      [keys, now],
    );
    const made: { key: Buffer; at: Date }[] = await this.database.query(
      'SELECT key, at FROM access.sign_in_attempts WHERE key = ANY ($1::bytea[]) AND at >= $2 ORDER BY at DESC',
      [keys, since],
    );
    const full = limits.flatMap(({ key, most }) => {
      const times = made.filter((one) => one.key.equals(key)).map(({ at }) => at.getTime());
      // Once the last of those that fill the window leaves it there is room for one.
      return times.length > most ? [(times[most] ?? 0) + WINDOW] : [];
    });
    if (full.length === 0) return null;
    await this.database.query('DELETE FROM access.sign_in_attempts WHERE ctid = ANY ($1::tid[]) AND key = ANY ($2::bytea[]) AND at = $3', [
      own.map(({ place }) => place),
      keys,
      now,
    ]);
    return Math.max(1, Math.ceil((Math.max(...full) - millisecondsOf(now)) / 1_000));
  }

  /** Forgets the failures counted with it and this one attempt of those that are counted over others too: a whole force may sign in from one address. */
  async succeeded(attempt: Attempt): Promise<void> {
    const now = this.clock.now();
    const [own, ...shared] = await this.limits(attempt, now);
    await this.database.query('DELETE FROM access.sign_in_attempts WHERE key = $1', [own?.key]);
    for (const { key } of shared) {
      await this.database.query(
        'DELETE FROM access.sign_in_attempts WHERE ctid = (SELECT ctid FROM access.sign_in_attempts WHERE key = $1 ORDER BY at DESC LIMIT 1)',
        [key],
      );
    }
    if (attempt.by === 'machine') await this.know(attempt, now);
  }

  /**
   * The first is of whoever tries alone. Attempts of a person from a device the account is known on are counted for that device, and others do not
   * count against it. A machine has no such device, and whoever knows its name could keep it out by guessing: so guesses count for the address
   * that they come from, and over all addresses only against addresses from which the machine never signed in.
   */
  private async limits(attempt: Attempt, now: Instant): Promise<Limit[]> {
    const { by, userName } = attempt;
    if (by === 'session') return [{ key: this.key('password-asked', userName), most: 5 }];
    const address = { key: this.key('address', attempt.address), most: 30 };
    if (by === 'person') {
      const own = attempt.device === null ? this.key('account', userName) : this.key('device', attempt.device);
      return [{ key: own, most: 5 }, address];
    }
    const own = { key: this.place(attempt), most: 5 };
    return (await this.isKnown(own.key, now)) ? [own, address] : [own, address, { key: this.key('machine', userName), most: 100 }];
  }

  private async isKnown(place: Buffer, now: Instant): Promise<boolean> {
    const since = asInstant(millisecondsOf(now) - KNOWN);
    const rows: unknown[] = await this.database.query('SELECT 1 FROM access.machine_places WHERE key = $1 AND at >= $2', [place, since]);
    return rows.length > 0;
  }

  private async know(attempt: Attempt & { readonly by: 'machine' }, now: Instant): Promise<void> {
    await this.database.query('DELETE FROM access.machine_places WHERE at < $1', [asInstant(millisecondsOf(now) - KNOWN)]);
    await this.database.query(
      'INSERT INTO access.machine_places (key, at) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET at = excluded.at',
      [this.place(attempt), now],
    );
  }

  private place({ userName, address }: Attempt & { readonly by: 'machine' }): Buffer {
    return this.key('machine-at', `${userName.trim()}\n${address}`);
  }

  private key(kind: string, value: string): Buffer {
    return Buffer.from(this.sealer.blindIndex(`sign-in-${kind}`, value.trim().toLowerCase()), 'base64url');
  }
}
