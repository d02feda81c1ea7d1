import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Command } from '@nestjs/cqrs';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Act } from '#event-sourcing';
import { Clock, type Receipt } from '#event-store';
import { addDays, isLocalDate, type LocalDate, londonDate } from '#calendar';
import type { OrderState } from '#orders';
import { WaitingRecords } from '#people/module';
import {
  type FieldError,
  FormView,
  inputId,
  isRecord,
  isUuid,
  newCommandId,
  newForm,
  page,
  type Page,
  readForm,
  type Recorded,
  type Redirect,
  sentFirst,
  Submissions,
  type WebRequest,
} from '#pages';
import { OpenBreach } from '../breach-record/open-breach.query.js';
import { KeepContact } from '../keep-contact/keep-contact.command.js';
import { AllegingForm } from '../breach-record/alleging.form.js';
import { amissIn } from './amiss.js';
import { reportOf } from './report-of.js';
import { apiWords, words } from './report-words.js';
import { allegingOf } from '../domain/alleging-keys.js';
import type { Occurred } from '../domain/events.js';
import { ReportBreach, reportedId } from './report-breach.command.js';
import { ReportBreachDetails, WhatHappened, WhenAndWhat } from './report-breach.dto.js';
import { type WhenProblem, whenSent, whenTold } from './when-it-happened.js';
import type { StandingWords } from '../domain/standing-then.js';
import { choices, channelWords, kindWords, reporterWords } from '../breach-record/words.js';

/** What the second step shows; the first step's answers travel in it unseen, and the other way round. */
const secondStep = [
  'alleging',
  'recordIsWrong',
  'keep',
  'people',
  'evenSo',
  'account',
  'place',
  'reasonableExcuse',
  'excuse',
  'reporter',
  'channel',
  'reportedAt',
];
const firstStep = ['when', 'shownOn', 'todayAt', 'yesterdayAt', 'on', 'time', 'which', 'until', 'kinds', 'at'];

export interface Reported extends Recorded {
  /** Reports that may be of the same incident. */
  readonly alike: readonly { readonly id: string; readonly occurred: string; readonly what: string }[];
}

/** Reporting a breach on a phone in under a minute: when and what, then what was in force then. One address, no script needed. */
@ApiTags('breaches')
@Controller()
@May('report-breach')
export class ReportBreachPage {
  constructor(
    private readonly breaches: OpenBreach,
    private readonly alleging: AllegingForm,
    private readonly submissions: Submissions,
    private readonly clock: Clock,
    private readonly waiting: WaitingRecords,
  ) {}

