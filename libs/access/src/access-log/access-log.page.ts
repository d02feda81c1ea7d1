import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { endOfDay, startOfDay } from '#calendar';
import {
  FormView,
  isRecord,
  LocalDateField,
  listing,
  nextAddress,
  type Page,
  page,
  readCursor,
  readForm,
  TextField,
  type WebRequest,
} from '#pages';
import { May } from '../guard/decorators.js';
import { Users } from '../users/users.js';
import { AccessLog } from './access-log.js';

export class AccessLogFilter {
  @TextField('a user name', { max: 100, optional: true })
  user?: string;

  @TextField('the id of a record', { max: 64, optional: true })
  subject?: string;

  @LocalDateField('the day', { optional: true })
  day?: string;
}

const size = 50;
const nobody = '-';

@ApiExcludeController()
@Controller('access-log')
export class AccessLogPage {
  constructor(
    private readonly log: AccessLog,
    private readonly users: Users,
  ) {}

  @Get()
  @May('view-access-log')
  async show(@Req() request: WebRequest, @Query('after') after?: string): Promise<Page> {
    const query = isRecord(request.query) ? request.query : {};
    const reading = readForm(AccessLogFilter, query);
    const { user, subject, day } = reading.ok ? reading.value : {};
    const userId = user ? ((await this.users.byName(user))?.id ?? nobody) : undefined;
    const before = readCursor(after, isSequence)?.[0];
    const period = day ? { from: startOfDay(day), until: endOfDay(day) } : {};
    const entries = reading.ok
      ? await this.log.list({ userId, subject, ...period, ...(before === undefined ? {} : { before }) }, size + 1)
      : [];
    const part = listing(entries, size, ({ sequence }) => [sequence]);
    const names = await this.users.names(part.items.map((entry) => entry.userId));
    const rows = part.items.map((entry) => ({
      ...entry,
      name: names.get(entry.userId) ?? entry.userId,
      others: entry.persons.filter((id) => id !== entry.subject),
    }));
    const filters = { user, subject, ...(isRecord(query['day']) ? dayInputs(query['day']) : { day }) };
    const data = {
      form: new FormView(reading.values, reading.ok ? [] : reading.errors),
      rows,
      next: nextAddress('/access-log', filters, part),
    };
    return page('access/access-log/access-log.page.njk', data, { status: reading.ok ? 200 : 400 });
  }
}

function isSequence(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function dayInputs(day: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(['day', 'month', 'year'].map((part) => [`day[${part}]`, day[part]]));
}
