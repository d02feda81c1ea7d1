import { Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Redirect, WebRequest } from '#pages';
import { type BreachAction, BreachActions, type Done } from '../breach-record/breach-actions.page.js';
import { choices, decisionWords } from '../breach-record/words.js';
import { ReviewFlag } from './review-flag.command.js';
import { ReviewFlagDetails } from './review-flag.dto.js';

const review = (flagId: string): BreachAction<ReviewFlagDetails> => ({
  title: 'Review what changed',
  template: 'breaches/review-flag/review-flag.page.njk',
  dto: ReviewFlagDetails,
  command: (breachId, { decision, note }, act) => new ReviewFlag(breachId, { flagId, decision, note }, act),
  decides: true,
  done: 'Your decision is recorded. The report stays as it was.',
  data: ({ flags }) => {
    const flag = flags.find((one) => one.flagId === flagId);
    if (!flag) throw new NotFoundException();
    return { flag, decisions: choices(decisionWords) };
  },
});

@ApiTags('breaches')
@Controller()
@May('progress-breach')
export class ReviewFlagPage {
  constructor(private readonly actions: BreachActions) {}

  @Get('breaches/:id/flags/:flagId')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Param('flagId') flagId: string): Promise<Page> {
    return this.actions.show(viewer, id, review(flagId));
  }

  @Post('breaches/:id/flags/:flagId')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  submit(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('flagId') flagId: string,
    @Req() request: WebRequest,
  ): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, review(flagId), request);
  }

  @Post('api/v1/breaches/:id/flags/:flagId')
  @ApiOperation({ summary: 'Review what changed' })
  @ApiBody({ type: ReviewFlagDetails })
  answer(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('flagId') flagId: string,
    @Req() request: WebRequest,
  ): Promise<Done> {
    return this.actions.api(viewer, id, review(flagId), request);
  }
}
