import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { applicationChoices } from '../forms-about/choices.js';
import { MakeInterim, newOrderId } from './make-interim.command.js';
import { MakeInterimDto, makeInterimWords } from './make-interim.dto.js';
import { ApplicationForms, type ApplicationInForm } from '../forms-about/application-forms.js';
import { soughtRows } from '../order-draft/rows.js';
import { draftedIn } from '../order-draft/drafted-in.js';
import { heardThen } from '../forms-about/heard-then.js';
import { forumChoices } from '../order-draft/forum-words.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';

const form: RecordForm<ApplicationInForm, MakeInterimDto> = {
  template: 'orders/make-interim/make-interim.page.njk',
  title: 'Record an interim stalking protection order',
  dto: MakeInterimDto,
  words: makeInterimWords,
  command: ({ applicationId }, details, act, orderIds) =>
    new MakeInterim(
      applicationId,
      details.asDraft(act.commandId),
      act,
      { orderIds, goesOn: details.goesOn ?? null },
      details.otherForum ?? null,
    ),
  drafts: (application, typed) => draftedIn(application, 'interim-spo', typed),
  makes: (act) => newOrderId(act.commandId),
  to: (_, act) => `/orders/${newOrderId(act.commandId)}`,
  allowed: byItsOwnForce,
  done: 'The interim order is recorded',
  filled: ({ court, notice, sought, hearings }, address) => ({
    courtType: court.type,
    courtName: court.name,
    withNotice: notice === 'with',
    end: { is: 'fixed' },
    locality: 'uk',
    conditions: soughtRows(sought),
    ...heardThen(hearings, address),
  }),
  data: (application) => ({ choices: applicationChoices('interim-spo'), ...forumChoices(application) }),
};

@Controller()
@ApiTags('applications')
@May('make-order')
export class MakeInterimPage {
  constructor(private readonly forms: ApplicationForms) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/interim')
  @Watched({ kind: 'application', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/interim')
  @Watched({ kind: 'application', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record an interim order made in an application' })
  @ApiBody({ type: MakeInterimDto })
  @Post('api/v1/applications/:id/interim-orders')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
