import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_OPTIONS, type AccessOptions } from '../access-options.js';
import { demonstrationUsers } from '../users/demonstration-users.js';
import { passwordFits } from '../users/passwords.js';
import { type User, Users } from '../users/users.js';
import { Sessions } from './sessions.js';
import { type Attempt, SignInAttempts } from './sign-in-attempts.js';

/** Why somebody may not enter; after too many attempts, in how many seconds the next one may be made. */
export type NotIn =
  { readonly ok: false; readonly why: 'wrong' } | { readonly ok: false; readonly why: 'too-many'; readonly seconds: number };

export type SignedIn = { readonly ok: true; readonly token: string } | NotIn;

/** Where an attempt comes from. */
export interface From {
  readonly address: string;
  /** Of the device, if the account was signed in to from it before. */
  readonly device: string | null;
}

/** Bearer tokens last this long. */
export const tokenMinutes = 60;

/** Opens sessions: for people by password, for machines by client secret, in the demonstration by name alone. */
@Injectable()
export class SignIn {
  constructor(
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly attempts: SignInAttempts,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  /** Says no the same way, and after the same time, whether the account or the password is wrong. */
  async withPassword(userName: string, password: string, from: From): Promise<SignedIn> {
    const checked = await this.check({ by: 'person', userName, ...from }, password, (user) => user.role !== 'machine');
    return checked.ok ? { ok: true, token: await this.sessions.start(checked.user.id, 'browser') } : checked;
  }

  async machine(clientId: string, secret: string, address: string): Promise<SignedIn> {
    const checked = await this.check({ by: 'machine', userName: clientId, address }, secret, (user) => user.role === 'machine');
    return checked.ok ? { ok: true, token: await this.sessions.start(checked.user.id, 'bearer', tokenMinutes) } : checked;
  }

  /** Null outside the demonstration and for anyone but its users. */
  async demonstration(userName: string): Promise<string | null> {
    if (!this.options.demo || !demonstrationUsers.some((user) => user.userName === userName)) return null;
    const user = await this.users.byName(userName);
    return user?.active ? this.sessions.start(user.id, 'browser') : null;
  }

  private async check(
    attempt: Attempt,
    password: string,
    fits: (user: User) => boolean,
  ): Promise<{ readonly ok: true; readonly user: User } | NotIn> {
    const seconds = await this.attempts.begin(attempt);
    if (seconds !== null) return { ok: false, why: 'too-many', seconds };
    const user = await this.users.byName(attempt.userName);
    const right = await passwordFits(password, user?.passwordHash ?? null);
    if (!user || !right || !user.active || !fits(user)) return { ok: false, why: 'wrong' };
    await this.attempts.succeeded(attempt);
    return { ok: true, user };
  }
}
