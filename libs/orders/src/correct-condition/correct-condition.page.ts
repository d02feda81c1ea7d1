import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { versionWithId } from '../domain/conditions.js';
import type { MadeOrder } from '../domain/order.js';
import { filledRow } from '../order-draft/rows.js';
import { CorrectCondition } from './correct-condition.command.js';
import { CorrectConditionDto, correctConditionWords } from './correct-condition.dto.js';
import { OrderForms } from '../forms-about/order-forms.js';
import type { RecordForm } from '../forms-about/record-forms.js';

const form: RecordForm<MadeOrder, CorrectConditionDto> = {
  template: 'orders/correct-condition/correct-condition.page.njk',
  title: 'Correct the words of a condition',
  dto: CorrectConditionDto,
  words: correctConditionWords,
  command: ({ orderId }, details, act) =>
    new CorrectCondition(orderId, { draft: details.asDraft(details.conditionId, details.versionId), reason: details.reason }, act),
  // The words are shown as the court wrote them, names and all: for the force that keeps the order.
  allowed: ({ force }, viewer) => force === viewer.force,
  done: 'The correction is recorded',
  filled: (order, { versionId }) => {
    const version = versionWithId(order, String(versionId));
    return version ? filledRow(version) : {};
  },
};

@Controller()
@ApiTags('orders')
@May('make-order')
export class CorrectConditionPage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/conditions/:versionId/correct')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/conditions/:versionId/correct')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Correct the words of one version of a condition, for keying errors' })
  @ApiBody({ type: CorrectConditionDto })
  @Post('api/v1/orders/:id/condition-corrections')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
