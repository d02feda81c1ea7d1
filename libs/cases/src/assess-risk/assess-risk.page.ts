import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type Address, type CaseAction, CaseActions } from '../case-record/case-actions.page.js';
import { answerWords, assessorWords, choices, gradeHints, gradeWords } from '../case-record/words.js';
import { riskTool, type RiskToolCode, riskTools } from '../domain/risk-tools.js';
import { AssessRisk, newAssessmentId } from './assess-risk.command.js';
import { AssessRiskDto } from './assess-risk.dto.js';

const action: CaseAction<AssessRiskDto> = {
  title: 'Record a risk assessment',
  template: 'cases/assess-risk/assess-risk.page.njk',
  dto: AssessRiskDto,
  command: (caseId, details, act) => new AssessRisk(caseId, details.asDetails(), act),
  makes: (act) => newAssessmentId(act.commandId),
  done: 'The assessment is recorded.',
  starts: ({ people }, at) => {
    const { code: tool, version } = riskTool(toolIn(at));
    return { tool, version, protectedPersonId: people.length === 1 ? people[0]?.id : undefined };
  },
  data: ({ people }, at) => ({
    tool: riskTool(toolIn(at)),
    tools: riskTools,
    whose: people.map(({ id, text: name }) => ({ value: id, text: name })),
    answers: choices(answerWords),
    grades: choices(gradeWords, gradeHints),
    assessors: choices(assessorWords),
  }),
};

@ApiTags('cases')
@Controller()
@May('record-case')
export class AssessRiskPage {
  constructor(private readonly actions: CaseActions) {}

  @Get('cases/:id/risk/new')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.actions.show(action, { viewer, id, request });
  }

  @Post('cases/:id/risk/new')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(action, { viewer, id, request });
  }

  @Post('api/v1/cases/:id/risk-assessments')
  @ApiOperation({ summary: 'Record a risk assessment' })
  @ApiBody({ type: AssessRiskDto })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(action, { viewer, id, request });
  }
}

/** The tool that the address names; the first one otherwise. */
function toolIn(at: Address): RiskToolCode {
  return riskTools.find(({ code }) => code === at['tool'])?.code ?? 's-dash';
}
