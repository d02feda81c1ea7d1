import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { formatDate } from '#calendar';
import { type Page, type Redirect, type WebRequest } from '#pages';
import type { FiledApplication } from '../domain/application.js';
import type { Hearing } from '../domain/hearings.js';
import type { MadeOrder } from '../domain/order.js';
import { ApplicationForms } from '../forms-about/application-forms.js';
import { choicesOf } from '../forms-about/choices.js';
import { OrderForms } from '../forms-about/order-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { directedTo, directionSettlings } from '../record-hearing/words.js';
import { SettleDirection } from './settle-direction.command.js';
import { SettleDirectionDto, settleDirectionWords } from './settle-direction.dto.js';

const common = {
  template: 'orders/settle-direction/settle-direction.page.njk',
  title: 'Record that a direction was done',
  dto: SettleDirectionDto,
  words: settleDirectionWords,
  allowed: byItsOwnForce,
  filled: (_: { readonly hearings: readonly Hearing[] }, { direction }: Readonly<Record<string, unknown>>) =>
    typeof direction === 'string' ? { directionId: direction } : {},
  data: ({ hearings }: { readonly hearings: readonly Hearing[] }) => ({
    waiting: hearings.flatMap(({ directions }) => directions).flatMap((one) => (one.settled ? [] : [asChoice(one)])),
    settlings: choicesOf(directionSettlings),
  }),
  done: (_: object, details: SettleDirectionDto | null) =>
    details?.how === 'lifted' ? 'It is recorded that it need not be done' : 'It is recorded that it was done',
} as const;

/** The force that keeps the record reads what the court told it to do. */
function asChoice({ directionId, to, by, words }: Hearing['directions'][number]): { readonly value: string; readonly text: string } {
  return { value: directionId, text: `By ${formatDate(by)}, ${directedTo[to]}: ${words.value ?? 'the words are erased'}` };
}

const ofApplication: RecordForm<FiledApplication, SettleDirectionDto> = {
  ...common,
  command: ({ applicationId }, details, act) => new SettleDirection({ applicationId }, details.asDetails(), act),
};

const ofOrder: RecordForm<MadeOrder, SettleDirectionDto> = {
  ...common,
  command: ({ orderId }, details, act) => new SettleDirection({ orderId }, details.asDetails(), act),
};

@Controller()
@ApiTags('hearings')
@May('determine-application')
export class SettleDirectionPage {
  constructor(
    private readonly applications: ApplicationForms,
    private readonly orders: OrderForms,
  ) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/directions')
  @Watched({ kind: 'application', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.applications.ask(ofApplication, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/directions')
  @Watched({ kind: 'application', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.applications.submit(ofApplication, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that something the court directed in an application was done, or lifted' })
  @ApiBody({ type: SettleDirectionDto })
  @Post('api/v1/applications/:id/directions-settled')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.applications.answer(ofApplication, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Get('orders/:id/directions')
  @Watched({ kind: 'order', param: 'id' })
  askOfOrder(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.orders.ask(ofOrder, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/directions')
  @Watched({ kind: 'order', param: 'id' })
  submitOfOrder(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.orders.submit(ofOrder, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that something the court directed about an order was done, or lifted' })
  @ApiBody({ type: SettleDirectionDto })
  @Post('api/v1/orders/:id/directions-settled')
  answerOfOrder(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.orders.answer(ofOrder, { viewer, id, request });
  }
}
