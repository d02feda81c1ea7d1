import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import type { FiledApplication } from '../domain/application.js';
import { refusalAppealRule } from '../domain/refusal-appeals.js';
import { ApplicationForms, type ApplicationInForm } from '../forms-about/application-forms.js';
import { choicesFor, choicesOf } from '../forms-about/choices.js';
import { endAskedFor, hearingDay, heardThen } from '../forms-about/heard-then.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { newOrderId } from '../make-interim/make-interim.command.js';
import { draftedIn } from '../order-draft/drafted-in.js';
import { soughtRows } from '../order-draft/rows.js';
import { courtTypes } from '../order-record/words.js';
import { DetermineRefusalAppeal } from './determine-refusal-appeal.command.js';
import {
  OrderOnAppealDto,
  orderOnAppealWords,
  RefusalAppealOutcomeDto,
  refusalAppealOutcomeWords,
  refusalAppealResults,
} from './determine-refusal-appeal.dto.js';

/** The courts that hear the appeal, to choose from. */
function appealCourts(application: FiledApplication) {
  const hearing = refusalAppealRule(application)?.courts ?? [];
  return choicesOf(courtTypes).filter(({ value }) => hearing.some((one) => one === value));
}

/** The appeal that the address names, and the court where it was lodged. */
function lodged({ appeals }: FiledApplication, { appealId }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const court = appeals.find((one) => one.appealId === appealId)?.court;
  return { appealId, courtType: court?.type, courtName: court?.name };
}

const order: RecordForm<ApplicationInForm, OrderOnAppealDto> = {
  template: 'orders/determine-refusal-appeal/order-on-appeal.page.njk',
  title: 'Record the order made on appeal',
  dto: OrderOnAppealDto,
  words: orderOnAppealWords,
  command: ({ applicationId }, details, act, orderIds) =>
    new DetermineRefusalAppeal(applicationId, details.asOutcome(act.commandId), act, { orderIds, goesOn: details.goesOn ?? null }),
  drafts: (application, typed) => draftedIn(application, 'spo', typed),
  makes: (act) => newOrderId(act.commandId),
  to: (_, act) => `/orders/${newOrderId(act.commandId)}`,
  allowed: byItsOwnForce,
  done: 'The order is recorded',
  filled: (application, address) => {
    const { sought, duration, hearings } = application;
    const { made } = heardThen(hearings, address);
    return {
      ...{ ...lodged(application, address), made, locality: 'uk', withNotice: true, conditions: soughtRows(sought) },
      ...endAskedFor(duration, hearingDay(hearings, address)),
    };
  },
  data: (application) => ({ choices: { ...choicesFor('spo'), courts: appealCourts(application) } }),
};

const outcome: RecordForm<FiledApplication, RefusalAppealOutcomeDto> = {
  template: 'orders/determine-refusal-appeal/refusal-appeal-outcome.page.njk',
  title: 'Record the outcome of the appeal',
  dto: RefusalAppealOutcomeDto,
  words: refusalAppealOutcomeWords,
  command: ({ applicationId }, details, act) => new DetermineRefusalAppeal(applicationId, details.asOutcome(), act),
  allowed: byItsOwnForce,
  done: 'The outcome is recorded',
  filled: (application, address) => ({ ...lodged(application, address), at: heardThen(application.hearings, address)['made'] }),
  data: (application, { appealId, hearing }) => ({
    appealCourts: { courts: appealCourts(application) },
    results: Object.entries(refusalAppealResults).map(([value, words]) => ({ value, ...words })),
    orderHref: `/applications/${application.applicationId}/appeals/${String(appealId)}/order${typeof hearing === 'string' ? `?hearing=${encodeURIComponent(hearing)}` : ''}`,
  }),
};

@Controller()
@ApiTags('applications')
@May('record-appeal')
export class DetermineRefusalAppealPage {
  constructor(private readonly forms: ApplicationForms) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/appeals/:appealId/determine')
  @Watched({ kind: 'application', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(outcome, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/appeals/:appealId/determine')
  @Watched({ kind: 'application', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(outcome, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record the outcome of an appeal against a refusal, where the court made no order itself' })
  @ApiBody({ type: RefusalAppealOutcomeDto })
  @Post('api/v1/applications/:id/appeal-outcomes')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(outcome, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Get('applications/:id/appeals/:appealId/order')
  @Watched({ kind: 'application', param: 'id' })
  askOrder(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(order, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/appeals/:appealId/order')
  @Watched({ kind: 'application', param: 'id' })
  submitOrder(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(order, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record the order that a court made on an appeal against a refusal: its id is answered' })
  @ApiBody({ type: OrderOnAppealDto })
  @Post('api/v1/applications/:id/appeal-orders')
  answerOrder(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(order, { viewer, id, request });
  }
}
