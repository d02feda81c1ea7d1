import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type BreachAction, BreachActions } from '../breach-record/breach-actions.page.js';
import { ExtensionInError } from './extension-in-error.command.js';
import { ExtensionInErrorDetails } from './extension-in-error.dto.js';

const action: BreachAction<ExtensionInErrorDetails> = {
  title: 'Say that an extension of detention was recorded in error',
  template: 'breaches/extension-in-error/extension-in-error.page.njk',
  dto: ExtensionInErrorDetails,
  command: (breachId, { extensionId, reason }, act) => new ExtensionInError(breachId, { extensionId, reason }, act),
  done: 'The extension counts no more, and the custody limit before it stands. Record now until when detention was really extended.',
};

@ApiTags('breaches')
@Controller()
@May('progress-breach')
export class ExtensionInErrorPage {
  constructor(private readonly actions: BreachActions) {}

  @Get('breaches/:id/detention/error')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.actions.show(viewer, id, action);
  }

  @Post('breaches/:id/detention/error')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, action, request);
  }

  @Post('api/v1/breaches/:id/detention/errors')
  @ApiOperation({ summary: 'Say that an extension of detention was recorded in error' })
  @ApiBody({ type: ExtensionInErrorDetails })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(viewer, id, action, request);
  }
}
