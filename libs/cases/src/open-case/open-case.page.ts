import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { forces, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { londonDate } from '#calendar';
import { Clock, type Receipt } from '#event-store';
import { type FormView, newForm, page, type Page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import { PersonHeadings } from '#people/module';
import { CaseActions } from '../case-record/case-actions.page.js';
import { refusalWords } from '../case-record/refusal-words.js';
import { choices, referenceWords, sourceWords } from '../case-record/words.js';
import { newCaseId, OpenCase } from './open-case.command.js';
import { OpenCaseDto } from './open-case.dto.js';

/** Any force may open a case about a person it may know of. */
@ApiTags('cases')
@Controller()
@May('record-case')
export class OpenCasePage {
  constructor(
    private readonly people: PersonHeadings,
    private readonly actions: CaseActions,
    private readonly submissions: Submissions,
    private readonly clock: Clock,
  ) {}

  @Get('perpetrators/:id/cases/new')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'perpetrator', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, id, newForm({ on: londonDate(this.clock.now()) }));
  }

  @Post('perpetrators/:id/cases/new')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'perpetrator', param: 'id' })
  async submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    await this.people.of(viewer, id);
    return this.submissions.form<OpenCaseDto, Receipt>({
      request,
      dto: OpenCaseDto,
      command: (details, act) => new OpenCase(id, details.asDetails(act.force), act),
      words: refusalWords,
      show: (form) => this.page(viewer, id, form),
      to: (_, act) => `/cases/${newCaseId(act.commandId)}`,
      done: 'The case is open. Next: what happened, the risk, and whether an order is to be sought.',
    });
  }

  @Post('api/v1/perpetrators/:id/cases')
  @ApiOperation({ summary: 'Open a case' })
  @ApiBody({ type: OpenCaseDto })
  @Watched({ kind: 'perpetrator', param: 'id' })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    await this.people.of(viewer, id);
    return this.submissions.api<OpenCaseDto, Receipt>({
      request,
      dto: OpenCaseDto,
      command: (details, act) => new OpenCase(id, details.asDetails(act.force), act),
      words: refusalWords,
      id: (act) => newCaseId(act.commandId),
    });
  }

  private async page(viewer: Viewer, id: string, form: FormView): Promise<Page> {
    const person = await this.people.of(viewer, id);
    return page('cases/open-case/open-case.page.njk', {
      title: 'Open a stalking case',
      person,
      form,
      choosable: await this.actions.choosable(viewer, id),
      sources: choices(sourceWords),
      kinds: choices(referenceWords),
      forces: forces.map(({ cjs, name }) => ({ value: cjs, text: name })),
      back: { href: `/perpetrators/${id}` },
    });
  }
}
