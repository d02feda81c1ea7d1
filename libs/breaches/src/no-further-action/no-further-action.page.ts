import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type BreachAction, BreachActions } from '../breach-record/breach-actions.page.js';
import { choices, nfaWords } from '../breach-record/words.js';
import { NoFurtherAction } from './no-further-action.command.js';
import { NoFurtherActionDetails } from './no-further-action.dto.js';

const action: BreachAction<NoFurtherActionDetails> = {
  title: 'Take no further action',
  template: 'breaches/no-further-action/no-further-action.page.njk',
  dto: NoFurtherActionDetails,
  command: (breachId, { at, reason, note, recordIsWrong }, act) =>
    new NoFurtherAction(breachId, { at, reason, note: note ?? null, recordIsWrong: recordIsWrong ?? false }, act),
  decides: true,
  done: 'The decision is recorded. The incident stays on the history.',
  data: () => ({ reasons: choices(nfaWords) }),
};

@ApiTags('breaches')
@Controller()
@May('progress-breach')
export class NoFurtherActionPage {
  constructor(private readonly actions: BreachActions) {}

  @Get('breaches/:id/no-further-action')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.actions.show(viewer, id, action);
  }

  @Post('breaches/:id/no-further-action')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, action, request);
  }

  @Post('api/v1/breaches/:id/no-further-action')
  @ApiOperation({ summary: 'Take no further action' })
  @ApiBody({ type: NoFurtherActionDetails })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(viewer, id, action, request);
  }
}
