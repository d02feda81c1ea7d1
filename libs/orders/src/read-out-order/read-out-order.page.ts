import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { AccessLog, CurrentViewer, KeptByForce, May, Watched } from '#access/module';
import { Clock } from '#event-store';
import { idFrom, isRecord, Page, readForm, type Redirect, type WebRequest } from '#pages';
import { momentOf, type When } from '../domain/moments.js';
import { changesThen } from '../domain/changes-today.js';
import { conditionsInForceAt } from '../domain/in-force.js';
import { conditionAloud, linesAloud, saidBeforeReading } from '../domain/read-aloud.js';
import { dutyAloud, notifyBy } from '../domain/notification.js';
import type { MadeOrder } from '../domain/order.js';
import { OrderForms } from '../forms-about/order-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { OrderRecords } from '../order-record/order-records.query.js';
import { withDuty } from '../record-service/with-duty.js';
import { isAllServed, toBeRead, waitsToBeRead } from './read-out-order.js';
import { ReadOutOrder } from './read-out-order.command.js';
import { ReadOutOrderDto, readOutOrderWords, WhyReadDto, whyReadWords } from './read-out-order.dto.js';
import { ShowWords } from './show-words.command.js';

/**
 * For an officer with the respondent: the conditions to read, one tick each. Any force may meet him, so any force may read it to him. The
 * words can name somebody protected: another force sees them only once it has said why, and only while they wait to be read.
 */
@Controller()
@ApiTags('orders')
@May('record-service')
export class ReadOutOrderPage {
  private readonly form: RecordForm<MadeOrder, ReadOutOrderDto>;
  private readonly why: RecordForm<MadeOrder, WhyReadDto>;

  constructor(
    private readonly forms: OrderForms,
    private readonly orders: OrderRecords,
    private readonly log: AccessLog,
    private readonly clock: Clock,
  ) {
    const title = 'Read the conditions to the respondent';
    this.form = {
      ...{ title, template: 'orders/read-out-order/read-out-order.page.njk', dto: ReadOutOrderDto, words: readOutOrderWords },
      emptyIsNow: 'at',
      command: ({ orderId, force }, { read, told, at, place, by, identified, reaction, again }, act, _, viewer) => {
        // Another force was shown the words to read them: somebody may have served it meanwhile, and what its officer did then counts as well.
        const isAgain = again === true || viewer.force !== force;
        const said = { read, told: told ?? [], at: at ?? null, place, by, identified, reaction: reaction ?? null, again: isAgain };
        return new ReadOutOrder(orderId, said, act);
      },
      makes: (act) => idFrom(act.commandId, 'service'),
      done: (order, details) =>
        withDuty('It is recorded that the conditions were read to the respondent', order, details?.at ?? momentOf(clock.now())),
      data: (order) => ({
        lines: linesAloud(order, momentOf(clock.now())),
        terms: toBeRead(order, momentOf(clock.now())).map((version) => ({
          value: version.plain.versionId,
          text: conditionAloud(version, version.words.value?.wording ?? 'The words were erased: read them from the order'),
        })),
        servedBefore: isAllServed(order, momentOf(clock.now())),
        said: saidBeforeReading(order, momentOf(clock.now()).on),
        duty: aloud(order, momentOf(clock.now())),
        changesToday: conditionsInForceAt(order, momentOf(clock.now())).some(changesThen),
      }),
    };
    this.why = {
      ...{ title, template: 'orders/read-out-order/why-read.page.njk', dto: WhyReadDto, words: whyReadWords, done: '' },
      command: ({ orderId }, { why, whyWords }, act) => new ShowWords(orderId, { why, reason: whyWords ?? null }, act),
    };
  }

  @ApiExcludeEndpoint()
  @Get('orders/:id/serve/read')
  @Watched({ kind: 'order', param: 'id' })
  async ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    const order = await this.orders.seen(viewer, id);
    const asking = { viewer, id, request };
    if (byItsOwnForce(order, viewer)) return this.forms.ask({ ...this.form, filled: () => ({ by: viewer.name }) }, asking);
    if (!waitsToBeRead(order, momentOf(this.clock.now()))) throw nothingToRead(order.force);
    return this.forms.ask(this.why, asking);
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/serve/read')
  @Watched({ kind: 'order', param: 'id' })
  async submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    const order = await this.orders.seen(viewer, id);
    const asking = { viewer, id, request };
    if (byItsOwnForce(order, viewer)) return this.forms.submit(this.form, asking);
    const sent = isRecord(request.body) ? request.body : {};
    const isAsked = sent['step'] === 'why';
    const why = readForm(WhyReadDto, sent);
    // Said again under its own id it is recorded once; said by nobody, or once nothing is left to read, it leads to no words.
    const saying = isAsked ? request : withBody(request, { ...sent, _command: sent['saidWhy'] });
    const answer = await this.forms.submit(this.why, { viewer, id, request: saying });
    if (answer instanceof Page || !why.ok) return answer;
    const { why: because, whyWords } = why.value;
    // What answers now may show the words: who reads them, and why, is written down first.
    await this.log.record({
      ...{ viewer, kind: 'words of an order', subject: id, route: 'orders/:id/serve/read', correlationId: request.id },
      reason: because === 'at-the-door' ? 'with the respondent' : 'other, in words',
      terms: whyWords ? { why: whyWords } : null,
    });
    const filled = () => ({ by: viewer.name, ...why.values, saidWhy: sent['_command'] });
    return isAsked ? this.forms.ask({ ...this.form, filled }, asking) : this.forms.submit(this.form, asking);
  }

  @ApiOperation({ summary: 'Record that an officer read the conditions of the order to the respondent' })
  @ApiBody({ type: ReadOutOrderDto })
  @Post('api/v1/orders/:id/readings')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(this.form, { viewer, id, request });
  }
}

/** The request as if this had been sent with it. */
function withBody(request: WebRequest, body: object): WebRequest {
  const { id, method, url, ip, headers, query, params, routeOptions, visit } = request;
  return { id, method, url, ip, headers, query, params, body, ...(routeOptions ? { routeOptions } : {}), ...(visit ? { visit } : {}) };
}

/** Why another force is not shown the words of an order of which nothing is to be read out. */
function nothingToRead(keeper: string): KeptByForce {
  const why = 'Others may read its words only while they wait to be read to the respondent: it is served already, or binds no more.';
  return new KeptByForce(keeper, 'this order', why);
}

/** What he is told beside the conditions: his duty to notify, where reading the order to him starts it. */
function aloud(order: MadeOrder, { on }: When): string | null {
  const lastDay = notifyBy(order, on);
  return lastDay === null ? null : dutyAloud(lastDay);
}
