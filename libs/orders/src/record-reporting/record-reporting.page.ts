import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Redirect, WebRequest } from '#pages';
import { choicesOf } from '../forms-about/choices.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { courtTypes } from '../order-record/words.js';
import { restrictionWords } from '../youth-record/words.js';
import { type YouthAbout, YouthForms } from '../youth-record/youth-forms.js';
import { newRestrictionId, RecordReporting } from './record-reporting.command.js';
import { RecordReportingDto, recordReportingWords, reportingCourts } from './record-reporting.dto.js';

const form: RecordForm<YouthAbout, RecordReportingDto> = {
  template: 'orders/record-reporting/record-reporting.page.njk',
  title: 'Record what may be reported',
  dto: RecordReportingDto,
  words: recordReportingWords,
  command: ({ applicationId }, details, act) => new RecordReporting(applicationId, details.asDetails(), act),
  makes: (act) => newRestrictionId(act.commandId),
  allowed: byItsOwnForce,
  filled: ({ court }) => ({ courtType: court.type, courtName: court.name ?? undefined }),
  data: () => ({
    restrictions: choicesOf(restrictionWords),
    courts: choicesOf(Object.fromEntries(reportingCourts.map((type) => [type, courtTypes[type]]))),
  }),
  done: 'What may be reported is recorded',
};

@Controller()
@ApiTags('applications')
@May('record-application')
export class RecordReportingPage {
  constructor(private readonly forms: YouthForms) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/under-18/reporting')
  @Watched({ kind: 'application', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/under-18/reporting')
  @Watched({ kind: 'application', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record what restriction on reporting holds, by which court and from when' })
  @ApiBody({ type: RecordReportingDto })
  @Post('api/v1/applications/:id/under-18/reporting')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
