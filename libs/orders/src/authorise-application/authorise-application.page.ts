import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { authorisationPolicies, ranks } from '../domain/application-draft/policy.js';
import { inDraft } from '../drafted-application/draft-findings.js';
import { draftView } from '../drafted-application/draft-view.js';
import { choicesOf } from '../forms-about/choices.js';
import type { RecordForm } from '../forms-about/record-forms.js';
import { idsToDecideOn } from '../order-record/orders-in-force.query.js';
import { AuthorisationForms, type SearchedDraft } from './authorisation-forms.js';
import { DecideAuthorisation, RequestAuthorisation } from './authorise-application.command.js';
import {
  DecideAuthorisationDto,
  decideAuthorisationWords,
  RequestAuthorisationDto,
  requestAuthorisationWords,
} from './authorise-application.dto.js';

const asking: RecordForm<SearchedDraft, RequestAuthorisationDto> = {
  template: 'orders/authorise-application/request-authorisation.page.njk',
  title: 'Ask for authorisation',
  dto: RequestAuthorisationDto,
  words: requestAuthorisationWords,
  command: (context, { of }, act) =>
    new RequestAuthorisation(context.draft.applicationId, idsToDecideOn(context), of ?? null, context.viewer.role, act, context.caseIds),
  done: 'Authorisation is asked for. An authorising officer of your force decides',
  data: (context) => ({ draft: draftView(context) }),
};

const deciding: RecordForm<SearchedDraft, DecideAuthorisationDto> = {
  template: 'orders/authorise-application/authorise-application.page.njk',
  title: 'Authorise the application',
  dto: DecideAuthorisationDto,
  words: decideAuthorisationWords,
  command: (context, details, act) =>
    new DecideAuthorisation(
      context.draft.applicationId,
      details.asDecision(inDraft(context.findings)),
      idsToDecideOn(context),
      context.viewer.role,
      act,
      context.caseIds,
    ),
  closed: (context) => (isAsked(draftView(context)) ? null : 'Nobody asks for authorisation of this application as it stands'),
  done: 'Your decision is recorded',
  data: (context) => ({
    draft: draftView(context),
    ranks: choicesOf(ranks),
    policies: authorisationPolicies.filter(({ force }) => force === 'any' || force === context.draft.force),
    rankNames: ranks,
  }),
};

/** Whether the decision waits for an officer, on the draft as it stands. */
function isAsked({ authorisation }: ReturnType<typeof draftView>): boolean {
  return authorisation.is === 'requested' && authorisation.isCurrent;
}

@Controller()
@ApiTags('applications')
export class AuthoriseApplicationPage {
  constructor(private readonly forms: AuthorisationForms) {}

  @ApiExcludeEndpoint()
  @Get('drafts/:id/authorisation')
  @May('record-application')
  @Watched({ kind: 'application', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(asking, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('drafts/:id/authorisation')
  @May('record-application')
  @Watched({ kind: 'application', param: 'id' })
  request(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(asking, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Ask for authorisation of an application in preparation' })
  @ApiBody({ type: RequestAuthorisationDto })
  @Post('api/v1/drafts/:id/authorisation')
  @May('record-application')
  answerRequest(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(asking, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Get('drafts/:id/authorise')
  @May('authorise-application')
  @Watched({ kind: 'application', param: 'id' })
  read(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(deciding, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('drafts/:id/authorise')
  @May('authorise-application')
  @Watched({ kind: 'application', param: 'id' })
  decide(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(deciding, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Authorise an application in preparation, or refuse to. `of` is its `changes` as you read it' })
  @ApiBody({ type: DecideAuthorisationDto })
  @Post('api/v1/drafts/:id/authorise')
  @May('authorise-application')
  answerDecision(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(deciding, { viewer, id, request });
  }
}
