import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type BreachAction, BreachActions } from '../breach-record/breach-actions.page.js';
import { authorityWords } from '../breach-record/words.js';
import { ExtendDetention } from './extend-detention.command.js';
import { ExtendDetentionDetails } from './extend-detention.dto.js';

const action: BreachAction<ExtendDetentionDetails> = {
  title: 'Record that detention was extended',
  template: 'breaches/extend-detention/extend-detention.page.njk',
  dto: ExtendDetentionDetails,
  command: (breachId, { by, at, until }, act) => new ExtendDetention(breachId, { by, at, until }, act),
  done: 'The extension is recorded. The custody limit has moved.',
  data: () => ({ authorities: Object.entries(authorityWords).map(([value, text]) => ({ value, text })) }),
};

@ApiTags('breaches')
@Controller()
@May('progress-breach')
export class ExtendDetentionPage {
  constructor(private readonly actions: BreachActions) {}

  @Get('breaches/:id/detention')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.actions.show(viewer, id, action);
  }

  @Post('breaches/:id/detention')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, action, request);
  }

  @Post('api/v1/breaches/:id/detention')
  @ApiOperation({ summary: 'Record that detention was extended' })
  @ApiBody({ type: ExtendDetentionDetails })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(viewer, id, action, request);
  }
}
