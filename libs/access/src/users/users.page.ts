import { Body, Controller, Get, NotFoundException, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  type FieldError,
  FormView,
  idFrom,
  isRecord,
  isUuid,
  newCommandId,
  newForm,
  type Page,
  page,
  readForm,
  type Redirect,
  redirect,
  type WebRequest,
} from '#pages';
import { AccessLog } from '../access-log/access-log.js';
import { force as forceOf } from '../domain/forces.js';
import { roleNames, roles } from '../domain/permissions.js';
import type { Viewer } from '../domain/viewer.js';
import { CurrentViewer, May } from '../guard/decorators.js';
import { AccountState, GivenPassword, GivenRole, NewUserDetails } from './users.dto.js';
import { accountChanges, type Change, type User, Users } from './users.js';

/** Changes of an account that are shown. */
const SHOWN = 50;

/** The accounts of the administrator's own force. Those of others are not there: who opens an account knows its password, and reads with it what its force reads. */
@ApiExcludeController()
@Controller('users')
@May('manage-users')
export class UsersPage {
  constructor(
    private readonly users: Users,
    private readonly log: AccessLog,
  ) {}

  @Get()
  list(@CurrentViewer() viewer: Viewer): Promise<Page> {
    return this.page(viewer, newForm());
  }

  @Post()
  async create(@CurrentViewer() viewer: Viewer, @Req() request: WebRequest): Promise<Page | Redirect> {
    const reading = readForm(NewUserDetails, request.body);
    const { password: _given, ...values } = reading.values;
    const sent = isRecord(request.body) ? request.body['_command'] : undefined;
    const commandId = isUuid(sent) ? sent : newCommandId();
    const again = (errors: readonly FieldError[], status: number) => this.page(viewer, new FormView(values, errors, commandId), status);
    if (!reading.ok) return again(reading.errors, 400);
    const { userName, displayName, role, password } = reading.value;
    const account = { userName, displayName, role, force: viewer.force, password };
    const created = await this.users.create(idFrom(commandId, 'user'), account, changeBy(viewer, request));
    if (!created) return again([{ field: 'userName', href: '#userName', text: 'That user name is taken. Choose another' }], 409);
    return redirect('/users', { flash: { kind: 'success', text: 'The account is open' } });
  }

  @Get(':id')
  async show(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Page> {
    return this.account(viewer, await this.own(viewer, id), newForm());
  }

  @Post(':id/state')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @Req() request: WebRequest,
  ): Promise<Page | Redirect> {
    const user = await this.own(viewer, id);
    const reading = readForm(AccountState, body);
    if (!reading.ok) return this.account(viewer, user, new FormView({}, reading.errors), 400);
    if (id === viewer.userId)
      return this.account(viewer, user, refused('You cannot close your own account. Ask another administrator'), 409);
    await this.users.setActive(id, reading.value.active, changeBy(viewer, request));
    const text = reading.value.active ? 'The account is open again' : 'The account is closed';
    return redirect(`/users/${id}`, { flash: { kind: 'success', text } });
  }

  @Post(':id/role')
  async role(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: WebRequest,
  ): Promise<Page | Redirect> {
    const user = await this.own(viewer, id);
    const reading = readForm(GivenRole, request.body);
    if (!reading.ok) return this.account(viewer, user, new FormView({}, reading.errors), 400);
    const { role } = reading.value;
    if (id === viewer.userId) return this.account(viewer, user, refused('You cannot change your own role. Ask another administrator'), 409);
    if ((role === 'machine') !== (user.role === 'machine')) {
      const text = 'A machine and a person do not change into each other. Open another account';
      return this.account(viewer, user, refused(text), 409);
    }
    await this.users.setRole(id, role, changeBy(viewer, request));
    return redirect(`/users/${id}`, { flash: { kind: 'success', text: 'The role is changed' } });
  }

  @Post(':id/password')
  async password(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: WebRequest,
  ): Promise<Page | Redirect> {
    const user = await this.own(viewer, id);
    const reading = readForm(GivenPassword, request.body);
    if (!reading.ok) return this.account(viewer, user, new FormView({}, reading.errors), 400);
    if (id === viewer.userId) return this.account(viewer, user, refused('Change your own password on the page “Your password”'), 409);
    const given = await this.users.givePassword(id, reading.value.password, changeBy(viewer, request));
    if (!given) return this.account(viewer, user, refused('An account of the demonstration has no password'), 409);
    const text =
      user.role === 'machine' ? 'The machine has the new secret' : 'The new password holds until its user signs in and changes it';
    return redirect(`/users/${id}`, { flash: { kind: 'success', text } });
  }

  private async own(viewer: Viewer, id: string): Promise<User> {
    const user = await this.users.ofForce(viewer.force, id);
    if (!user) throw new NotFoundException();
    return user;
  }

  private async page(viewer: Viewer, form: FormView, status = 200): Promise<Page> {
    const users = (await this.users.list()).filter(({ force }) => force === viewer.force);
    const data = {
      form,
      forceName: nameOf(viewer),
      rows: users.map((user) => ({ ...user, roleName: roleNames[user.role] })),
      roles: choices(),
    };
    return page('access/users/users.page.njk', data, { status });
  }

  private async account(viewer: Viewer, user: User, form: FormView, status = 200): Promise<Page> {
    const entries = await this.log.list({ subject: user.id, kinds: accountChanges }, SHOWN);
    const names = await this.users.names(entries.map(({ userId }) => userId));
    const data = {
      form,
      user: { ...user, roleName: roleNames[user.role] },
      title: user.displayName,
      forceName: nameOf(viewer),
      isOwn: user.id === viewer.userId,
      roles: choices().filter(({ value }) => (value === 'machine') === (user.role === 'machine')),
      back: { href: '/users', text: 'Users' },
      changes: entries.map(({ at, kind, reason, userId }) => ({ at, kind, reason, by: names.get(userId) ?? userId })),
    };
    return page('access/users/account.page.njk', data, { status });
  }
}

function changeBy(viewer: Viewer, request: WebRequest): Change {
  return { viewer, route: request.routeOptions?.url ?? '/users', correlationId: request.id };
}

function refused(text: string): FormView {
  return new FormView({}, [{ field: '', href: '#main-content', text }]);
}

function nameOf({ force }: Viewer): string {
  return forceOf(force)?.name ?? force;
}

function choices(): { readonly value: string; readonly text: string }[] {
  return roles.map((role) => ({ value: role, text: roleNames[role] }));
}
