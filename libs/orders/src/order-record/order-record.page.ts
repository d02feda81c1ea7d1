import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { force, may, type Viewer } from '#access';
import { withheld } from '#event-sourcing';
import { CurrentViewer, May, Watched } from '#access/module';
import { Clock } from '#event-store';
import { page, type Page } from '#pages';
import { Asks, PartAsked } from '#pages/module';
import { spokenName } from '#people';
import { PerpetratorRecords, ProtectedPeople } from '#people/module';
import { waitsBelow, whileSentBack, wordingAwaited } from '../domain/appeals.js';
import { endingOf } from '../domain/ending.js';
import type { Consenting } from '../domain/events.js';
import { isOrderInError } from '../domain/in-error.js';
import { kindRule } from '../domain/kinds/index.js';
import { leftBehind } from '../domain/left-behind.js';
import { consenting } from '../give-discharge-consent/give-discharge-consent.dto.js';
import { momentOf } from '../domain/moments.js';
import { defaultsNotOwed } from '../domain/notification.js';
import type { MadeOrder } from '../domain/order.js';
import { ApplicationRecords } from '../application-record/application-records.query.js';
import { ApplicationDrafts } from '../drafted-application/application-drafts.query.js';
import { type AgainstDraft, againstDraft } from './against-draft.js';
import { actionsFor, type Action } from './actions.js';
import { courtByAge } from './court-by-age.js';
import { whyOrderInError } from '../record-in-error/record-in-error.dto.js';
import { OrderRecords } from './order-records.query.js';
import { orderLine, orderView, type OrderView } from './order-view.js';
import { type KnownPerson, spokenTo } from './spoken.js';
import { proposalStages, proposedOne, variationOutcomes } from '../proposal-record/words.js';
import * as hearingWords from '../record-hearing/words.js';
import * as appealWords from './appeal-words.js';
import * as words from './words.js';
import { YouthRecords } from '../youth-record/youth-records.query.js';

