import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type CaseAction, CaseActions } from '../case-record/case-actions.page.js';
import { RecordSupport } from './record-support.command.js';
import { RecordSupportDto } from './record-support.dto.js';

const action: CaseAction<RecordSupportDto> = {
  title: 'Record what a victim says about supporting it',
  template: 'cases/record-support/record-support.page.njk',
  dto: RecordSupportDto,
  command: (caseId, { words = null, ...details }, act) => new RecordSupport(caseId, { ...details, words }, act),
  done: 'It is recorded. The case goes on.',
  data: ({ people }) => ({ whose: people.map(({ id, text: name }) => ({ value: id, text: name })) }),
};

@ApiTags('cases')
@Controller()
@May('record-case')
export class RecordSupportPage {
  constructor(private readonly actions: CaseActions) {}

  @Get('cases/:id/support')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.actions.show(action, { viewer, id, request });
  }

  @Post('cases/:id/support')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(action, { viewer, id, request });
  }

  @Post('api/v1/cases/:id/support')
  @ApiOperation({ summary: 'Record what a victim says about supporting it' })
  @ApiBody({ type: RecordSupportDto })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(action, { viewer, id, request });
  }
}
