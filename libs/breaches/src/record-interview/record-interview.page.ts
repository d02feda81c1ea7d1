import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type BreachAction, BreachActions } from '../breach-record/breach-actions.page.js';
import { RecordInterview } from './record-interview.command.js';
import { RecordInterviewDetails } from './record-interview.dto.js';

const action: BreachAction<RecordInterviewDetails> = {
  title: 'Record an interview',
  template: 'breaches/record-interview/record-interview.page.njk',
  dto: RecordInterviewDetails,
  command: (breachId, { at, underCaution }, act) => new RecordInterview(breachId, { at, underCaution }, act),
  done: 'The interview is recorded.',
};

@ApiTags('breaches')
@Controller()
@May('progress-breach')
export class RecordInterviewPage {
  constructor(private readonly actions: BreachActions) {}

  @Get('breaches/:id/interview')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.actions.show(viewer, id, action);
  }

  @Post('breaches/:id/interview')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, action, request);
  }

  @Post('api/v1/breaches/:id/interview')
  @ApiOperation({ summary: 'Record an interview' })
  @ApiBody({ type: RecordInterviewDetails })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(viewer, id, action, request);
  }
}