/** What exactly did the court say, and since when? */
@Controller()
@ApiTags('orders')
export class OrderRecordPage {
  constructor(
    private readonly orders: OrderRecords,
    private readonly people: ProtectedPeople,
    private readonly perpetrators: PerpetratorRecords,
    private readonly applications: ApplicationRecords,
    private readonly drafts: ApplicationDrafts,
    private readonly youth: YouthRecords,
    private readonly clock: Clock,
  ) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id')
  @May('view-order')
  @Watched({ kind: 'order', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    const order = await this.orders.seen(viewer, id);
    const perpetrator = await this.perpetrators.byId(viewer, order.perpetratorId);
    const name = perpetrator?.is === 'recorded' ? perpetrator.identity.value?.name : undefined;
    const people = await this.people.knownAs(viewer, order.protectedPersonIds, [order]);
    const view = await this.view(viewer, order, people);
    const now = momentOf(this.clock.now());
    const application = order.applicationId === null ? null : await this.applications.byId(viewer, order.applicationId);
    const left = leftBehind(order, people, now);
    return page('orders/order-record/order-record.page.njk', {
      title: view.name,
      order: view,
      respondent: name ? spokenName(name) : 'Respondent',
      forceName: force(order.force)?.name ?? order.force,
      protectedNames: view.protectedPeople.map((person) => person.name ?? `protected person ${person.letter}`),
      courtByAge: application ? courtByAge(application, order) : [],
      youth: await this.youth.ofOrder(viewer, order, application),
      againstDraft: await this.againstDraft(viewer, order, people),
      ending: endingOf(order, now.on),
      // A full order in place of an interim asks for no first notification, but for every change (SPA 2019 s.9).
      changesWithin:
        view.state.is === 'not-in-force' || view.duties.some(({ state }) => state === 'exempt')
          ? null
          : (kindRule(order.kind).notificationDuty?.days ?? null),
      defaultsNotOwed: defaultsNotOwed(order, view.duties),
      mayRenew: kindRule(order.kind).mayRenew.includes('chief-officer'),
      left: left && { ...left, forceNames: left.forces.map((code) => whereNow(code, people)) },
      toAppeal: order.force === viewer.force ? appealWords.openToAppeal(order) : [],
      sentBack: Object.fromEntries(
        order.appeals.filter(waitsBelow).map((one) => [one.appealId, appealWords.sentBackWords[whileSentBack(one)]]),
      ),
      wordingAwaited: order.appeals.filter((one) => wordingAwaited(order, one)).map(({ appealId }) => appealId),
      words: { ...words, ...appealWords, ...hearingWords, variationOutcomes, proposalStages, proposedOne, whyOrderInError, consentOf },
      ...this.actions(viewer, order),
    });
  }

  @ApiOperation({ summary: 'One order' })
  @Get('api/v1/orders/:id')
  @May('view-order')
  @Watched({ kind: 'order', param: 'id' })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<OrderView> {
    const order = await this.orders.seen(viewer, id);
    return this.view(viewer, order, await this.people.knownAs(viewer, order.protectedPersonIds, [order]));
  }

  @ApiOperation({ summary: 'The orders against a perpetrator, latest first' })
  @Get('api/v1/perpetrators/:id/orders')
  @Asks(PartAsked)
  @May('view-order')
  @Watched({ kind: 'perpetrator', param: 'id' })
  async list(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Query('after') after?: string) {
    const found = await this.orders.against(viewer, id, after ?? null);
    if (!found) throw new NotFoundException();
    const now = momentOf(this.clock.now());
    return { items: found.items.map((order) => orderLine(order, now)), next: found.next };
  }

  /** What the court made of the drafted conditions, for the force that drafted them. */
  private async againstDraft(viewer: Viewer, order: MadeOrder, people: readonly KnownPerson[]): Promise<readonly AgainstDraft[]> {
    if (order.applicationId === null || !may(viewer, 'view-protected-person')) return [];
    const drafted = (await this.drafts.byId(viewer, order.applicationId))?.doc.draft.sections.conditions?.content.conditions ?? [];
    if (drafted.length === 0) return [];
    const made = order.conditions.flatMap(({ versions }) => versions.filter(({ by }) => by === 'order').slice(0, 1));
    const { clause } = spokenTo(people, { keeper: order.force, own: viewer.force });
    return againstDraft(drafted, made, (text) => clause(text, 'clause'));
  }

  private async view(viewer: Viewer, order: MadeOrder, people: readonly KnownPerson[]): Promise<OrderView> {
    const replaced = order.replaces === null ? null : await this.orders.byId(viewer, order.replaces);
    // The court's words and what was noted can name a protected person or a place: they go with the right to read names.
    const read = may(viewer, 'view-protected-person') ? order : withheld(order);
    const notedBy = await this.orders.notedBy(order.orderId);
    return orderView(read, people, momentOf(this.clock.now()), { own: viewer.force, notedBy, replaced });
  }

  private actions(viewer: Viewer, order: MadeOrder): { actions: readonly Action[]; can: Readonly<Record<string, boolean>> } {
    const can = {
      serve: may(viewer, 'record-service'),
      hear: may(viewer, 'determine-application') && viewer.force === order.force,
      papers: may(viewer, 'vary-order') && viewer.force === order.force,
      propose: (may(viewer, 'vary-order') || may(viewer, 'authorise-application')) && viewer.force === order.force,
      correct: may(viewer, 'make-order') && viewer.force === order.force && !isOrderInError(order),
      appeal: may(viewer, 'record-appeal') && viewer.force === order.force,
      default: may(viewer, 'record-notification') && viewer.force === order.force,
    };
    return { actions: actionsFor(order, viewer, momentOf(this.clock.now())), can };
  }
}

/** Whose consent it is, in words. */
const consentOf = (all: readonly Consenting[]): readonly string[] => all.map((by) => consenting[by]);

/** The force that looks after somebody now tells where they live: only those learn it who may read a name of whom it looks after. */
function whereNow(code: string | null, people: readonly { readonly name: string | null; readonly safeguarding: string | null }[]): string {
  const isKnown = code !== null && people.some(({ name, safeguarding }) => name !== null && safeguarding === code);
  return isKnown ? (force(code)?.name ?? code) : 'another force';
}
