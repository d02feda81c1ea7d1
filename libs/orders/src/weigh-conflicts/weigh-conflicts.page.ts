import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { contentIn } from '../domain/application-draft/missing.js';
import { answersOf } from '../drafted-application/answers.js';
import type { DraftContext } from '../drafted-application/draft-contexts.js';
import { draftingOf } from '../drafted-application/drafting.js';
import { DraftForms } from '../drafted-application/draft-forms.js';
import { draftView } from '../drafted-application/draft-view.js';
import type { RecordForm } from '../forms-about/record-forms.js';
import { WeighConflicts } from './weigh-conflicts.command.js';
import { WeighConflictsDto, weighConflictsWords } from './weigh-conflicts.dto.js';

const form: RecordForm<DraftContext, WeighConflictsDto> = {
  template: 'orders/weigh-conflicts/weigh-conflicts.page.njk',
  title: 'Compare with the orders in force',
  dto: WeighConflictsDto,
  words: weighConflictsWords,
  command: ({ draft, viewer }, { shown, reason }, act, orderIds) =>
    new WeighConflicts(draft.applicationId, { shown: shown ?? [], reason }, orderIds, viewer.role, act),
  drafts: ({ draft }) => draftingOf(draft),
  done: 'What you decided is recorded. It will be shown again before filing',
  data: (context) => ({
    shown: context.around.live.flatMap(({ versionIds }) => versionIds),
    drafted: answersOf('conditions', contentIn(context.draft, 'conditions'), context.speaking),
    draft: draftView(context),
  }),
};

@Controller()
@ApiTags('applications')
@May('record-application')
export class WeighConflictsPage {
  constructor(private readonly forms: DraftForms) {}

  @ApiExcludeEndpoint()
  @Get('drafts/:id/orders-in-force')
  @Watched({ kind: 'application', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('drafts/:id/orders-in-force')
  @Watched({ kind: 'application', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that the conditions were compared with the orders in force, and why the application goes on' })
  @ApiBody({ type: WeighConflictsDto })
  @Post('api/v1/drafts/:id/orders-in-force')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
