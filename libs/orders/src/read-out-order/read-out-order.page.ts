import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { Clock } from '#event-store';
import { idFrom, type Page, type Redirect, type WebRequest } from '#pages';
import { momentOf } from '../domain/moments.js';
import { conditionsInForceAt } from '../domain/in-force.js';
import type { MadeOrder } from '../domain/order.js';
import { OrderForms } from '../forms-about/order-forms.js';
import type { RecordForm } from '../forms-about/record-forms.js';
import { toBeRead } from './read-out-order.js';
import { ReadOutOrder } from './read-out-order.command.js';
import { ReadOutOrderDto, readOutOrderWords } from './read-out-order.dto.js';

/** For an officer with the respondent: the conditions to read, one tick each. Any force may meet him, so any force may read it to him. */
@Controller()
@ApiTags('orders')
@May('record-service')
export class ReadOutOrderPage {
  private readonly form: RecordForm<MadeOrder, ReadOutOrderDto>;

  constructor(
    private readonly forms: OrderForms,
    clock: Clock,
  ) {
    this.form = {
      template: 'orders/read-out-order/read-out-order.page.njk',
      title: 'Read the conditions to the respondent',
      dto: ReadOutOrderDto,
      words: readOutOrderWords,
      command: ({ orderId }, { read, at, place, by, identified, reaction }, act) =>
        new ReadOutOrder(orderId, { read, at: at ?? null, place, by, identified, reaction: reaction ?? null }, act),
      makes: (act) => idFrom(act.commandId, 'service'),
      done: 'It is recorded that the conditions were read to the respondent',
      data: (order) => ({
        terms: toBeRead(order, momentOf(clock.now())).map(({ plain, words }) => ({
          value: plain.versionId,
          text: `${plain.number}. ${words.value?.wording ?? 'The words were erased: read them from the order'}`,
        })),
        changesToday: conditionsInForceAt(order, momentOf(clock.now())).some(({ is }) => is === 'time-needed'),
      }),
    };
  }

  @ApiExcludeEndpoint()
  @Get('orders/:id/serve/read')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask({ ...this.form, filled: () => ({ by: viewer.name }) }, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/serve/read')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(this.form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that an officer read the conditions of the order to the respondent' })
  @ApiBody({ type: ReadOutOrderDto })
  @Post('api/v1/orders/:id/readings')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<object> {
    return this.forms.answer(this.form, { viewer, id, request });
  }
}
