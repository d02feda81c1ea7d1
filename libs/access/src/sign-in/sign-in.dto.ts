import { TextField } from '#pages';

export class SignInDetails {
  @TextField('your user name', { max: 100 })
  userName: string;

  @TextField('your password', { max: 500 })
  password: string;

  @TextField('where to go', { max: 500, optional: true })
  to?: string;

  @TextField('what was typed before', { max: 400_000, optional: true })
  kept?: string;
}
