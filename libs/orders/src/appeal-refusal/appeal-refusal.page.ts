import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import type { FiledApplication } from '../domain/application.js';
import { appealBy } from '../domain/appeal-limits.js';
import { refusalAppealRule, waitingAppeal } from '../domain/refusal-appeals.js';
import { ApplicationForms } from '../forms-about/application-forms.js';
import { choicesOf } from '../forms-about/choices.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { applicants, courtTypes } from '../order-record/words.js';
import { AppealRefusal, newRefusalAppealId } from './appeal-refusal.command.js';
import { AppealRefusalDto, appealRefusalWords } from './appeal-refusal.dto.js';

const form: RecordForm<FiledApplication, AppealRefusalDto> = {
  template: 'orders/appeal-refusal/appeal-refusal.page.njk',
  title: 'Record an appeal against the refusal',
  dto: AppealRefusalDto,
  words: appealRefusalWords,
  command: ({ applicationId }, details, act) => new AppealRefusal(applicationId, details.asDetails(), act),
  makes: (act) => newRefusalAppealId(act.commandId),
  allowed: byItsOwnForce,
  done: 'The appeal is recorded',
  filled: (application) => {
    const rule = refusalAppealRule(application);
    return { by: rule?.by[0], courtType: rule?.courts[0] };
  },
  data: (application) => {
    const rule = refusalAppealRule(application);
    const refusedOn = application.is === 'determined' && rule ? application.determination.at.on : null;
    return {
      refusedOn,
      limits: refusedOn && appealBy(refusedOn),
      appealLaw: rule?.source,
      waiting: waitingAppeal(application) !== null,
      appellants: choicesOf(applicants).filter(({ value }) => rule?.by.some((one) => one === value)),
      appealCourts: { courts: choicesOf(courtTypes).filter(({ value }) => rule?.courts.some((one) => one === value)) },
    };
  },
};

@Controller()
@ApiTags('applications')
@May('record-appeal')
export class AppealRefusalPage {
  constructor(private readonly forms: ApplicationForms) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/appeal')
  @Watched({ kind: 'application', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/appeal')
  @Watched({ kind: 'application', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record an appeal against the refusal of an application' })
  @ApiBody({ type: AppealRefusalDto })
  @Post('api/v1/applications/:id/appeals')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
