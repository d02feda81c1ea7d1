import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { FormView, isLocalPath, newForm, type Page, page, readForm, type Redirect, redirect, type WebReply, type WebRequest } from '#pages';
import { ACCESS_OPTIONS, type AccessOptions } from '../access-options.js';
import { forces } from '../domain/forces.js';
import { roleNames } from '../domain/permissions.js';
import { May, Public } from '../guard/decorators.js';
import { Visits } from '../guard/visits.js';
import { demonstrationUsers } from '../users/demonstration-users.js';
import { SignIn } from './sign-in.js';
import { SignInDetails } from './sign-in.dto.js';

const template = 'access/sign-in/sign-in.page.njk';
const words = {
  wrong: 'The user name or the password is not right. Check both and try again',
  'too-many': 'There were too many attempts to sign in. Wait 15 minutes and try again, or ask an administrator for help',
};

@ApiExcludeController()
@Controller()
export class SignInPage {
  constructor(
    private readonly signIn: SignIn,
    private readonly visits: Visits,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  @Get('sign-in')
  @Public()
  show(@Req() request: WebRequest, @Res({ passthrough: true }) reply: WebReply, @Query('to') to?: string): Page | Redirect {
    if (request.visit?.visitor) return redirect('/');
    this.visits.welcome(request, reply);
    return this.page(newForm({ to: local(to) }));
  }

  @Post('sign-in')
  @Public()
  async submit(@Req() request: WebRequest, @Res({ passthrough: true }) reply: WebReply, @Body() body: unknown): Promise<Page | Redirect> {
    const reading = readForm(SignInDetails, body);
    const { password: _, ...values } = reading.values;
    if (!reading.ok) return this.page(new FormView(values, reading.errors), 400);
    const { userName, password, to } = reading.value;
    const signedIn = await this.signIn.withPassword(userName, password, request.ip);
    if (!signedIn.ok) {
      const error = { field: 'userName', href: '#userName', text: words[signedIn.why] };
      return this.page(new FormView(values, [error]), signedIn.why === 'wrong' ? 401 : 429);
    }
    return this.enter(request, reply, signedIn.token, to);
  }

  @Post('sign-in/demonstration')
  @Public()
  async demonstration(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @Body() body: { userName?: unknown; to?: unknown },
  ): Promise<Page | Redirect> {
    const token = typeof body.userName === 'string' ? await this.signIn.demonstration(body.userName) : null;
    if (!token)
      return this.page(new FormView({}, [{ field: '', href: '#userName', text: 'There is no such demonstration sign-in here' }]), 401);
    return this.enter(request, reply, token, typeof body.to === 'string' ? body.to : undefined);
  }

  @Post('sign-out')
  @May('sign-out')
  async signOut(@Req() request: WebRequest, @Res({ passthrough: true }) reply: WebReply): Promise<Redirect> {
    await this.visits.signOut(request, reply);
    return redirect('/sign-in', { flash: { kind: 'success', text: 'You are signed out' } });
  }

  /** A session from before the sign-in is ended: its token may be known to others. */
  private async enter(request: WebRequest, reply: WebReply, token: string, to: string | undefined): Promise<Redirect> {
    await this.visits.signOut(request, reply);
    this.visits.signedIn(request, reply, token);
    return redirect(local(to));
  }

  private page(form: FormView, status = 200): Page {
    const demonstration = this.options.demo
      ? demonstrationUsers.map(({ userName, displayName, role, force }) => ({
          userName,
          words: `${displayName}, ${roleNames[role].toLowerCase()}, ${forces.find(({ cjs }) => cjs === force)?.name ?? force}`,
        }))
      : [];
    return page(template, { form, demonstration }, { status });
  }
}

/** Where to go after signing in; the start page for anything that is not a path of this service. */
function local(to: unknown): string {
  return typeof to === 'string' && isLocalPath(to) && !to.startsWith('/sign-') ? to : '/';
}
