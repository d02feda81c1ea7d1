import { Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { force, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { formatDate } from '#calendar';
import { type FormView, isUuid, newForm, page, type Page, type Redirect, Submissions, type WebRequest } from '#pages';
import { spokenName } from '#people';
import { Links, PerpetratorRecords } from '#people/module';
import { ApplicationRecords } from '../application-record/application-records.query.js';
import { ApplicationDrafts } from '../drafted-application/application-drafts.query.js';
import { newApplicationId } from '../file-application/file-application.command.js';
import { BeginApplication } from './begin-application.command.js';
import { BeginApplicationDto, beginApplicationWords } from './begin-application.dto.js';

/** An application there is already, as the page names it. */
interface Other {
  readonly href: string;
  readonly text: string;
  readonly forceName: string;
  readonly isOurs: boolean;
}

/** Begins an application, after showing what there is already: applications in preparation and those that wait for a court. */
@Controller()
@ApiTags('applications')
@May('record-application')
export class BeginApplicationPage {
  constructor(
    private readonly perpetrators: PerpetratorRecords,
    private readonly drafts: ApplicationDrafts,
    private readonly applications: ApplicationRecords,
    private readonly links: Links,
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
    const others = await this.others(viewer, id);
    return this.submissions.form({
      request,
      dto: BeginApplicationDto,
      words: beginApplicationWords,
      command: ({ caseId, asWell = false }, act) =>
        new BeginApplication(id, caseId ?? null, viewer.role, act, { others: others.length, asWell }),
      show: (form) => this.show(viewer, id, form),
      to: (_, act) => `/drafts/${newApplicationId(act.commandId)}`,
      done: 'The application is begun. It is saved as you go',
    });
  }

  @ApiOperation({ summary: 'Begin to prepare an application for a stalking protection order' })
  @ApiBody({ type: BeginApplicationDto })
  @Post('api/v1/perpetrators/:id/drafts')
  @Watched({ kind: 'perpetrator', param: 'id' })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    await this.nameOf(viewer, id);
    const others = await this.others(viewer, id);
    return this.submissions.api({
      request,
      dto: BeginApplicationDto,
      words: beginApplicationWords,
      command: ({ caseId, asWell = false }, act) =>
        new BeginApplication(id, caseId ?? null, viewer.role, act, { others: others.length, asWell }),
      id: (act) => newApplicationId(act.commandId),
    });
  }

  private async show(viewer: Viewer, id: string, form: FormView): Promise<Page> {
    const name = await this.nameOf(viewer, id);
    return page('orders/begin-application/begin-application.page.njk', {
      title: 'Start an application for a stalking protection order',
      caption: name,
      form,
      back: { href: `/perpetrators/${id}` },
      perpetratorId: id,
      others: await this.others(viewer, id),
    });
  }

  /** What is prepared, or waits for a court, against this person already, by any force, as far as this reader may know. */
  private async others(viewer: Viewer, id: string): Promise<readonly Other[]> {
    const ids = await this.links.onePerson(viewer, id, null);
    const [drafts, lists] = await Promise.all([
      this.drafts.beside(viewer, ids),
      Promise.all(ids.map((one) => this.applications.against(viewer, one))),
    ]);
    const filed = lists.flatMap((list) => list?.items ?? []).filter(({ is }) => is === 'pending');
    const of = (cjs: string) => ({ forceName: force(cjs)?.name ?? cjs, isOurs: cjs === viewer.force });
    return [
      ...drafts.map((one) => ({ ...of(one.force), href: `/drafts/${one.id}`, text: `Application begun ${formatDate(one.begunOn)}` })),
      ...filed.map((one) => ({
        ...of(one.force),
        href: `/applications/${one.applicationId}`,
        text: `Application filed ${formatDate(one.filedOn)} at ${one.court.name}`,
      })),
    ];
  }

  private async nameOf(viewer: Viewer, id: string): Promise<string> {
    const record = await this.perpetrators.byId(viewer, id);
    if (record?.is !== 'recorded') throw new NotFoundException();
    return record.identity.value ? spokenName(record.identity.value.name) : '';
  }
}
