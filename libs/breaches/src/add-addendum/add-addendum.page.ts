import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type BreachAction, BreachActions } from '../breach-record/breach-actions.page.js';
import { AddAddendum } from './add-addendum.command.js';
import { AddAddendumDetails } from './add-addendum.dto.js';

const action: BreachAction<AddAddendumDetails> = {
  title: 'Add to the report',
  template: 'breaches/add-addendum/add-addendum.page.njk',
  dto: AddAddendumDetails,
  command: (breachId, { text }, act) => new AddAddendum(breachId, { text, occurred: null }, act),
  done: 'What you added is recorded beside the report.',
};

@ApiTags('breaches')
@Controller()
@May('report-breach')
export class AddAddendumPage {
  constructor(private readonly actions: BreachActions) {}

  @Get('breaches/:id/addendum')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.actions.show(viewer, id, action);
  }

  @Post('breaches/:id/addendum')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, action, request);
  }

  @Post('api/v1/breaches/:id/addendum')
  @ApiOperation({ summary: 'Add to the report' })
  @ApiBody({ type: AddAddendumDetails })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(viewer, id, action, request);
  }
}
