import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import type { FiledApplication } from '../domain/application.js';
import { WithdrawSupport } from './withdraw-support.command.js';
import { WithdrawSupportDto, withdrawSupportWords } from './withdraw-support.dto.js';
import { ApplicationForms } from '../forms-about/application-forms.js';
import type { RecordForm } from '../forms-about/record-forms.js';

const form: RecordForm<FiledApplication, WithdrawSupportDto> = {
  template: 'orders/withdraw-support/withdraw-support.page.njk',
  title: 'Record that somebody no longer supports the application',
  dto: WithdrawSupportDto,
  words: withdrawSupportWords,
  command: ({ applicationId }, details, act) => new WithdrawSupport(applicationId, details, act),
  done: 'It is recorded. The application goes on',
};

@Controller()
@ApiTags('applications')
@May('record-application')
export class WithdrawSupportPage {
  constructor(private readonly forms: ApplicationForms) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/support')
  @Watched({ kind: 'application', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/support')
  @Watched({ kind: 'application', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that somebody no longer supports the application' })
  @ApiBody({ type: WithdrawSupportDto })
  @Post('api/v1/applications/:id/support-withdrawals')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