  @Get('perpetrators/:id/breaches/new')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'perpetrator', param: 'id' })
  async start(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Query() query: Readonly<Record<string, unknown>>): Promise<Page> {
    return this.whenPage(viewer, await this.person(viewer, id), newForm(missedIn(query) ?? { when: 'now' }));
  }

  @Post('perpetrators/:id/breaches/new')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'perpetrator', param: 'id' })
  async submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    const person = await this.person(viewer, id);
    const body = keptAlone(isRecord(request.body) ? request.body : {});
    if (body['_step'] !== 'save' || body['_back'] !== undefined) return this.firstStep(viewer, person, body);
    if (body['_narrowest'] !== undefined) return this.conditionsPage(viewer, person, nobodyKnows(body));
    const orders = await this.alleging.orders(viewer, id);
    const { unread, refused } = amissIn(person, body, orders, words, this.clock.now());
    // One kind of it is told by the submission.
    if (refused.length > 0 && unread.length + refused.length > 1) {
      const commandId = isUuid(body['_command']) ? body['_command'] : newCommandId();
      const { values } = readForm(ReportBreachDetails, body);
      const again = await this.conditionsPage(viewer, person, new FormView(values, inOrder([...unread, ...refused]), commandId));
      return page(again.template, again.data, { status: unread.length > 0 ? 400 : 409 });
    }
    return this.submissions.form<ReportBreachDetails, Receipt>({
      request,
      body,
      emptyIsNow: 'reportedAt',
      dto: ReportBreachDetails,
      command: (details, act) => command(id, details, act, orders),
      words,
      show: (form) => this.conditionsPage(viewer, person, form),
      to: (_, act) => `/breaches/${reportedId(act)}`,
      done: body['keep'] === undefined ? 'Saved. What to do next is below.' : 'Kept on the history. No breach is alleged.',
    });
  }

  /** For the script of the first step: how the orders stood at the time that is stated there. Nothing while it is not one time. */
  @Post('perpetrators/:id/breaches/orders-then')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  @Watched({ kind: 'perpetrator', param: 'id' })
  async ordersThen(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Req() request: WebRequest,
  ): Promise<readonly StandingWords[]> {
    const person = await this.person(viewer, id);
    const body = isRecord(request.body) ? request.body : {};
    return this.standing(viewer, person, body);
  }

  @Post('api/v1/perpetrators/:id/breaches')
  @ApiOperation({ summary: 'Report a breach, or keep contact that is none' })
  @ApiBody({ type: ReportBreachDetails })
  @Watched({ kind: 'perpetrator', param: 'id' })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Reported> {
    await this.person(viewer, id);
    const orders = await this.alleging.orders(viewer, id);
    const reading = readForm(WhatHappened, request.body);
    const recorded = await this.submissions.api<ReportBreachDetails, Receipt>({
      request,
      dto: ReportBreachDetails,
      command: (details, act) => command(id, details, act, orders),
      words: apiWords,
      id: (act) => reportedId(act),
    });
    const alike = reading.ok ? await this.alleging.alike(viewer, id, whenSent(reading.value), reading.value.kinds) : [];
    return {
      ...recorded,
      alike: alike.filter((other) => other.id !== recorded.id).map(({ id: other, occurred, what }) => ({ id: other, occurred, what })),
    };
  }

  private async firstStep(viewer: Viewer, person: Person, body: Readonly<Record<string, unknown>>): Promise<Page> {
    const commandId = isUuid(body['_command']) ? body['_command'] : newCommandId();
    const reading = readForm(WhenAndWhat, body);
    // What followed from another answer to when it happened.
    const values = Object.fromEntries(Object.entries(reading.values).filter(([name]) => name !== 'at' && name !== 'narrowest'));
    if (body['_back'] !== undefined) return this.whenPage(viewer, person, new FormView(values, [], commandId));
    // When it happened is looked at whether or not it is said what did.
    const told = readForm(WhenAndWhat, { ...body, kinds: ['other'] });
    const occurred = told.ok ? whenTold(told.value, sentFirst(body, this.clock.now()), person.born) : null;
    if (!reading.ok || !occurred || 'field' in occurred) {
      const unread = reading.ok ? [] : reading.errors;
      const amiss = occurred && 'field' in occurred ? [whenError(occurred), ...unread] : unread;
      return this.whenPage(viewer, person, new FormView(values, amiss, commandId), 400);
    }
    const form = new FormView(settled(values, reading.value.when, occurred), [], commandId);
    const suggested = await this.alleging.suggested(viewer, person.id, occurred, reading.value.kinds, form);
    return this.conditionsPage(viewer, person, new FormView({ ...form.values, ...suggested }, [], commandId));
  }

  private async whenPage(viewer: Viewer, person: Person, form: FormView, status = 200): Promise<Page> {
    const today = londonDate(this.clock.now());
    const data = {
      title: 'Report a breach',
      person,
      form,
      kinds: choices(kindWords),
      today,
      yesterday: addDays(today, -1),
      standing: await this.standing(viewer, person, { ...form.values, shownOn: today }),
      waiting: await this.waiting.ofPerson(viewer, person.id),
      unseen: unseen(form, firstStep),
      back: { href: `/perpetrators/${person.id}` },
    };
    return page('breaches/report-breach/when-and-what.page.njk', data, { status });
  }

  /** How the orders stood at the time that the first step's answers come to; nothing while they come to none. */
  private async standing(viewer: Viewer, person: Person, answers: Readonly<Record<string, unknown>>): Promise<readonly StandingWords[]> {
    // Whatever happened: only when it did matters.
    const told = readForm(WhenAndWhat, { ...answers, kinds: ['other'] });
    const occurred = told.ok ? whenTold(told.value, this.clock.now(), person.born) : null;
    return occurred && !('field' in occurred) ? this.alleging.standing(viewer, person.id, occurred) : [];
  }

  private async conditionsPage(viewer: Viewer, person: Person, form: FormView): Promise<Page> {
    const reading = readForm(WhatHappened, form.values);
    if (!reading.ok) return this.whenPage(viewer, person, new FormView(form.values, reading.errors, form.commandId));
    const occurred = whenSent(reading.value);
    return page('breaches/report-breach/what-was-breached.page.njk', {
      title: 'What was breached?',
      person,
      form,
      ...(await this.alleging.data(viewer, person.id, occurred, reading.value.kinds)),
      protectingOthers: await this.alleging.protectingOthers(viewer, person.id, form.value('alleging'), form.value('people')),
      waiting: await this.waiting.ofPerson(viewer, person.id),
      channels: choices(channelWords),
      reporters: choices(reporterWords),
      unseen: unseen(form, secondStep),
      back: { href: `/perpetrators/${person.id}`, text: 'Back to the person' },
    });
  }

  private async person(viewer: Viewer, id: string): Promise<Person> {
    return { id, ...(await this.breaches.personBorn(viewer, id)) };
  }
}

