import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type CaseAction, CaseActions } from '../case-record/case-actions.page.js';
import { assessorWords, choices, decisionWords, reasonWords } from '../case-record/words.js';
import { ConsiderSpo, newConsiderationId } from './consider-spo.command.js';
import { ConsiderSpoDto } from './consider-spo.dto.js';

const action: CaseAction<ConsiderSpoDto> = {
  title: 'Is a stalking protection order to be sought?',
  template: 'cases/consider-spo/consider-spo.page.njk',
  dto: ConsiderSpoDto,
  command: (caseId, details, act) => new ConsiderSpo(caseId, details.asDetails(), act),
  makes: (act) => newConsiderationId(act.commandId),
  done: 'What was considered is recorded.',
  data: () => ({
    decisions: choices(decisionWords, { deferred: 'Somebody looks again on a day that you set' }),
    reasons: choices(reasonWords, { 'victim-view': 'Never a reason by itself: the application is the chief officer’s' }),
    assessors: choices(assessorWords),
  }),
};

@ApiTags('cases')
@Controller()
@May('record-case')
export class ConsiderSpoPage {
  constructor(private readonly actions: CaseActions) {}

  @Get('cases/:id/consideration')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.actions.show(action, { viewer, id, request });
  }

  @Post('cases/:id/consideration')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(action, { viewer, id, request });
  }

  @Post('api/v1/cases/:id/considerations')
  @ApiOperation({ summary: 'Is a stalking protection order to be sought?' })
  @ApiBody({ type: ConsiderSpoDto })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(action, { viewer, id, request });
  }
}
