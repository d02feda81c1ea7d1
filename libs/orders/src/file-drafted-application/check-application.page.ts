import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { may, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { londonDate } from '#calendar';
import { Clock } from '#event-store';
import { type FormView, newForm, page, type Page, redirect, type Redirect, Submissions, type WebRequest } from '#pages';
import { type DraftContext, DraftContexts } from '../drafted-application/draft-contexts.js';
import { captionOf } from '../drafted-application/draft-forms.js';
import { draftView } from '../drafted-application/draft-view.js';
import * as words from '../order-record/words.js';
import { FileDraftedApplication } from './file-drafted-application.command.js';
import { FileDraftedApplicationDto, fileDraftedApplicationWords } from './file-drafted-application.dto.js';

/** Check your answers: everything that is drafted, the orders beside which it must fit, and the button that files it. */
@Controller()
@ApiTags('applications')
export class CheckApplicationPage {
  constructor(
    private readonly contexts: DraftContexts,
    private readonly submissions: Submissions,
    private readonly clock: Clock,
  ) {}

  @ApiExcludeEndpoint()
  @Get('drafts/:id/check')
  @May('view-protected-person')
  @Watched({ kind: 'application', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return checking(await this.contexts.of(viewer, id), newForm({ filedOn: londonDate(this.clock.now()) }));
  }

  @ApiExcludeEndpoint()
  @Post('drafts/:id/check')
  @May('record-application')
  @Watched({ kind: 'application', param: 'id' })
  async file(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    const context = await this.contexts.of(viewer, id);
    if (context.row.state === 'filed') return redirect(`/applications/${id}`);
    return this.submissions.form({
      request,
      dto: FileDraftedApplicationDto,
      words: fileDraftedApplicationWords,
      command: (details, act) => new FileDraftedApplication(id, details.asDetails(), context.around.live, viewer.role, act),
      show: (form) => checking(context, form),
      to: () => `/applications/${id}`,
      done: 'The application is filed',
    });
  }

  @ApiOperation({ summary: 'Record that an application prepared here was filed at the court' })
  @ApiBody({ type: FileDraftedApplicationDto })
  @Post('api/v1/drafts/:id/filing')
  @May('record-application')
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<object> {
    const { around } = await this.contexts.of(viewer, id);
    return this.submissions.api({
      request,
      dto: FileDraftedApplicationDto,
      words: fileDraftedApplicationWords,
      command: (details, act) => new FileDraftedApplication(id, details.asDetails(), around.live, viewer.role, act),
      answer: ({ position }) => ({ id, recorded: position !== null }),
    });
  }
}

function checking(context: DraftContext, form: FormView): Page {
  const draft = draftView(context);
  const isOpen = draft.state !== 'filed' && draft.state !== 'abandoned';
  const isWriter = may(context.viewer, 'record-application') && isOpen;
  return page('orders/file-drafted-application/check-application.page.njk', {
    title: isWriter ? 'Check your answers and file' : 'What is drafted',
    caption: captionOf(context),
    back: { href: `/drafts/${draft.id}`, text: 'Back to the application' },
    form,
    draft,
    live: context.live,
    words,
    isWriter,
  });
}
