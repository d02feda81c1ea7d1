import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { formatDate } from '#calendar';
import { Clock } from '#event-store';
import { idFrom, type Page, type Redirect, type WebRequest } from '#pages';
import { choicesOf } from '../forms-about/choices.js';
import { proofs, serviceMethods } from '../order-record/words.js';
import { momentOf, type When } from '../domain/moments.js';
import type { Served } from '../domain/events.js';
import type { MadeOrder } from '../domain/order.js';
import { theOneThatWaits } from '../domain/served.js';
import { isServedAlready, lastRenewal, renewalToServe, waitsToBeServed } from '../domain/to-serve.js';
import { RecordService } from './record-service.command.js';
import { withDuty } from './with-duty.js';
import { RecordServiceDto, recordServiceWords } from './record-service.dto.js';
import { documentsOf, OrderForms } from '../forms-about/order-forms.js';
import type { RecordForm } from '../forms-about/record-forms.js';

@Controller()
@ApiTags('orders')
@May('record-service')
export class RecordServicePage {
  private readonly form: RecordForm<MadeOrder, RecordServiceDto>;

  constructor(
    private readonly forms: OrderForms,
    clock: Clock,
  ) {
    const now = () => momentOf(clock.now());
    this.form = {
      template: 'orders/record-service/record-service.page.njk',
      title: 'Record service',
      dto: RecordServiceDto,
      words: recordServiceWords,
      command: ({ orderId }, details, act) => new RecordService(orderId, details.asDetails(), act),
      makes: (act) => idFrom(act.commandId, 'service'),
      done: (order, details) =>
        details && details.document !== 'renewal' && (details.served ?? theOneThatWaits(order, now())) === 'order'
          ? withDuty('Service is recorded', order, details.at)
          : 'Service is recorded',
      filled: (order, { document }) => ({ document: chosen(order, document, now()) }),
      data: (order) => ({ methods: choicesOf(serviceMethods), proofs: choicesOf(proofs), ...choicesToServe(order, now()) }),
    };
  }

  @ApiExcludeEndpoint()
  @Get('orders/:id/serve')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(this.form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/serve')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(this.form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record service of an order or of a variation of it' })
  @ApiBody({ type: RecordServiceDto })
  @Post('api/v1/orders/:id/services')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(this.form, { viewer, id, request });
  }
}

/** What the link that led here names, or else the one document that waits; nothing where that leaves a choice. */
function chosen(order: MadeOrder, named: unknown, now: When): string | undefined {
  if (servable(order, now).some(({ value }) => value === named)) return String(named);
  const one = theOneThatWaits(order, now);
  return one === null ? undefined : valueOf(order, one, now);
}

/** What can be served, what waits to be served first; and whether any of it was served before. */
function choicesToServe(order: MadeOrder, now: When) {
  const waiting = waitsToBeServed(order, now).map((served) => valueOf(order, served, now));
  const documents = servable(order, now).map(({ value, text }) => ({
    value,
    text: waiting.includes(value) ? `${text} (waits to be served)` : text,
  }));
  const waits = ({ value }: { readonly value: string }) => waiting.includes(value);
  return {
    toServe: [...documents.filter(waits), ...documents.filter((one) => !waits(one))],
    servedBefore: [...order.variations.map(({ variationId }) => ({ variationId })), 'order' as const].some((of) =>
      isServedAlready(order, of, now),
    ),
  };
}

/** The order, its variations and its last renewal: a renewal has a paper of its own. */
function servable(order: MadeOrder, now: When): readonly { readonly value: string; readonly text: string }[] {
  const renewed = lastRenewal(order, now);
  return [...documentsOf(order), ...(renewed ? [{ value: 'renewal', text: `The renewal of ${formatDate(renewed.from.on)}` }] : [])];
}

/** Of an order that was served before it was renewed the renewal waits. */
function valueOf(order: MadeOrder, served: Served, now: When): string {
  if (served !== 'order') return served.variationId;
  return renewalToServe(order, now) ? 'renewal' : 'order';
}
