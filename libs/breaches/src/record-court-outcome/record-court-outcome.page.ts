import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type BreachAction, BreachActions } from '../breach-record/breach-actions.page.js';
import { choices, outcomeWords } from '../breach-record/words.js';
import { RecordCourtOutcome } from './record-court-outcome.command.js';
import { RecordCourtOutcomeDetails } from './record-court-outcome.dto.js';

const action: BreachAction<RecordCourtOutcomeDetails> = {
  title: 'Record a court outcome',
  template: 'breaches/record-court-outcome/record-court-outcome.page.njk',
  dto: RecordCourtOutcomeDetails,
  command: (breachId, { on, outcome, receivedAt, sentence }, act) =>
    new RecordCourtOutcome(breachId, { on, outcome, receivedAt: receivedAt ?? act.at, sentence: sentence ?? null }, act),
  decides: true,
  emptyIsNow: 'receivedAt',
  done: 'The outcome is recorded. The clock to tell the victims has started.',
  data: () => ({ outcomes: choices(outcomeWords) }),
};

@ApiTags('breaches')
@Controller()
@May('progress-breach')
export class RecordCourtOutcomePage {
  constructor(private readonly actions: BreachActions) {}

  @Get('breaches/:id/court-outcome')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.actions.show(viewer, id, action);
  }

  @Post('breaches/:id/court-outcome')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, action, request);
  }

  @Post('api/v1/breaches/:id/court-outcome')
  @ApiOperation({ summary: 'Record a court outcome' })
  @ApiBody({ type: RecordCourtOutcomeDetails })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(viewer, id, action, request);
  }
}
