import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type BreachAction, BreachActions } from '../breach-record/breach-actions.page.js';
import { choices, riskWords, safetyWords } from '../breach-record/words.js';
import { AssessSafety } from './assess-safety.command.js';
import { SafetyFields } from './assess-safety.dto.js';

const action: BreachAction<SafetyFields> = {
  title: 'Risk and immediate safety',
  template: 'breaches/assess-safety/assess-safety.page.njk',
  dto: SafetyFields,
  command: (breachId, { at, risk, actions, note }, act) =>
    new AssessSafety(breachId, { at, risk, actions: actions ?? [], note: note ?? null }, act),
  done: 'The risk and what was done are recorded',
  data: () => ({ risks: choices(riskWords), safety: choices(safetyWords) }),
};

@ApiTags('breaches')
@Controller()
@May('progress-breach')
export class AssessSafetyPage {
  constructor(private readonly actions: BreachActions) {}

  @Get('breaches/:id/safety')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.actions.show(viewer, id, action);
  }

  @Post('breaches/:id/safety')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, action, request);
  }

  @Post('api/v1/breaches/:id/safety-assessments')
  @ApiOperation({ summary: 'Record how great the risk is and what was done at once' })
  @ApiBody({ type: SafetyFields })
  @Watched({ kind: 'breach', param: 'id' })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(viewer, id, action, request);
  }
}
