import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { formatDate, formatPeriod, type LocalDate, londonDate } from '#calendar';
import { Clock } from '#event-store';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { libraryCondition } from '../domain/condition-library.js';
import { versionWithId } from '../domain/conditions.js';
import type { MadeOrder } from '../domain/order.js';
import { earlierSpans, type Occasion, occasionOn, occasionsToCheck, type Span } from '../domain/requirement-checks.js';
import { choicesOf } from '../forms-about/choices.js';
import { OrderForms } from '../forms-about/order-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { CheckRequirement } from './check-requirement.command.js';
import {
  CheckRequirementDto,
  checkRequirementWords,
  occasionFrom,
  occasionKey,
  requirementResults,
  spanKey,
} from './check-requirement.dto.js';

const recorded = { met: 'recorded as met', missed: 'recorded as missed', excused: 'recorded as excused' } as const;

/** Whether what an order requires was done, occasion by occasion. A missed one leads to the report of a breach. */
@Controller()
@ApiTags('orders')
@May('record-notification')
export class CheckRequirementPage {
  constructor(
    private readonly forms: OrderForms,
    private readonly clock: Clock,
  ) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/requirements')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(this.form(), { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/requirements')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(this.form(), { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record whether requirements of the order were met, occasion by occasion' })
  @ApiBody({ type: CheckRequirementDto })
  @Post('api/v1/orders/:id/requirement-checks')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(this.form(), { viewer, id, request });
  }

  private form(): RecordForm<MadeOrder, CheckRequirementDto> {
    const today = londonDate(this.clock.now());
    return {
      template: 'orders/check-requirement/check-requirement.page.njk',
      title: 'Were the requirements met?',
      dto: CheckRequirementDto,
      words: checkRequirementWords,
      command: ({ orderId }, details, act) => new CheckRequirement(orderId, details.asDetails(), act),
      allowed: byItsOwnForce,
      done: (_, details) =>
        details?.result === 'missed' ? 'Recorded as missed. Report it as a breach here, or leave it at that.' : 'It is recorded',
      data: (order) => ({
        occasions: choices(order, today),
        results: choicesOf(requirementResults),
      }),
      to: (order, _, __, sent) => (sent['result'] === 'missed' ? reportOf(order, sent['occasions']) : `/orders/${order.orderId}`),
    };
  }
}

/** So many single occasions at most; what lies before them is answered together. */
const LISTED = 120;

function choices(order: MadeOrder, today: LocalDate): readonly { readonly value: string; readonly text: string }[] {
  return [
    ...earlierSpans(order, today).map((span) => ({ value: spanKey(span), text: spanCalled(span) })),
    ...occasionsToCheck(order, today)
      .slice(-LISTED)
      .map((one) => ({ value: occasionKey(one), text: called(order, one) })),
  ];
}

function spanCalled({ number, count, from, to }: Span): string {
  return `All ${count} earlier occasions of requirement ${number} not accounted for, ${formatPeriod(from, to)}`;
}

function called(order: MadeOrder, { number, versionId, day, result }: Occasion): string {
  const code = versionWithId(order, versionId)?.plain.code;
  const title = code === undefined ? '' : `, ${libraryCondition(code).title}`;
  return `${formatDate(day)}: requirement ${number}${title}${result === null ? '' : ` (${recorded[result]})`}`;
}

/** The form of a report with the day and the condition of the first of them filled in. */
function reportOf(order: MadeOrder, sent: unknown): string {
  const keys: unknown[] = Array.isArray(sent) ? sent : [sent];
  const first = keys.flatMap((key) => occasionFrom(key) ?? [])[0];
  const occasion = first && occasionOn(order, first.versionId, first.day);
  const path = `/perpetrators/${order.perpetratorId}/breaches/new`;
  return occasion ? `${path}?missed=${order.orderId}/${occasion.conditionId}/${occasion.versionId}&on=${occasion.day}` : path;
}
