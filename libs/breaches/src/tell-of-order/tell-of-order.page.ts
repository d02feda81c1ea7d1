import { Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, KeptByForce, May, Watched } from '#access/module';
import { formatDate, londonDate, londonTime } from '#calendar';
import type { Act } from '#event-sourcing';
import { Clock } from '#event-store';
import { kindRule } from '#orders';
import { type FormView, newForm, page, type Page, type Redirect, Submissions, type WebRequest } from '#pages';
import { ProtectedPeople } from '#people/module';
import type { KnownPerson } from '../breach-record/spoken.js';
import { orderNews } from '../domain/order-news.js';
import { ReachingPeople } from '../victim-contact/how-reached.query.js';
import { OrderContacts, type OrderToTellOf } from '../victim-contact/order-contacts.query.js';
import { TellOfOrder } from './tell-of-order.command.js';
import { TellOfOrderFields, tellOfOrderWords } from './tell-of-order.dto.js';
import { toldIn } from './told.dto.js';
import { tellingChoices } from './telling.choices.js';
import { whyPutRight } from './why-put-right.js';
import { newsInWords } from './words.js';

interface Reachable {
  readonly value: string;
  readonly text: string;
  /** Whether the viewer may open what they were told. */
  readonly isOpen: boolean;
}

interface Opened {
  readonly contact: OrderToTellOf;
  readonly people: readonly Reachable[];
  /** Everybody whom the order protects, as the viewer may know them. */
  readonly known: readonly KnownPerson[];
}

const reaches = [
  { value: 'this', text: 'Only this' },
  { value: 'order', text: 'This and all else about this order, until they want to hear again' },
];

/** Records that somebody whom an order protects was told of it, was not told, or is not to be told. For forces that may read their name. */
@ApiTags('orders')
@Controller()
@May('progress-breach')
@Watched({ kind: 'order', param: 'id' })
export class TellOfOrderPage {
  constructor(
    private readonly contacts: OrderContacts,
    private readonly people: ProtectedPeople,
    private readonly reaching: ReachingPeople,
    private readonly submissions: Submissions,
    private readonly clock: Clock,
  ) {}

  @Get('orders/:id/tell')
  @ApiExcludeEndpoint()
  async show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Query('person') person?: unknown,
    @Query('news') news?: unknown,
  ): Promise<Page> {
    const opened = await this.open(viewer, id);
    const now = this.clock.now();
    const first = opened.people.find(({ value }) => value === person) ?? (opened.people.length === 1 ? opened.people[0] : undefined);
    const starts = { protectedPersonId: first?.value, newsId: typeof news === 'string' ? news : undefined, reach: 'this' };
    return this.page(viewer, opened, newForm({ ...starts, at: { date: londonDate(now), time: londonTime(now) } }));
  }

  @Post('orders/:id/tell')
  @ApiExcludeEndpoint()
  async submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    const opened = await this.open(viewer, id);
    return this.submissions.form({
      request,
      dto: TellOfOrderFields,
      command: (fields, act) => command(id, fields, act),
      words: tellOfOrderWords,
      show: (form) => this.page(viewer, opened, form),
      to: () => toldPage(request, opened),
      done: 'Recorded. That clock has stopped.',
    });
  }

  @Post('api/v1/orders/:id/tell')
  @ApiOperation({ summary: 'Record that a protected person was told of what happened to an order, was not told, or is not to be told' })
  @ApiBody({ type: TellOfOrderFields })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    await this.open(viewer, id);
    return this.submissions.api({
      request,
      dto: TellOfOrderFields,
      command: (fields, act) => command(id, fields, act),
      words: tellOfOrderWords,
      id: () => id,
    });
  }

  /** @throws NotFoundException when there is no such order for the viewer; KeptByForce when they may read the name of nobody in it */
  private async open(viewer: Viewer, id: string): Promise<Opened> {
    const contact = await this.contacts.byId(viewer, id);
    if (!contact) throw new NotFoundException();
    const known = await this.people.knownAs(viewer, contact.order.protectedPersonIds, [contact.order]);
    const named = known.flatMap(({ id: value, name }) => (name === null ? [] : [{ value, text: name }]));
    const people = await Promise.all(
      named.map(async (one) => ({ ...one, isOpen: (await this.people.byId(viewer, one.value))?.is === 'recorded' })),
    );
    if (people.length === 0) throw new KeptByForce(contact.order.force, 'this order', 'Your force looks after nobody whom it protects.');
    return { contact, people, known };
  }

  private async page(viewer: Viewer, { contact: { order }, people, known: protectedPeople }: Opened, form: FormView): Promise<Page> {
    const today = londonDate(this.clock.now());
    const chosen = form.text('protectedPersonId');
    const known = people.find(({ value, isOpen }) => value === chosen && isOpen)?.value ?? null;
    return page('breaches/tell-of-order/tell-of-order.page.njk', {
      title: 'Record what they were told of the order',
      caption: `${kindRule(order.kind).name}, ${order.court.name}, made ${formatDate(order.made.on)}`,
      form,
      people,
      news: orderNews(order)
        .filter(({ when }) => when.on <= today)
        .map(({ newsId, when, ...news }) => {
          const why = news.error ? whyPutRight(order, news.error, protectedPeople, viewer.force) : null;
          return {
            value: newsId,
            text: `${capital(newsInWords(news))}, ${formatDate(when.on)}`,
            ...(why === null ? {} : { hint: why }),
          };
        }),
      of: { ...tellingChoices, reaches },
      reached: known === null ? null : await this.reaching.of(viewer, known),
      back:
        known === null ? { href: `/orders/${order.orderId}` } : { href: `/protected-people/${known}/told`, text: 'What they were told' },
    });
  }
}

function command(orderId: string, fields: TellOfOrderFields, act: Act): TellOfOrder {
  const { protectedPersonId, newsId, reach = 'this' } = fields;
  return new TellOfOrder(orderId, { ...toldIn(fields), protectedPersonId, newsId, reach }, act);
}

/** The page of the person just told; of the order where somebody reads only letters. */
function toldPage({ body }: WebRequest, { contact, people }: Opened): string {
  const told: unknown = typeof body === 'object' && body !== null && 'protectedPersonId' in body ? body.protectedPersonId : null;
  return people.some(({ value, isOpen }) => value === told && isOpen)
    ? `/protected-people/${String(told)}/told`
    : `/orders/${contact.order.orderId}`;
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
