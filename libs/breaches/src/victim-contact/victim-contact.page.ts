import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { force, may, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { formatDate, formatDateTime } from '#calendar';
import { Clock } from '#event-store';
import { kindRule } from '#orders';
import { page, type Page } from '#pages';
import { channelNames, rightsUnder, spokenName } from '#people';
import { ProtectedPeople } from '#people/module';
import { BreachRecords } from '../breach-record/breach-records.query.js';
import { occurredInWords } from '../breach-record/breach-view.js';
import { aboutWords, kindWords } from '../breach-record/words.js';
import { orderNews } from '../domain/order-news.js';
import { whyPutRight } from '../tell-of-order/why-put-right.js';
import { decisionWords, newsInWords, tellerWords, whyNotToldWords } from '../tell-of-order/words.js';
import { ReachingPeople } from './how-reached.query.js';
import { OrderContacts, type OrderToTellOf } from './order-contacts.query.js';
import { type Concerning, type Subject, type Told, toldOf, type ToTell, toTell } from './told.js';

interface SubjectView {
  readonly what: string;
  /** Why something was recorded in error, where that is what it is. */
  readonly putRight: string | null;
  /** The order or the report, in words, and its page. */
  readonly record: { readonly text: string; readonly href: string };
}

interface ToTellView extends SubjectView, Pick<ToTell, 'since' | 'due' | 'late'> {
  readonly when: string;
  /** The form that settles it. */
  readonly tell: string;
}

interface ToldView extends SubjectView, Pick<Told, 'at' | 'decision' | 'channel' | 'role' | 'force' | 'because' | 'forAll' | 'late'> {
  readonly when: string;
  readonly done: string;
  /** Who told them or decided it, and how, in words. */
  readonly who: string;
  readonly why: string | null;
  readonly note: string | null;
}

/** What one protected person was told, by whom and how, and what they are still to be told. For those who may read their name. */
@ApiTags('breaches')
@Controller()
@May('view-protected-person')
@Watched({ kind: 'protected-person', param: 'id' })
export class VictimContactPage {
  constructor(
    private readonly people: ProtectedPeople,
    private readonly breaches: BreachRecords,
    private readonly orders: OrderContacts,
    private readonly reaching: ReachingPeople,
    private readonly clock: Clock,
  ) {}

  @Get('protected-people/:id/told')
  @ApiExcludeEndpoint()
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    const { name, waiting, told } = await this.read(viewer, id);
    return page('breaches/victim-contact/victim-contact.page.njk', {
      title: 'What they were told',
      ...{ name, waiting, told },
      reached: await this.reaching.of(viewer, id),
      mayTell: may(viewer, 'progress-breach'),
      back: { href: `/protected-people/${id}`, text: 'Back to the protected person' },
    });
  }

  @Get('api/v1/protected-people/:id/told')
  @ApiOperation({ summary: 'What a protected person was told of breaches and orders, by whom, and what they are still to be told' })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<{ waiting: ToTellView[]; told: ToldView[] }> {
    const { waiting, told } = await this.read(viewer, id);
    return { waiting, told };
  }

  private async putRight(viewer: Viewer, orders: readonly OrderToTellOf[]): Promise<WhyPutRight> {
    const why = new Map<string, string | null>();
    for (const { order } of orders) {
      const errors = orderNews(order).flatMap(({ newsId, error }) => (error ? [{ newsId, error }] : []));
      if (errors.length === 0) continue;
      const known = await this.people.knownAs(viewer, order.protectedPersonIds, [order]);
      for (const { newsId, error } of errors) why.set(newsId, whyPutRight(order, error, known, viewer.force));
    }
    return why;
  }

  private async read(viewer: Viewer, id: string): Promise<{ name: string; waiting: ToTellView[]; told: ToldView[] }> {
    const person = await this.people.byId(viewer, id);
    if (person?.is !== 'recorded') throw new NotFoundException();
    const [rows, orders] = [await this.breaches.doneTo(viewer, id), await this.orders.protecting(viewer, id)];
    const concerning: Concerning = { breaches: rows, orders };
    const rights = (of: { perpetratorId: string; force: string }) => rightsUnder(person, of);
    const putRight = await this.putRight(viewer, orders);
    const speaks = (subject: Subject) => subjectView(subject, concerning, putRight);
    return {
      name: person.identity.value ? spokenName(person.identity.value.name) : 'Name not readable',
      waiting: toTell(id, concerning, rights, this.clock.now()).map((one) => ({
        ...speaks(one.subject),
        ...{ since: one.since, due: one.due, late: one.late },
        when: `by the end of ${formatDate(one.due)}`,
        tell: formOf(one.subject, id),
      })),
      told: toldOf(id, concerning, rights).map((one) => ({ ...speaks(one.subject), ...toldView(one, viewer, person.safeguarding) })),
    };
  }
}

/** Why what was recorded in error was, by the id of the news of it. */
type WhyPutRight = ReadonlyMap<string, string | null>;

function toldView(told: Told, viewer: Viewer, safeguarding: string): Omit<ToldView, keyof SubjectView> {
  const { at, decision, channel, role, because, forAll, late } = told;
  // Who in another force told them, by name, and what was noted, is for those who look after them.
  const isNear = viewer.force === told.force || viewer.force === safeguarding;
  const name = isNear ? (told.by?.value ?? null) : null;
  const parts = [
    role === null ? null : tellerWords[role],
    name,
    force(told.force)?.name ?? `force ${told.force}`,
    channel === null ? null : channelNames[channel].toLowerCase(),
  ];
  return {
    ...{ at, decision, channel, role, because, forAll, late, force: told.force },
    when: formatDateTime(at),
    done: decisionWords[decision],
    who: parts.filter((part) => part !== null).join(', '),
    why: because === null ? null : whyNotToldWords[because],
    note: isNear ? (told.note?.value ?? null) : null,
  };
}

function subjectView(subject: Subject, { breaches, orders }: Concerning, putRight: WhyPutRight): SubjectView {
  if (subject.is === 'breach') {
    const report = breaches.find(({ doc }) => doc.breachId === subject.breachId)?.doc;
    const text = report
      ? `${report.kinds.map((kind) => kindWords[kind]).join(', ')}, ${occurredInWords(report.occurred)}`
      : 'See the report';
    return { what: aboutWords[subject.about], putRight: null, record: { text, href: `/breaches/${subject.breachId}` } };
  }
  const found = orders.find(({ order }) => order.orderId === subject.orderId);
  const { news: kind, newsId } = subject;
  const error = found && orderNews(found.order).find((one) => one.newsId === newsId)?.error;
  return {
    what: newsInWords({ kind, ...(error && { error }) }),
    putRight: putRight.get(newsId) ?? null,
    record: { text: found ? orderWords(found) : 'See the order', href: `/orders/${subject.orderId}` },
  };
}

function orderWords({ order }: OrderToTellOf): string {
  return `${kindRule(order.kind).short} made ${formatDate(order.made.on)}, ${order.court.name}`;
}

function formOf(subject: Subject, person: string): string {
  return subject.is === 'breach'
    ? `/breaches/${subject.breachId}/tell-victim?of=${subject.about}&person=${person}`
    : `/orders/${subject.orderId}/tell?person=${person}&news=${encodeURIComponent(subject.newsId)}`;
}
