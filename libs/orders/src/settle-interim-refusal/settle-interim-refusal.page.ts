import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { formatDate } from '#calendar';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { appealBy } from '../domain/appeal-limits.js';
import type { FiledApplication } from '../domain/application.js';
import { interimRefusals } from '../domain/interim-refusals.js';
import { ApplicationForms } from '../forms-about/application-forms.js';
import { choicesOf } from '../forms-about/choices.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { SettleInterimRefusal } from './settle-interim-refusal.command.js';
import { SettleInterimRefusalDto, settleInterimRefusalWords, settlingWords } from './settle-interim-refusal.dto.js';

const form: RecordForm<FiledApplication, SettleInterimRefusalDto> = {
  template: 'orders/settle-interim-refusal/settle-interim-refusal.page.njk',
  title: 'Refusal of an interim order',
  dto: SettleInterimRefusalDto,
  words: settleInterimRefusalWords,
  command: ({ applicationId }, { hearingId, how, on, reason }, act) =>
    new SettleInterimRefusal(applicationId, { hearingId, how, on, reason }, act),
  allowed: byItsOwnForce,
  done: 'It is recorded what the force does about the refusal',
  data: (application) => {
    const refusals = interimRefusals(application).filter(({ source }) => source !== null);
    return {
      hows: choicesOf(settlingWords),
      refusals: refusals.map(({ on, source }) => ({ on, source, limits: appealBy(on) })),
      which: refusals.map(({ hearingId, on, court }) => ({ value: hearingId, text: `Refused on ${formatDate(on)} by ${court.name}` })),
    };
  },
};

@Controller()
@ApiTags('applications')
@May('record-appeal')
export class SettleInterimRefusalPage {
  constructor(private readonly forms: ApplicationForms) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/interim-refused')
  @Watched({ kind: 'application', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/interim-refused')
  @Watched({ kind: 'application', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that the force appealed against the refusal of an interim order, or does not' })
  @ApiBody({ type: SettleInterimRefusalDto })
  @Post('api/v1/applications/:id/interim-refused')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
