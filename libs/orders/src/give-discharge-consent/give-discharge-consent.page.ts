import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { idFrom, type Page, type Redirect, type WebRequest } from '#pages';
import { choicesOf } from '../forms-about/choices.js';
import type { MadeOrder } from '../domain/order.js';
import { GiveDischargeConsent } from './give-discharge-consent.command.js';
import { consenting, GiveDischargeConsentDto, giveDischargeConsentWords } from './give-discharge-consent.dto.js';
import { OrderForms } from '../forms-about/order-forms.js';
import type { RecordForm } from '../forms-about/record-forms.js';

const form: RecordForm<MadeOrder, GiveDischargeConsentDto> = {
  template: 'orders/give-discharge-consent/give-discharge-consent.page.njk',
  title: 'Record consent to a discharge',
  dto: GiveDischargeConsentDto,
  words: giveDischargeConsentWords,
  command: ({ orderId }, details, act) => new GiveDischargeConsent(orderId, details.asDetails(), act),
  makes: (act) => idFrom(act.commandId, 'consent'),
  done: 'The consent is recorded',
  data: () => ({ consenting: choicesOf(consenting) }),
};

@Controller()
@ApiTags('orders')
@May('discharge-order')
export class GiveDischargeConsentPage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/consent')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/consent')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record a consent to a discharge within two years' })
  @ApiBody({ type: GiveDischargeConsentDto })
  @Post('api/v1/orders/:id/discharge-consents')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
