import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type BreachAction, BreachActions } from '../breach-record/breach-actions.page.js';
import { RecordArrest } from './record-arrest.command.js';
import { RecordArrestDetails } from './record-arrest.dto.js';

const action: BreachAction<RecordArrestDetails> = {
  title: 'Record an arrest',
  template: 'breaches/record-arrest/record-arrest.page.njk',
  dto: RecordArrestDetails,
  command: (breachId, { at }, act) => new RecordArrest(breachId, { at }, act),
  done: 'The arrest is recorded. The clock to tell the victims has started.',
};

@ApiTags('breaches')
@Controller()
@May('progress-breach')
export class RecordArrestPage {
  constructor(private readonly actions: BreachActions) {}

  @Get('breaches/:id/arrest')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.actions.show(viewer, id, action);
  }

  @Post('breaches/:id/arrest')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, action, request);
  }

  @Post('api/v1/breaches/:id/arrest')
  @ApiOperation({ summary: 'Record an arrest' })
  @ApiBody({ type: RecordArrestDetails })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(viewer, id, action, request);
  }
}
