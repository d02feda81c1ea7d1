import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { formatDate } from '#calendar';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { isGrantedAlone } from '../domain/made-on.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { EndInterim } from './end-interim.command.js';
import { EndInterimForms, type InterimInForm } from './end-interim-forms.js';
import { EndInterimDto, endInterimWords, withoutOrder } from './end-interim.dto.js';

const form: RecordForm<InterimInForm, EndInterimDto> = {
  template: 'orders/end-interim/end-interim.page.njk',
  title: 'Record that the application was decided',
  dto: EndInterimDto,
  words: endInterimWords,
  command: ({ orderId }, details, act) => new EndInterim(orderId, details.asEnding(), act),
  allowed: byItsOwnForce,
  done: 'That the interim order ended is recorded',
  data: ({ fullOrders, ...order }) => ({
    // It was said before that the application was granted: what is left is with which order.
    isGranted: isGrantedAlone(order, order.force),
    perpetratorId: order.perpetratorId,
    decisions: [
      ...fullOrders.map(({ orderId, made }) => ({
        value: orderId,
        text: `The stalking protection order of ${formatDate(made.on)} was made on it`,
      })),
      ...(isGrantedAlone(order, order.force) ? [] : Object.entries(withoutOrder).map(([value, text]) => ({ value, text }))),
    ],
  }),
};

@Controller()
@ApiTags('orders')
@May('determine-application')
export class EndInterimPage {
  constructor(private readonly forms: EndInterimForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/decided')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/decided')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that an interim order ended because its application, which is not on record here, was decided' })
  @ApiBody({ type: EndInterimDto })
  @Post('api/v1/orders/:id/decided')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
