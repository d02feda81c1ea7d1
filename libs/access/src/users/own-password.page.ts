import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  FormView,
  newForm,
  type Page,
  page,
  readForm,
  type Redirect,
  redirect,
  TextField,
  TooOften,
  type WebReply,
  type WebRequest,
} from '#pages';
import type { Viewer } from '../domain/viewer.js';
import { CurrentViewer, May } from '../guard/decorators.js';
import { Visits } from '../guard/visits.js';
import { Sessions } from '../sign-in/sessions.js';
import { SignInAttempts } from '../sign-in/sign-in-attempts.js';
import { passwordFits } from './passwords.js';
import { newPassword } from './users.dto.js';
import { Users } from './users.js';

export class OwnPassword {
  @TextField('your password now', { max: 500 })
  old: string;

  @TextField('a new password', newPassword)
  password: string;
}

/** Where everybody with a password changes it. */
@ApiExcludeController()
@Controller('password')
@May('change-password')
export class OwnPasswordPage {
  constructor(
    private readonly users: Users,
    private readonly attempts: SignInAttempts,
    private readonly sessions: Sessions,
    private readonly visits: Visits,
  ) {}

  @Get()
  show(@CurrentViewer() viewer: Viewer): Promise<Page> {
    return this.page(viewer, newForm());
  }

  /** The old password is asked for, since a session may be another's; and is guessed no more often than at sign-in. */
  @Post()
  async change(
    @CurrentViewer() viewer: Viewer,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
  ): Promise<Page | Redirect> {
    const reading = readForm(OwnPassword, request.body);
    const again = (field: string, text: string, status: number) =>
      this.page(viewer, new FormView({}, [{ field, href: `#${field}`, text }]), status);
    if (!reading.ok) return this.page(viewer, new FormView({}, reading.errors), 400);
    const { old, password } = reading.value;
    const user = await this.users.withHash(viewer.userId);
    const attempt = { by: 'session', userName: user?.userName ?? '' } as const;
    const seconds = await this.attempts.begin(attempt);
    if (seconds !== null)
      throw new TooOften('Too many attempts', 'There were too many attempts. Wait 15 minutes, or ask an administrator for help.', seconds);
    if (!user || !(await passwordFits(old, user.passwordHash))) return again('old', 'That is not your password now', 409);
    await this.attempts.succeeded(attempt);
    if (password === old) return again('password', 'The new password must be another than the one you have', 409);
    await this.users.changePassword(viewer.userId, password, {
      viewer,
      route: request.routeOptions?.url ?? '/password',
      correlationId: request.id,
    });
    // All sessions ended with the old password; this browser goes on.
    await this.visits.signedIn(request, reply, await this.sessions.start(viewer.userId, 'browser'));
    const text = 'Your password is changed. You are signed out everywhere else';
    return redirect('/', { flash: { kind: 'success', text } });
  }

  private async page(viewer: Viewer, form: FormView, status = 200): Promise<Page> {
    const user = await this.users.withHash(viewer.userId);
    const data = { form, title: 'Your password', due: viewer.passwordDue === true, hasNone: user?.demonstration ?? true };
    return page('access/users/own-password.page.njk', data, { status });
  }
}
