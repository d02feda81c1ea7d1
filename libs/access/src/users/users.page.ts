import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
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
import { forces } from '../domain/forces.js';
import { roleNames, roles } from '../domain/permissions.js';
import type { Viewer } from '../domain/viewer.js';
import { CurrentViewer, May } from '../guard/decorators.js';
import { AccountState, NewUserDetails } from './users.dto.js';
import { Users } from './users.js';

@ApiExcludeController()
@Controller('users')
@May('manage-users')
export class UsersPage {
  constructor(private readonly users: Users) {}

  @Get()
  list(@CurrentViewer() viewer: Viewer): Promise<Page> {
    return this.page(viewer, newForm());
  }

  @Post()
  async create(@CurrentViewer() viewer: Viewer, @Req() request: WebRequest): Promise<Page | Redirect> {
    const reading = readForm(NewUserDetails, request.body);
    const { password: _, ...values } = reading.values;
    const sent = isRecord(request.body) ? request.body['_command'] : undefined;
    const commandId = isUuid(sent) ? sent : newCommandId();
    const again = (errors: readonly FieldError[], status: number) => this.page(viewer, new FormView(values, errors, commandId), status);
    if (!reading.ok) return again(reading.errors, 400);
    const created = await this.users.create(idFrom(commandId, 'user'), reading.value);
    if (!created) return again([{ field: 'userName', href: '#userName', text: 'That user name is taken. Choose another' }], 409);
    return redirect('/users', { flash: { kind: 'success', text: 'The account is open' } });
  }

  @Post(':id/state')
  async change(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string, @Body() body: unknown): Promise<Page | Redirect> {
    const reading = readForm(AccountState, body);
    if (!reading.ok) return this.page(viewer, newForm(), 400);
    if (id === viewer.userId) {
      const error = { field: '', href: '', text: 'You cannot close your own account. Ask another administrator' };
      return this.page(viewer, new FormView({}, [error]), 409);
    }
    await this.users.setActive(id, reading.value.active);
    return redirect('/users', {
      flash: { kind: 'success', text: reading.value.active ? 'The account is open again' : 'The account is closed' },
    });
  }

  private async page(viewer: Viewer, form: FormView, status = 200): Promise<Page> {
    const users = await this.users.list();
    const rows = users.map((user) => ({
      ...user,
      roleName: roleNames[user.role],
      forceName: forces.find(({ cjs }) => cjs === user.force)?.name ?? user.force,
      own: user.id === viewer.userId,
    }));
    const choices = {
      roles: roles.map((role) => ({ value: role, text: roleNames[role] })),
      forces: forces.map(({ cjs, name }) => ({ value: cjs, text: name })),
    };
    return page('access/users/users.page.njk', { form, rows, ...choices }, { status });
  }
}
