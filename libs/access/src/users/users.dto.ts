import { ChoiceField, TextField, YesNoField } from '#pages';
import { roles } from '../domain/permissions.js';
import type { Role } from '../domain/permissions.js';

/** What every password must be. */
export const newPassword = { max: 200, shape: { is: /^.{12,}$/s, text: 'Password must be 12 characters or more' } } as const;

export class NewUserDetails {
  @TextField('a user name', {
    max: 60,
    shape: { is: /^[a-zA-Z0-9._-]+$/, text: 'User name must be letters, numbers, dots and dashes only' },
  })
  userName: string;

  @TextField('the name to show', { max: 100 })
  displayName: string;

  @ChoiceField('a role', roles)
  role: Role;

  @TextField('a password', newPassword)
  password: string;
}

export class GivenPassword {
  @TextField('a password', newPassword)
  password: string;
}

export class GivenRole {
  @ChoiceField('a role', roles)
  role: Role;
}

export class AccountState {
  @YesNoField('whether the account is open')
  active: boolean;
}
