import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { idFrom, type Page, type Redirect, type WebRequest } from '#pages';
import { choicesOf } from '../forms-about/choices.js';
import { awarenessBases } from '../order-record/words.js';
import type { MadeOrder } from '../domain/order.js';
import { EvidenceAwareness } from './evidence-awareness.command.js';
import { EvidenceAwarenessDto, evidenceAwarenessWords } from './evidence-awareness.dto.js';
import { OrderForms } from '../forms-about/order-forms.js';
import type { RecordForm } from '../forms-about/record-forms.js';

const form: RecordForm<MadeOrder, EvidenceAwarenessDto> = {
  template: 'orders/evidence-awareness/evidence-awareness.page.njk',
  title: 'Record what shows that the respondent knows',
  dto: EvidenceAwarenessDto,
  words: evidenceAwarenessWords,
  command: ({ orderId }, details, act) => new EvidenceAwareness(orderId, details.asDetails(), act),
  makes: (act) => idFrom(act.commandId, 'evidence'),
  done: 'What shows that the respondent knows is recorded',
  filled: () => ({ document: 'order' }),
  data: () => ({ bases: choicesOf(awarenessBases) }),
};

@Controller()
@ApiTags('orders')
@May('record-service')
export class EvidenceAwarenessPage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/awareness')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/awareness')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record what shows that the respondent knew of the order or a variation of it' })
  @ApiBody({ type: EvidenceAwarenessDto })
  @Post('api/v1/orders/:id/awareness')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
