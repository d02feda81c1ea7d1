import { Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import type { FiledApplication } from '../domain/application.js';
import type { MadeOrder } from '../domain/order.js';
import { ApplicationForms } from '../forms-about/application-forms.js';
import { choicesOf } from '../forms-about/choices.js';
import { OrderForms } from '../forms-about/order-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import type { Hearing } from '../domain/hearings.js';
import { waitingAppeal } from '../domain/refusal-appeals.js';
import { RecordHearing } from './record-hearing.command.js';
import { RecordHearingDto, recordHearingWords } from './record-hearing.dto.js';
import { adjournReasons, directedTo, heardWords, hearingResults } from './words.js';

const choices = {
  results: choicesOf(hearingResults).filter(({ value }) => value !== 'adjourned'),
  reasons: choicesOf(adjournReasons),
  heard: choicesOf(heardWords),
  directed: choicesOf(directedTo),
};

const common = {
  template: 'orders/record-hearing/record-hearing.page.njk',
  title: 'What became of the hearing?',
  dto: RecordHearingDto,
  words: recordHearingWords,
  allowed: byItsOwnForce,
  done: 'What became of the hearing is recorded',
} as const;

const ofApplication: RecordForm<FiledApplication, RecordHearingDto> = {
  ...common,
  command: ({ applicationId }, details, act) => new RecordHearing({ applicationId }, details.asDetails(act.commandId), act),
  filled: ({ hearings }, address) => ({ hearingId: hearingIn(hearings, address).hearingId }),
  to: ({ applicationId, hearings }, _, address, { result }) =>
    `/applications/${applicationId}${result === 'interim-order' ? `/interim?hearing=${hearingIn(hearings, address).hearingId}` : ''}`,
  data: (application, address) => {
    const { applicationId, hearings, is } = application;
    const at = (form: string) => `/applications/${applicationId}/${form}?hearing=${hearingIn(hearings, address).hearingId}`;
    const appeal = waitingAppeal(application);
    if (appeal) return { ...choices, decideLinks: null, appealLink: at(`appeals/${appeal.appealId}/determine`) };
    return { ...choices, decideLinks: is === 'pending' ? { grant: at('grant'), end: at('end') } : null };
  },
};

const ofOrder: RecordForm<MadeOrder, RecordHearingDto> = {
  ...common,
  command: ({ orderId }, details, act) => new RecordHearing({ orderId }, details.asDetails(act.commandId), act),
  filled: ({ hearings }, address) => ({ hearingId: hearingIn(hearings, address).hearingId }),
  data: () => ({ ...choices, results: choices.results.filter(({ value }) => value !== 'interim-refused') }),
};

@Controller()
@ApiTags('hearings')
@May('determine-application')
export class RecordHearingPage {
  constructor(
    private readonly applications: ApplicationForms,
    private readonly orders: OrderForms,
  ) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/hearings/:hearingId')
  @Watched({ kind: 'application', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.applications.ask(ofApplication, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/hearings/:hearingId')
  @Watched({ kind: 'application', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.applications.submit(ofApplication, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record what became of a hearing of an application' })
  @ApiBody({ type: RecordHearingDto })
  @Post('api/v1/applications/:id/hearing-outcomes')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.applications.answer(ofApplication, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Get('orders/:id/hearings/:hearingId')
  @Watched({ kind: 'order', param: 'id' })
  askOfOrder(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.orders.ask(ofOrder, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/hearings/:hearingId')
  @Watched({ kind: 'order', param: 'id' })
  submitOfOrder(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.orders.submit(ofOrder, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record what became of a hearing about an order' })
  @ApiBody({ type: RecordHearingDto })
  @Post('api/v1/orders/:id/hearing-outcomes')
  answerOfOrder(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.orders.answer(ofOrder, { viewer, id, request });
  }
}

/** The hearing that the address names. @throws NotFoundException when there is none with this id */
function hearingIn(hearings: readonly Hearing[], { hearingId }: Readonly<Record<string, unknown>>): Hearing {
  const found = hearings.find((one) => one.hearingId === hearingId);
  if (!found) throw new NotFoundException();
  return found;
}
