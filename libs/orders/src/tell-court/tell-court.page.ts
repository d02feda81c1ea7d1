import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, KeptByForce, May, Watched } from '#access/module';
import { formatDate, londonDate } from '#calendar';
import type { Act } from '#event-sourcing';
import { Clock } from '#event-store';
import { newForm, page, type Page, type Redirect, Submissions, type WebRequest } from '#pages';
import { ApplicationRecords } from '../application-record/application-records.query.js';
import type { FiledApplication } from '../domain/application.js';
import { type ChangedIncident, IncidentsSinceFiling } from './changed-incidents.query.js';
import { TellCourt } from './tell-court.command.js';
import { TellCourtDto, tellCourtWords } from './tell-court.dto.js';

interface About {
  readonly application: FiledApplication;
  readonly changed: readonly ChangedIncident[];
}

/** An incident on which a filed application rests is not what it was: is the court told? */
@Controller()
@ApiTags('applications')
@May('record-application')
export class TellCourtPage {
  constructor(
    private readonly applications: ApplicationRecords,
    private readonly since: IncidentsSinceFiling,
    private readonly submissions: Submissions,
    private readonly clock: Clock,
  ) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/tell-court')
  @Watched({ kind: 'application', param: 'id' })
  async ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return asking(await this.about(viewer, id), newForm({ on: londonDate(this.clock.now()) }));
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/tell-court')
  @Watched({ kind: 'application', param: 'id' })
  async submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    const about = await this.about(viewer, id);
    return this.submissions.form({
      request,
      dto: TellCourtDto,
      words: tellCourtWords,
      command: (details, act) => commandOf(about, details, act),
      show: (form) => asking(about, form),
      to: () => `/applications/${id}`,
      done: 'It is recorded whether the court is told',
    });
  }

  @ApiOperation({ summary: 'Record whether the court is told that incidents on which the application rests changed since it was filed' })
  @ApiBody({ type: TellCourtDto })
  @Post('api/v1/applications/:id/tell-court')
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    const about = await this.about(viewer, id);
    return this.submissions.api({
      request,
      dto: TellCourtDto,
      words: tellCourtWords,
      command: (details, act) => commandOf(about, details, act),
      id: () => id,
    });
  }

  private async about(viewer: Viewer, id: string): Promise<About> {
    const application = await this.applications.seen(viewer, id);
    if (application.force !== viewer.force) throw new KeptByForce(application.force, 'this application', 'Your force can read it.');
    return { application, changed: await this.since.of(viewer, application) };
  }
}

function commandOf({ application, changed }: About, details: TellCourtDto, act: Act): TellCourt {
  const incidents = changed.map(({ incidentId, corrections, isStruck }) => ({ incidentId, corrections, isStruck }));
  return new TellCourt(application.applicationId, details.asDetails(), incidents, act);
}

function asking({ application: { applicationId, court, filedOn }, changed }: About, form: ReturnType<typeof newForm>): Page {
  return page('orders/tell-court/tell-court.page.njk', {
    title: 'Is the court told what changed?',
    caption: `Application filed at ${court.name} on ${formatDate(filedOn)}`,
    back: { href: `/applications/${applicationId}`, text: 'Back to the application' },
    form,
    changed,
  });
}
