import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type CaseAction, CaseActions, idIn, namedBy } from '../case-record/case-actions.page.js';
import { assessorWords, choices, gradeHints, gradeWords } from '../case-record/words.js';
import { RegradeRisk } from './regrade-risk.command.js';
import { RegradeRiskDto } from './regrade-risk.dto.js';

const action: CaseAction<RegradeRiskDto> = {
  title: 'Grade the risk anew',
  template: 'cases/regrade-risk/regrade-risk.page.njk',
  dto: RegradeRiskDto,
  command: (caseId, { grade, assessor, on, reason }, act, at) =>
    new RegradeRisk(caseId, { assessmentId: idIn(at['assessmentId']), grade, assessor, on, reason }, act),
  done: 'The new grade is recorded beside the first.',
  data: ({ assessments }, at) => ({
    assessment: namedBy(assessments, ({ assessmentId }) => assessmentId === at['assessmentId']),
    grades: choices(gradeWords, gradeHints),
    assessors: choices(assessorWords),
  }),
};

@ApiTags('cases')
@Controller()
@May('record-case')
export class RegradeRiskPage {
  constructor(private readonly actions: CaseActions) {}

  @Get('cases/:id/risk/:assessmentId/regrade')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.actions.show(action, { viewer, id, request });
  }

  @Post('cases/:id/risk/:assessmentId/regrade')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(action, { viewer, id, request });
  }

  @Post('api/v1/cases/:id/risk-assessments/:assessmentId/grades')
  @ApiOperation({ summary: 'Grade the risk anew' })
  @ApiBody({ type: RegradeRiskDto })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(action, { viewer, id, request });
  }
}
