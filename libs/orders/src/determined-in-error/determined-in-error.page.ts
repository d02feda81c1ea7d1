import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { formatDate } from '#calendar';
import { AppealInError } from '../appeal-in-error/appeal-in-error.command.js';
import type { FiledApplication } from '../domain/application.js';
import { lastDecidedKey, lastDecidedOf } from '../domain/refusal-appeals.js';
import { ApplicationForms } from '../forms-about/application-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { DeterminedInError } from './determined-in-error.command.js';
import { DeterminedInErrorDto, determinedInErrorWords, lastDecidedCalled } from './determined-in-error.dto.js';

const form: RecordForm<FiledApplication, DeterminedInErrorDto> = {
  template: 'orders/determined-in-error/determined-in-error.page.njk',
  title: 'Say what was recorded in error',
  dto: DeterminedInErrorDto,
  words: determinedInErrorWords,
  command: ({ applicationId }, { entry = 'determination', reason }, act) =>
    entry === 'determination'
      ? new DeterminedInError(applicationId, { reason }, act)
      : new AppealInError(applicationId, { key: entry, reason }, act),
  allowed: byItsOwnForce,
  done: (_, details) =>
    details?.entry?.startsWith('appeal:')
      ? 'The refusal is as if nobody had appealed'
      : details?.entry?.startsWith('decision:')
        ? 'The appeal waits to be decided again'
        : 'The application waits to be determined again',
  data: (application) => {
    const last = lastDecidedOf(application);
    return { last: last && { ...last, key: lastDecidedKey(last), called: lastDecidedCalled[last.is], day: formatDate(last.on) } };
  },
};

@Controller()
@ApiTags('applications')
@May('determine-application')
export class DeterminedInErrorPage {
  constructor(private readonly forms: ApplicationForms) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/error')
  @Watched({ kind: 'application', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/error')
  @Watched({ kind: 'application', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({
    summary: 'Say that the determination of an application, an appeal against it or the decision of the appeal was recorded in error',
  })
  @ApiBody({ type: DeterminedInErrorDto })
  @Post('api/v1/applications/:id/errors')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
