import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { may, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { londonDate } from '#calendar';
import { Clock } from '#event-store';
import { type FormView, newForm, page, type Page, redirect, type Redirect, Submissions, type WebRequest } from '#pages';
import { type DraftContext, DraftContexts } from '../drafted-application/draft-contexts.js';
import { type DraftFinding, DraftFindings, findingsView, inDraft } from '../drafted-application/draft-findings.js';
import { captionOf } from '../drafted-application/draft-forms.js';
import { draftView } from '../drafted-application/draft-view.js';
import { idsToDecideOn } from '../order-record/orders-in-force.query.js';
import * as words from '../order-record/words.js';
import type { Giving } from '../domain/giving.js';
import { FileDraftedApplication } from './file-drafted-application.command.js';
import { YouthRecords } from '../youth-record/youth-records.query.js';
import type { YouthView } from '../youth-record/youth-view.js';
import { FileDraftedApplicationDto, fileDraftedApplicationWords } from './file-drafted-application.dto.js';

/** Check your answers: everything that is drafted, the orders beside which it must fit, and the button that files it. */
@Controller()
@ApiTags('applications')
export class CheckApplicationPage {
  constructor(
    private readonly contexts: DraftContexts,
    private readonly findings: DraftFindings,
    private readonly submissions: Submissions,
    private readonly youth: YouthRecords,
    private readonly clock: Clock,
  ) {}

  @ApiExcludeEndpoint()
  @Get('drafts/:id/check')
  @May('view-protected-person')
  @Watched({ kind: 'application', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    const context = await this.contexts.of(viewer, id);
    return checking(context, await this.found(context), await this.ofYouth(context), newForm({ filedOn: londonDate(this.clock.now()) }));
  }

  @ApiExcludeEndpoint()
  @Post('drafts/:id/check')
  @May('record-application')
  @Watched({ kind: 'application', param: 'id' })
  async file(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    const context = await this.contexts.of(viewer, id);
    if (context.row.state === 'filed') return redirect(`/applications/${id}`);
    const found = await this.found(context);
    const youth = await this.ofYouth(context);
    return this.submissions.form({
      request,
      dto: FileDraftedApplicationDto,
      words: fileDraftedApplicationWords,
      command: (details, act) =>
        new FileDraftedApplication(
          id,
          details.asDetails(),
          idsToDecideOn(context),
          viewer.role,
          act,
          givingOf(found, details),
          context.caseIds,
        ),
      show: (form) => checking(context, found, youth, form),
      to: () => `/applications/${id}`,
      done: 'The application is filed',
    });
  }

  @ApiOperation({ summary: 'Record that an application prepared here was filed at the court' })
  @ApiBody({ type: FileDraftedApplicationDto })
  @Post('api/v1/drafts/:id/filing')
  @May('record-application')
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    const context = await this.contexts.of(viewer, id);
    const found = await this.found(context);
    return this.submissions.api({
      request,
      dto: FileDraftedApplicationDto,
      words: fileDraftedApplicationWords,
      command: (details, act) =>
        new FileDraftedApplication(
          id,
          details.asDetails(),
          idsToDecideOn(context),
          viewer.role,
          act,
          givingOf(found, details),
          context.caseIds,
        ),
      id: () => id,
    });
  }

  private ofYouth({ viewer, row, draft }: DraftContext): Promise<YouthView | null> | null {
    return isOpen(row.state) ? this.youth.ofDraft(viewer, draft) : null;
  }

  /** What is filed or given up is mended no more. */
  private async found({ viewer, row }: DraftContext): Promise<Searched> {
    if (!isOpen(row.state)) return { findings: [], toRead: [] };
    const [findings, toRead] = await Promise.all([this.findings.of(viewer, row.id), this.findings.toRead(viewer, row.id)]);
    return { findings, toRead };
  }
}

function isOpen(state: string): boolean {
  return state !== 'filed' && state !== 'abandoned';
}

/** What the application would tell the respondent, and the fields that somebody must read before it is served. */
interface Searched {
  readonly findings: readonly DraftFinding[];
  readonly toRead: readonly string[];
}

function givingOf({ findings }: Searched, { knowingly }: FileDraftedApplicationDto): Giving {
  return { found: inDraft(findings), knowingly: knowingly === true };
}

function checking(context: DraftContext, { findings, toRead }: Searched, youth: YouthView | null, form: FormView): Page {
  const draft = draftView(context);
  const isWriter = may(context.viewer, 'record-application') && isOpen(draft.state);
  return page('orders/file-drafted-application/check-application.page.njk', {
    title: isWriter ? 'Check your answers and file' : draft.state === 'filed' ? 'What was filed' : 'What is drafted',
    caption: captionOf(context),
    undecided: context.undecided,
    back: { href: `/drafts/${draft.id}`, text: 'Back to the application' },
    form,
    draft,
    live: context.live,
    beside: context.beside,
    // What came to be in force and was not compared, the orders made on this application among them.
    cameSince: context.live.filter(({ id }) => !context.beside.some((one) => one.id === id)),
    words,
    isWriter,
    youth,
    // A reason given for one is recorded of each of whom nothing was said.
    asksUntold: youth?.contacts.some(({ isUnsaid }) => isUnsaid) ?? false,
    findings: findingsView(findings),
    toRead,
    asksKnowingly: inDraft(findings).length > 0,
  });
}
