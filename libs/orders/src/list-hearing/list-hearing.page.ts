import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Act } from '#event-sourcing';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { waitsBelow } from '../domain/appeals.js';
import type { FiledApplication } from '../domain/application.js';
import type { MadeOrder } from '../domain/order.js';
import { waitingAppeal } from '../domain/refusal-appeals.js';
import { ApplicationForms } from '../forms-about/application-forms.js';
import { choicesOf } from '../forms-about/choices.js';
import { OrderForms } from '../forms-about/order-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { courtTypes } from '../order-record/words.js';
import { purposesOf } from '../record-hearing/words.js';
import { ListHearing, newHearingId } from './list-hearing.command.js';
import { ListHearingDto, listHearingWords } from './list-hearing.dto.js';

const common = {
  template: 'orders/list-hearing/list-hearing.page.njk',
  title: 'List a hearing',
  dto: ListHearingDto,
  words: listHearingWords,
  makes: (act: Act) => newHearingId(act.commandId),
  allowed: byItsOwnForce,
  done: 'The hearing is listed',
} as const;

const ofApplication: RecordForm<FiledApplication, ListHearingDto> = {
  ...common,
  command: ({ applicationId }, details, act) => new ListHearing({ applicationId }, details.asDetails(), act),
  filled: (application) => {
    const appeal = waitingAppeal(application);
    const { type, name } = appeal?.court ?? application.court;
    return { courtType: type, courtName: name, ...(appeal && { purpose: 'appeal' }) };
  },
  data: (application) => ({
    courts: { courts: choicesOf(courtTypes) },
    purposes: choicesOf(purposesOf(waitingAppeal(application) ? 'appeal' : 'application')),
  }),
};

const ofOrder: RecordForm<MadeOrder, ListHearingDto> = {
  ...common,
  command: ({ orderId }, details, act) => new ListHearing({ orderId }, details.asDetails(), act),
  filled: ({ court, appeals }) => ({
    courtType: court.type,
    courtName: court.name,
    ...(appeals.some(waitsBelow) && { purpose: 'rehearing' }),
  }),
  data: ({ appeals }) => ({
    courts: { courts: choicesOf(courtTypes) },
    purposes: choicesOf(purposesOf('order')).filter(({ value }) => value !== 'rehearing' || appeals.some(waitsBelow)),
  }),
};

@Controller()
@ApiTags('hearings')
@May('determine-application')
export class ListHearingPage {
  constructor(
    private readonly applications: ApplicationForms,
    private readonly orders: OrderForms,
  ) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/hearings/new')
  @Watched({ kind: 'application', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.applications.ask(ofApplication, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/hearings/new')
  @Watched({ kind: 'application', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.applications.submit(ofApplication, { viewer, id, request });
  }

  @ApiOperation({ summary: 'List a hearing of an application' })
  @ApiBody({ type: ListHearingDto })
  @Post('api/v1/applications/:id/hearings')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.applications.answer(ofApplication, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Get('orders/:id/hearings/new')
  @Watched({ kind: 'order', param: 'id' })
  askOfOrder(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.orders.ask(ofOrder, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/hearings/new')
  @Watched({ kind: 'order', param: 'id' })
  submitOfOrder(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.orders.submit(ofOrder, { viewer, id, request });
  }

  @ApiOperation({ summary: 'List a hearing about an order' })
  @ApiBody({ type: ListHearingDto })
  @Post('api/v1/orders/:id/hearings')
  answerOfOrder(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.orders.answer(ofOrder, { viewer, id, request });
  }
}
