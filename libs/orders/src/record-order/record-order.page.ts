import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { ageOn, type LocalDate, londonDate } from '#calendar';
import { Clock } from '#event-store';
import { isUuid, type Page, type Redirect, type WebRequest } from '#pages';
import { kindRule, type OrderKind, orderKinds } from '../domain/kinds/index.js';
import { choicesFor } from '../forms-about/choices.js';
import { PerpetratorForms, type PerpetratorInForm } from '../forms-about/perpetrator-forms.js';
import type { RecordForm } from '../forms-about/record-forms.js';
import { otherForumChoices } from '../order-draft/forum-words.js';
import { typedClauses } from '../order-draft/rows.js';
import { newOrderId } from '../make-interim/make-interim.command.js';
import { RecordOrder } from './record-order.command.js';
import { applicationChoices, applicationsFor } from './open-matters.query.js';
import { origins, RecordOrderDto, recordOrderWords } from './record-order.dto.js';

const isKind = (value: unknown): value is OrderKind => (orderKinds as readonly unknown[]).includes(value);

const details: RecordForm<PerpetratorInForm, RecordOrderDto> = {
  template: 'orders/record-order/record-order.page.njk',
  title: 'Record an order',
  dto: RecordOrderDto,
  words: recordOrderWords,
  command: ({ perpetratorId, open }, dto, act, orderIds) => {
    const beside = { orderIds, goesOn: dto.goesOn ?? null };
    const applicationIds = open.applications.map(({ applicationId }) => applicationId);
    const interimIds = open.interims.map(({ orderId }) => orderId);
    const fullIds = open.fulls.map(({ orderId }) => orderId);
    return new RecordOrder(perpetratorId, dto.asDetails(act.commandId), act, beside, {
      applicationIds,
      interimIds,
      fullIds,
      onRecord: open.onRecord,
    });
  },
  drafts: ({ perpetratorId }, typed, { force }) => {
    const kind = typed.value('kind');
    const protects = typed.value('protectedPersonIds');
    return {
      ...{ perpetratorId, force, applicationId: null, inPlaceOf: [] },
      kind: isKind(kind) ? kind : 'other',
      protectedPersonIds: (Array.isArray(protects) ? protects : [protects]).filter(isUuid),
      conditions: typedClauses(typed.values, ['conditions']),
    };
  },
  makes: (act) => newOrderId(act.commandId),
  to: (_, act) => `/orders/${newOrderId(act.commandId)}`,
  done: 'The order is recorded',
  filled: (_, { kind }) => ({ kind, locality: 'uk', origin: isKind(kind) ? kindRule(kind).origins[0] : undefined }),
  data: ({ open }, { kind }) => {
    const chosen = isKind(kind) ? kind : 'other';
    const rule = kindRule(chosen);
    return {
      title: `Record an order: ${rule.name.toLowerCase()}`,
      kind: chosen,
      act: rule.act,
      choices: choicesFor(chosen),
      madeOn: applicationChoices(open, chosen),
      waiting: applicationsFor(open, chosen),
      onRecord: open.onRecord.filter((one) => one.kind === chosen),
      name: rule.name,
      otherForums: [...otherForumChoices, { divider: 'or' }, { value: '', text: 'The court to which it belongs made it' }],
      origins: rule.origins.map((value) => ({ value, text: origins[value] })),
    };
  },
};

/** Kinds only for adults are not offered for a child: no such order can have been made. */
const kindFirst = (today: LocalDate): RecordForm<PerpetratorInForm, RecordOrderDto> => ({
  ...details,
  template: 'orders/record-order/order-kind.page.njk',
  filled: () => ({}),
  data: ({ identity }) => {
    const born = identity.value?.dateOfBirth ?? null;
    const isChild = born !== null && ageOn(born, today) < 18;
    const open = orderKinds.map(kindRule).filter(({ leastAge }) => !(leastAge === 18 && isChild));
    return { kinds: open.map(({ kind, name, act }) => ({ value: kind, text: name, hint: act })) };
  },
});

/** First the kind, which says what to ask; then the order. The kind stands in the address, so that going back loses nothing. */
@Controller()
@ApiTags('orders')
@May('make-order')
export class RecordOrderPage {
  constructor(
    private readonly forms: PerpetratorForms,
    private readonly clock: Clock,
  ) {}

  @ApiExcludeEndpoint()
  @Get('perpetrators/:id/orders/new')
  @Watched({ kind: 'perpetrator', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest, @Query('kind') kind?: string): Promise<Page> {
    return this.forms.ask(isKind(kind) ? details : kindFirst(londonDate(this.clock.now())), { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('perpetrators/:id/orders/new')
  @Watched({ kind: 'perpetrator', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(details, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record an order that began with no application here' })
  @ApiBody({ type: RecordOrderDto })
  @Post('api/v1/perpetrators/:id/orders')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(details, { viewer, id, request });
  }
}
