import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type BreachAction, BreachActions } from '../breach-record/breach-actions.page.js';
import { choices, supervisionWords } from '../breach-record/words.js';
import { SuperviseBreach } from './supervise-breach.command.js';
import { SupervisionFields } from './supervise-breach.dto.js';

const action: BreachAction<SupervisionFields> = {
  title: 'Review as a supervisor',
  template: 'breaches/supervise-breach/supervise-breach.page.njk',
  dto: SupervisionFields,
  command: (breachId, { at, decision, note }, act) => new SuperviseBreach(breachId, { at, decision, note: note ?? null }, act),
  done: 'Your review is recorded',
  decides: true,
  data: () => ({ decisions: choices(supervisionWords) }),
};

@ApiTags('breaches')
@Controller()
@May('progress-breach')
export class SuperviseBreachPage {
  constructor(private readonly actions: BreachActions) {}

  @Get('breaches/:id/supervision')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.actions.show(viewer, id, action);
  }

  @Post('breaches/:id/supervision')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, action, request);
  }

  @Post('api/v1/breaches/:id/supervisor-reviews')
  @ApiOperation({ summary: 'Record a review by a supervisor' })
  @ApiBody({ type: SupervisionFields })
  @Watched({ kind: 'breach', param: 'id' })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(viewer, id, action, request);
  }
}
