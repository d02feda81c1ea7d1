import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type BreachAction, BreachActions } from '../breach-record/breach-actions.page.js';
import { choices, disposalWords } from '../breach-record/words.js';
import { DisposeOutOfCourt } from './dispose-out-of-court.command.js';
import { DisposeOutOfCourtDetails } from './dispose-out-of-court.dto.js';

const action: BreachAction<DisposeOutOfCourtDetails> = {
  title: 'Deal with it out of court',
  template: 'breaches/dispose-out-of-court/dispose-out-of-court.page.njk',
  dto: DisposeOutOfCourtDetails,
  command: (breachId, { at, how }, act) => new DisposeOutOfCourt(breachId, { at, how }, act),
  decides: true,
  done: 'The disposal is recorded. The clock to tell the victims has started.',
  data: () => ({ hows: choices(disposalWords) }),
};

@ApiTags('breaches')
@Controller()
@May('progress-breach')
export class DisposeOutOfCourtPage {
  constructor(private readonly actions: BreachActions) {}

  @Get('breaches/:id/out-of-court')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.actions.show(viewer, id, action);
  }

  @Post('breaches/:id/out-of-court')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, action, request);
  }

  @Post('api/v1/breaches/:id/out-of-court')
  @ApiOperation({ summary: 'Deal with it out of court' })
  @ApiBody({ type: DisposeOutOfCourtDetails })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(viewer, id, action, request);
  }
}
