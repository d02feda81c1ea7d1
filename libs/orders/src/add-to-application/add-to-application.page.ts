import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { idFrom, type Page, type Redirect, type WebRequest } from '#pages';
import type { DraftContext } from '../drafted-application/draft-contexts.js';
import { DraftForms } from '../drafted-application/draft-forms.js';
import { actKinds, evidenceKinds } from '../drafted-application/draft-words.js';
import { choicesOf } from '../forms-about/choices.js';
import type { RecordForm } from '../forms-about/record-forms.js';
import { ActDto, EvidenceItemDto } from '../write-application/row-sections.dto.js';
import { draftWords } from '../write-application/write-section.words.js';
import { AddToApplication } from './add-to-application.command.js';

const words = {
  ...draftWords,
  'people-first': 'The legal team must name the protected people first. Ask them to, then add this',
  'act-ahead': { field: 'from', text: 'The act must not be in the future. Check its days' },
  'act-before-birth': {
    field: 'from',
    text: 'The act must not be before the respondent, or anybody who suffered it, was born. Check its days, and the dates of birth on record',
  },
  'evidence-ahead': { field: 'on', text: 'The date of the evidence must not be in the future. Check it' },
  'ends-before-it-begins': { field: 'to', text: 'The last day must not be before the first' },
};

const act: RecordForm<DraftContext, ActDto> = {
  template: 'orders/add-to-application/add-act.page.njk',
  title: 'Add something that happened',
  dto: ActDto,
  words,
  command: ({ draft, viewer }, details, by) =>
    new AddToApplication(draft.applicationId, { act: details.asAct(idFrom(by.commandId, 'act')) }, viewer.role, by),
  makes: ({ commandId }) => idFrom(commandId, 'act'),
  done: 'It is added. The legal team will check it',
  data: () => ({ kinds: choicesOf(actKinds) }),
};

const item: RecordForm<DraftContext, EvidenceItemDto> = {
  template: 'orders/add-to-application/add-evidence.page.njk',
  title: 'Add a piece of evidence',
  dto: EvidenceItemDto,
  words,
  command: ({ draft, viewer }, details, by) =>
    new AddToApplication(draft.applicationId, { item: details.asItem(idFrom(by.commandId, 'item')) }, viewer.role, by),
  makes: ({ commandId }) => idFrom(commandId, 'item'),
  done: 'It is added. The legal team will check it',
  data: () => ({ kinds: choicesOf(evidenceKinds) }),
};

@Controller()
@ApiTags('applications')
@May('add-to-application')
export class AddToApplicationPage {
  constructor(private readonly forms: DraftForms) {}

  @ApiExcludeEndpoint()
  @Get('drafts/:id/acts/add')
  @Watched({ kind: 'application', param: 'id' })
  askAct(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(act, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('drafts/:id/acts/add')
  @Watched({ kind: 'application', param: 'id' })
  submitAct(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(act, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Add one act to an application in preparation' })
  @ApiBody({ type: ActDto })
  @Post('api/v1/drafts/:id/acts/add')
  answerAct(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(act, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Get('drafts/:id/evidence/add')
  @Watched({ kind: 'application', param: 'id' })
  askItem(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(item, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('drafts/:id/evidence/add')
  @Watched({ kind: 'application', param: 'id' })
  submitItem(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(item, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Add one piece of evidence to an application in preparation' })
  @ApiBody({ type: EvidenceItemDto })
  @Post('api/v1/drafts/:id/evidence/add')
  answerItem(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(item, { viewer, id, request });
  }
}
