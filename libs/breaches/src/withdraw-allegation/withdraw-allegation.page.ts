import { Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type BreachAction, BreachActions } from '../breach-record/breach-actions.page.js';
import { WithdrawAllegation } from './withdraw-allegation.command.js';
import { WithdrawAllegationDetails } from './withdraw-allegation.dto.js';

const withdrawal = (allegationId: string): BreachAction<WithdrawAllegationDetails> => ({
  title: 'Withdraw an allegation',
  template: 'breaches/withdraw-allegation/withdraw-allegation.page.njk',
  dto: WithdrawAllegationDetails,
  command: (breachId, { reason }, act) => new WithdrawAllegation(breachId, { allegationId, reason }, act),
  decides: true,
  done: 'The allegation is withdrawn. It stays on the record with the reason.',
  data: ({ allegations }) => {
    const allegation = allegations.find((one) => one.allegationId === allegationId);
    if (!allegation) throw new NotFoundException();
    return { allegation };
  },
});

@ApiTags('breaches')
@Controller()
@May('progress-breach')
export class WithdrawAllegationPage {
  constructor(private readonly actions: BreachActions) {}

  @Get('breaches/:id/allegations/:allegationId/withdraw')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Param('allegationId') allegationId: string): Promise<Page> {
    return this.actions.show(viewer, id, withdrawal(allegationId));
  }

  @Post('breaches/:id/allegations/:allegationId/withdraw')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  submit(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('allegationId') allegationId: string,
    @Req() request: WebRequest,
  ): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, withdrawal(allegationId), request);
  }

  @Post('api/v1/breaches/:id/allegations/:allegationId/withdraw')
  @ApiOperation({ summary: 'Withdraw an allegation' })
  @ApiBody({ type: WithdrawAllegationDetails })
  answer(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('allegationId') allegationId: string,
    @Req() request: WebRequest,
  ): Promise<Recorded> {
    return this.actions.api(viewer, id, withdrawal(allegationId), request);
  }
}
