import { Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { force as forceOf, type Viewer } from '#access';
import { CurrentViewer, May, Users, Shown, ShownRecords, Watched } from '#access/module';
import { Asks, MadeBy, PartAsked } from '#pages/module';
import {
  address,
  ChoiceField,
  type FormView,
  newForm,
  page,
  type Page,
  type Recorded,
  type Redirect,
  Submissions,
  type WebRequest,
  type Words,
} from '#pages';
import { AcknowledgeAlert } from './acknowledge-alert.command.js';
import { alertView, type AlertView } from './alert.view.js';
import { Alerts } from './alerts.query.js';

export class Seen {
  @ChoiceField('that your force has seen it', ['yes'])
  seen: 'yes';
}

class AlertsAsked extends PartAsked {
  @ChoiceField('yes for those your force has seen; those that wait unless told', ['yes', 'no'], { optional: true }) seen?: 'yes' | 'no';
}

const refusals: Words = { 'no-such-alert': 'This alert is not for your force' };

/** What happened to people on whom the viewer's force has something. */
@ApiTags('people')
@Controller()
@MadeBy('tell-owning-forces', 'alerts')
@May('see-alerts')
export class AlertsPage {
  constructor(
    private readonly alerts: Alerts,
    private readonly users: Users,
    private readonly submissions: Submissions,
  ) {}

  @Get('alerts')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'alerts' })
  show(
    @CurrentViewer() viewer: Viewer,
    @Shown() shown: ShownRecords,
    @Query('seen') seen?: string,
    @Query('after') after?: string,
  ): Promise<Page> {
    return this.page(viewer, newForm(), shown, seen === 'yes', after);
  }

  @Post('alerts/:id')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'alert', param: 'id' })
  async acknowledge(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Req() request: WebRequest,
    @Shown() shown: ShownRecords,
  ): Promise<Page | Redirect> {
    await this.there(viewer, id);
    return this.submissions.form({
      request,
      dto: Seen,
      command: (_, act) => new AcknowledgeAlert(id, act),
      words: refusals,
      show: (form) => this.page(viewer, form, shown, false),
      to: () => '/alerts',
      done: 'Marked as seen by your force',
    });
  }

  @Get('api/v1/alerts')
  @ApiOperation({ summary: 'What other forces recorded about people on whom this force has something' })
  @Asks(AlertsAsked)
  @Watched({ kind: 'alerts' })
  list(
    @CurrentViewer() viewer: Viewer,
    @Shown() shown: ShownRecords,
    @Query('seen') seen?: string,
    @Query('after') after?: string,
  ): Promise<{ items: AlertView[]; next: string | null }> {
    return this.views(viewer, shown, seen === 'yes', after);
  }

  @Post('api/v1/alerts/:id')
  @ApiOperation({ summary: 'Mark an alert as seen by this force' })
  @ApiBody({ type: Seen })
  @Watched({ kind: 'alert', param: 'id' })
  async acknowledgeByApi(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    await this.there(viewer, id);
    return this.submissions.api({ request, dto: Seen, command: (_, act) => new AcknowledgeAlert(id, act), words: refusals, id: () => id });
  }

  private async there(viewer: Viewer, id: string): Promise<void> {
    if (!(await this.alerts.isThere(viewer, id))) throw new NotFoundException();
  }

  private async views(
    viewer: Viewer,
    shown: ShownRecords,
    seen: boolean,
    after?: string,
  ): Promise<{ items: AlertView[]; next: string | null }> {
    const { items, next } = await this.alerts.of(viewer, seen ? 'seen' : 'waiting', after);
    shown.add(items.flatMap(({ perpetratorIds }) => perpetratorIds));
    const names = await this.users.names(items.flatMap(({ seenBy }) => (seenBy === null ? [] : [seenBy])));
    return { items: items.map((alert) => alertView(alert, names)), next };
  }

  private async page(viewer: Viewer, form: FormView, shown: ShownRecords, seen: boolean, after?: string): Promise<Page> {
    const { items, next } = await this.views(viewer, shown, seen, after);
    return page('histories/alerts/alerts.page.njk', {
      form,
      title: 'Alerts',
      seen,
      alerts: items,
      force: forceOf(viewer.force)?.name ?? viewer.force,
      next: next === null ? null : address('/alerts', { seen: seen ? 'yes' : null, after: next }),
    });
  }
}
