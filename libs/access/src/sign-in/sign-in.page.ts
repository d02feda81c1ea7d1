import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { FormView, isLocalPath, newForm, type Page, readForm, type Redirect, redirect, type WebReply, type WebRequest } from '#pages';
import { May, Public } from '../guard/decorators.js';
import { Visits } from '../guard/visits.js';
import { KeptForms } from './kept-forms.js';
import { KnownDevices } from './known-devices.js';
import { SignInPages } from './sign-in-pages.js';
import { SignIn } from './sign-in.js';
import { SignInDetails } from './sign-in.dto.js';

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
    private readonly pages: SignInPages,
    private readonly keptForms: KeptForms,
    private readonly devices: KnownDevices,
  ) {}

  @Get('sign-in')
  @Public()
  show(@Req() request: WebRequest, @Res({ passthrough: true }) reply: WebReply, @Query('to') to?: string): Page | Redirect {
    if (request.visit?.visitor) return redirect('/');
    this.visits.welcome(request, reply);
    return this.pages.signIn(newForm({ to: local(to) }));
  }

  @Post('sign-in')
  @Public()
  async submit(@Req() request: WebRequest, @Res({ passthrough: true }) reply: WebReply, @Body() body: unknown): Promise<Page | Redirect> {
    const reading = readForm(SignInDetails, body);
    const { password: _, ...values } = reading.values;
    if (!reading.ok) return this.pages.signIn(new FormView(values, reading.errors), 400);
    const { userName, password, ...carried } = reading.value;
    const signedIn = await this.signIn.withPassword(userName, password, {
      address: request.ip,
      device: this.devices.of(request, userName),
    });
    if (!signedIn.ok) {
      if (signedIn.why === 'too-many') reply.header('retry-after', String(signedIn.seconds));
      const error = { field: 'userName', href: '#userName', text: words[signedIn.why] };
      return this.pages.signIn(new FormView(values, [error]), signedIn.why === 'wrong' ? 401 : 429);
    }
    this.devices.remember(request, reply, userName);
    return this.enter(request, reply, signedIn.token, carried);
  }

  @Post('sign-in/demonstration')
  @Public()
  async demonstration(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @Body() body: Carried & { userName?: unknown },
  ): Promise<Page | Redirect> {
    const token = typeof body.userName === 'string' ? await this.signIn.demonstration(body.userName) : null;
    if (!token)
      return this.pages.signIn(
        new FormView(body.kept ? { kept: body.kept } : {}, [
          { field: '', href: '#userName', text: 'There is no such demonstration sign-in here' },
        ]),
        401,
      );
    return this.enter(request, reply, token, body);
  }

  @Post('sign-out')
  @May('sign-out')
  async signOut(@Req() request: WebRequest, @Res({ passthrough: true }) reply: WebReply): Promise<Redirect> {
    await this.visits.signOut(request, reply);
    return redirect('/sign-in', { flash: { kind: 'success', text: 'You are signed out' } });
  }

  /** A session from before the sign-in is ended: its token may be known to others. */
  private async enter(request: WebRequest, reply: WebReply, token: string, { to, kept }: Carried): Promise<Page | Redirect> {
    await this.visits.signOut(request, reply);
    const visitor = await this.visits.signedIn(request, reply, token);
    if (typeof kept !== 'string' || kept === '' || visitor === null) return redirect(local(to));
    const typed = this.keptForms.open(kept, visitor.userId);
    if (typed) return this.pages.saveKept(typed);
    const text = 'What was typed before was not saved: it was sent by another account, or too long ago';
    return redirect('/', { flash: { kind: 'information', text } });
  }
}

/** What the sign-in page carries along: where to go, and what was typed before. */
interface Carried {
  readonly to?: unknown;
  readonly kept?: unknown;
}

/** Where to go after signing in; the start page for anything that is not a path of this service. */
function local(to: unknown): string {
  return typeof to === 'string' && isLocalPath(to) && !to.startsWith('/sign-') ? to : '/';
}
