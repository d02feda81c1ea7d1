import { ChoiceField, TextField, YesNoField } from '#pages';
import { forces } from '../domain/forces.js';
import { roles } from '../domain/permissions.js';
import type { Role } from '../domain/permissions.js';

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

  @ChoiceField('a force', forces.map(({ cjs }) => cjs))
  force: string;

  @TextField('a password', { max: 200, shape: { is: /^.{12,}$/s, text: 'Password must be 12 characters or more' } })
  password: string;
}

export class AccountState {
  @YesNoField('whether the account is open')
  active: boolean;
}
