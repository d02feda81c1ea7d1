import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { londonTime } from '#calendar';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { AllegingForm } from '../breach-record/alleging.form.js';
import { type BreachAction, BreachActions } from '../breach-record/breach-actions.page.js';
import { whenSent } from '../report-breach/when-it-happened.js';
import { CorrectTime } from './correct-time.command.js';
import { CorrectTimeDetails } from './correct-time.dto.js';

@ApiTags('breaches')
@Controller()
@May('report-breach')
export class CorrectTimePage {
  constructor(
    private readonly actions: BreachActions,
    private readonly alleging: AllegingForm,
  ) {}

  @Get('breaches/:id/time')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.actions.show(viewer, id, await this.action(viewer, id));
  }

  @Post('breaches/:id/time')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  async submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, await this.action(viewer, id), request);
  }

  @Post('api/v1/breaches/:id/time')
  @ApiOperation({ summary: 'Correct when it happened' })
  @ApiBody({ type: CorrectTimeDetails })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(viewer, id, await this.action(viewer, id), request);
  }

  private async action(viewer: Viewer, id: string): Promise<BreachAction<CorrectTimeDetails>> {
    const orderIds = await this.alleging.ordersOfPerson(viewer, id);
    return {
      title: 'Correct when it happened',
      template: 'breaches/correct-time/correct-time.page.njk',
      dto: CorrectTimeDetails,
      command: (breachId, details, act) =>
        new CorrectTime(breachId, { occurred: whenSent(details), reason: details.reason }, orderIds, act),
      decides: true,
      done: 'The time is corrected. What was recorded first is kept beside it.',
      starts: ({ occurred: { on, until, at, narrowest } }) => ({
        on,
        ...(at === null ? {} : { time: londonTime(at) }),
        ...(until === on ? {} : { until }),
        ...(narrowest ? { narrowest: 'yes' } : {}),
      }),
    };
  }
}
