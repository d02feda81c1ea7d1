import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_OPTIONS, type AccessOptions } from '../access-options.js';
import { demonstrationUsers } from '../users/demonstration-users.js';
import { passwordFits } from '../users/passwords.js';
import { type User, Users } from '../users/users.js';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';

export type SignedIn = { readonly ok: true; readonly token: string } | { readonly ok: false; readonly why: 'wrong' | 'too-many' };

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
    const checked = await this.check(userName, password, from, (user) => user.role !== 'machine');
    return checked.ok ? { ok: true, token: await this.sessions.start(checked.user.id, 'browser') } : checked;
  }

  async machine(clientId: string, secret: string, address: string): Promise<SignedIn> {
    const checked = await this.check(clientId, secret, { address, device: null }, (user) => user.role === 'machine');
    return checked.ok ? { ok: true, token: await this.sessions.start(checked.user.id, 'bearer', tokenMinutes) } : checked;
  }

  /** Null outside the demonstration and for anyone but its users. */
  async demonstration(userName: string): Promise<string | null> {
    if (!this.options.demo || !demonstrationUsers.some((user) => user.userName === userName)) return null;
    const user = await this.users.byName(userName);
    return user?.active ? this.sessions.start(user.id, 'browser') : null;
  }

  private async check(
    userName: string,
    password: string,
    { address, device }: From,
    fits: (user: User) => boolean,
  ): Promise<{ ok: true; user: User } | { ok: false; why: 'wrong' | 'too-many' }> {
    if (!(await this.attempts.begin(userName, address, device))) return { ok: false, why: 'too-many' };
    const user = await this.users.byName(userName);
    const right = await passwordFits(password, user?.passwordHash ?? null);
    if (!user || !right || !user.active || !fits(user)) return { ok: false, why: 'wrong' };
    await this.attempts.succeeded(userName, address, device);
    return { ok: true, user };
  }
}
