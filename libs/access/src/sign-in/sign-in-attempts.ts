import { Injectable } from '@nestjs/common';
import { asInstant, millisecondsOf } from '#calendar';
import { Clock, Sealer } from '#event-store';
import { DataSource } from 'typeorm';

const window = 15 * 60_000;
const most = { account: 5, address: 30 };

/** Counts failed sign-ins per account and per address, over all processes, without storing either in the clear. */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  /**
   * Whether another attempt may be made. It counts as failed until `succeeded`, so that guesses sent at once are counted too. One that
   * may not be made does not count: whoever is kept out waits 15 minutes at most, however often it is tried meanwhile. Attempts from a
   * device the account is known on are counted for that device alone, and others do not count against it.
   */
  async begin(userName: string, address: string, device: string | null = null): Promise<boolean> {
    const now = this.clock.now();
    const since = asInstant(millisecondsOf(now) - window);
    const keys = [this.account(userName, device), this.key('address', address)];
    await this.database.query('DELETE FROM access.sign_in_attempts WHERE at < $1', [since]);
    const own: { place: string }[] = await this.database.query(
      'INSERT INTO access.sign_in_attempts (key, at) SELECT unnest($1::bytea[]), $2 RETURNING ctid::text AS place',
      [keys, now],
    );
    const rows: { account: number; address: number }[] = await this.database.query(
      `SELECT count(*) FILTER (WHERE key = $1)::int AS account, count(*) FILTER (WHERE key = $2)::int AS address
       FROM access.sign_in_attempts WHERE key IN ($1, $2) AND at >= $3`,
      [...keys, since],
    );
    const counted = rows[0] ?? { account: 0, address: 0 };
    if (counted.account <= most.account && counted.address <= most.address) return true;
    await this.database.query('DELETE FROM access.sign_in_attempts WHERE ctid = ANY ($1::tid[]) AND key = ANY ($2::bytea[]) AND at = $3', [
      own.map(({ place }) => place),
      keys,
      now,
    ]);
    return false;
  }

  /** Forgets the failures counted with it and this one attempt from the address: a whole force may sign in from one. */
  async succeeded(userName: string, address: string, device: string | null = null): Promise<void> {
    await this.database.query(
      `DELETE FROM access.sign_in_attempts WHERE key = $1
       OR ctid = (SELECT ctid FROM access.sign_in_attempts WHERE key = $2 ORDER BY at DESC LIMIT 1)`,
      [this.account(userName, device), this.key('address', address)],
    );
  }

  private account(userName: string, device: string | null): Buffer {
    return device === null ? this.key('account', userName) : this.key('device', device);
  }

  private key(kind: string, value: string): Buffer {
    return Buffer.from(this.sealer.blindIndex(`sign-in-${kind}`, value.trim().toLowerCase()), 'base64url');
  }
}
