import { Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type FormView, isUuid, newForm, page, type Page, type Redirect, Submissions, type WebRequest } from '#pages';
import { spokenName } from '#people';
import { PerpetratorRecords } from '#people/module';
import { ApplicationRecords } from '../application-record/application-records.query.js';
import { ApplicationDrafts } from '../drafted-application/application-drafts.query.js';
import { newApplicationId } from '../file-application/file-application.command.js';
import { BeginApplication } from './begin-application.command.js';
import { BeginApplicationDto, beginApplicationWords } from './begin-application.dto.js';

/** Begins an application, after showing what there is already: applications in preparation and those that wait for a court. */
@Controller()
@ApiTags('applications')
@May('record-application')
export class BeginApplicationPage {
  constructor(
    private readonly perpetrators: PerpetratorRecords,
    private readonly drafts: ApplicationDrafts,
    private readonly applications: ApplicationRecords,
    private readonly submissions: Submissions,
  ) {}

  @ApiExcludeEndpoint()
  @Get('perpetrators/:id/drafts/new')
  @Watched({ kind: 'perpetrator', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Query('case') caseId?: string): Promise<Page> {
    return this.show(viewer, id, newForm(isUuid(caseId) ? { caseId } : {}));
  }

  @ApiExcludeEndpoint()
  @Post('perpetrators/:id/drafts/new')
  @Watched({ kind: 'perpetrator', param: 'id' })
  async submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    await this.nameOf(viewer, id);
    return this.submissions.form({
      request,
      dto: BeginApplicationDto,
      words: beginApplicationWords,
      command: ({ caseId }, act) => new BeginApplication(id, caseId ?? null, viewer.role, act),
      show: (form) => this.show(viewer, id, form),
      to: (_, act) => `/drafts/${newApplicationId(act.commandId)}`,
      done: 'The application is begun. It is saved as you go',
    });
  }

  @ApiOperation({ summary: 'Begin to prepare an application for a stalking protection order' })
  @ApiBody({ type: BeginApplicationDto })
  @Post('api/v1/perpetrators/:id/drafts')
  @Watched({ kind: 'perpetrator', param: 'id' })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<object> {
    await this.nameOf(viewer, id);
    return this.submissions.api({
      request,
      dto: BeginApplicationDto,
      words: beginApplicationWords,
      command: ({ caseId }, act) => new BeginApplication(id, caseId ?? null, viewer.role, act),
      answer: ({ position }, act) => ({ id: newApplicationId(act.commandId), recorded: position !== null }),
    });
  }

  private async show(viewer: Viewer, id: string, form: FormView): Promise<Page> {
    const name = await this.nameOf(viewer, id);
    const [drafts, applications] = await Promise.all([this.drafts.against(viewer, id), this.applications.against(viewer, id)]);
    return page('orders/begin-application/begin-application.page.njk', {
      title: 'Start an application for a stalking protection order',
      caption: name,
      form,
      back: { href: `/perpetrators/${id}` },
      perpetratorId: id,
      drafts,
      waiting: (applications?.items ?? []).filter(({ is }) => is === 'pending'),
    });
  }

  private async nameOf(viewer: Viewer, id: string): Promise<string> {
    const record = await this.perpetrators.byId(viewer, id);
    if (record?.is !== 'recorded') throw new NotFoundException();
    return record.identity.value ? spokenName(record.identity.value.name) : '';
  }
}