function whenError({ field, text }: WhenProblem): FieldError {
  return { field, href: `#${inputId(field)}${field === 'on' || field === 'until' ? '-day' : ''}`, text };
}

/** As the fields stand on the page. */
function inOrder(errors: readonly FieldError[]): readonly FieldError[] {
  const place = ({ field }: FieldError) => secondStep.indexOf(field.split('.')[0] ?? '');
  return errors.toSorted((a, b) => place(a) - place(b));
}

/** What the address says of a requirement that was missed: the day and the condition. Null when it says none. */
function missedIn({ missed, on }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | null {
  if (typeof missed !== 'string' || allegingOf(missed) === null || !isLocalDate(on)) return null;
  return { when: 'other', on, kinds: ['missed-requirement'], alleging: [missed] };
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly born: LocalDate | null;
}

function command(perpetratorId: string, details: ReportBreachDetails, act: Act, orders: readonly OrderState[]): Command<Receipt> {
  const report = reportOf(perpetratorId, details, whenSent(details), orders, act.at);
  return report.is === 'kept' ? new KeepContact(report.contact, act) : new ReportBreach(report.breach, act);
}

/**
 * The first step's answers with the time they come to: now, today and yesterday are what they were when it was answered, however long the
 * second step takes.
 */
function settled(
  values: Readonly<Record<string, unknown>>,
  when: WhenAndWhat['when'],
  { on, at }: Occurred,
): Readonly<Record<string, unknown>> {
  if (when === 'other') return values;
  if (at !== null) return { ...values, at };
  // Of another day that was typed and not meant, nothing may be taken for the day before.
  const { time: _time, until: _until, which: _which, ...others } = values;
  return { ...others, on };
}

/** The second step as it was filled in, with the answer that nobody can say more exactly when it happened. */
function nobodyKnows(body: Readonly<Record<string, unknown>>): FormView {
  const { values } = readForm(ReportBreachDetails, { ...body, narrowest: 'yes' });
  return new FormView(values, [], isUuid(body['_command']) ? body['_command'] : newCommandId());
}

/** The second step with nothing selected, where it was answered that nothing was breached although something is. */
function keptAlone(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (body['_alone'] === undefined) return body;
  const { alleging: _alleging, ...others } = body;
  return { ...others, keep: 'yes' };
}

/** What was answered and is not shown on this step, as hidden fields: nothing typed is lost. */
function unseen({ values }: FormView, shown: readonly string[]): { name: string; value: string }[] {
  return Object.entries(values).flatMap(([name, value]) => (shown.includes(name) ? [] : flat(name, value)));
}

function flat(name: string, value: unknown): { name: string; value: string }[] {
  if (Array.isArray(value)) return value.flatMap((item) => flat(name, item));
  if (isRecord(value)) return Object.entries(value).flatMap(([key, item]) => flat(`${name}[${key}]`, item));
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [{ name, value: String(value) }] : [];
}
