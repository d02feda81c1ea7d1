import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { formatDate } from '#calendar';
import { type Page, type Redirect, type WebRequest } from '#pages';
import type { FiledApplication } from '../domain/application.js';
import { ANOTHER } from '../domain/made-on.js';
import { ApplicationForms, type ApplicationInForm } from '../forms-about/application-forms.js';
import { applicationChoices, applicationCourtChoices, choicesOf } from '../forms-about/choices.js';
import { endAskedFor, hearingDay, heardThen } from '../forms-about/heard-then.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { newOrderId } from '../make-interim/make-interim.command.js';
import { draftedIn } from '../order-draft/drafted-in.js';
import { forumChoices } from '../order-draft/forum-words.js';
import { soughtRows } from '../order-draft/rows.js';
import { momentWords } from '../order-record/words.js';
import { hearingPurposes, heardWords } from '../record-hearing/words.js';
import { DetermineApplication } from './determine-application.command.js';
import { determinationReasons, determineApplicationWords, EndApplicationDto, GrantApplicationDto } from './determine-application.dto.js';

/** The hearings of which no outcome is recorded, at one of which it was, and how it was met. */
function heardAt({ forum, hearings }: FiledApplication) {
  return {
    ...forumChoices({ forum }),
    heard: choicesOf(heardWords),
    hearings: hearings
      .filter(({ outcome }) => !outcome)
      .map(({ hearingId, at, purpose }) => ({ value: hearingId, text: `${momentWords(at)}, ${hearingPurposes[purpose]}` })),
  };
}

/** The answers to whether an interim order that is on record by itself was made in the application; none where there is nothing to ask. */
function interimChoices({ interimsAlone, filedOn }: ApplicationInForm): readonly { value: string; text: string }[] {
  const asked = interimsAlone
    .filter(({ made }) => made.on >= filedOn)
    .map(({ orderId, made }) => ({
      value: orderId,
      text: `The interim order of ${formatDate(made.on)} was: it ends with this if it was still in force, and the full order stands in its place`,
    }));
  if (asked.length === 0) return [];
  return [...asked, { value: ANOTHER, text: asked.length === 1 ? 'No, it was made in another application' : 'None of them was' }];
}

const grant: RecordForm<ApplicationInForm, GrantApplicationDto> = {
  template: 'orders/determine-application/grant-application.page.njk',
  title: 'Record that the application was granted',
  dto: GrantApplicationDto,
  words: determineApplicationWords,
  command: ({ applicationId, interimsAlone }, details, act, orderIds) => {
    const beside = { orderIds, goesOn: details.goesOn ?? null };
    const aloneIds = interimsAlone.map(({ orderId }) => orderId);
    return new DetermineApplication(applicationId, details.asDetails(act.commandId), act, beside, aloneIds);
  },
  drafts: (application, typed) => draftedIn(application, 'spo', typed),
  makes: (act) => newOrderId(act.commandId),
  to: (_, act) => `/orders/${newOrderId(act.commandId)}`,
  allowed: byItsOwnForce,
  done: 'The order is recorded',
  filled: ({ court, sought, duration, hearings }, address) => ({
    ...{ courtType: court.type, courtName: court.name, locality: 'uk', withNotice: true },
    conditions: soughtRows(sought),
    ...heardThen(hearings, address),
    ...endAskedFor(duration, hearingDay(hearings, address)),
  }),
  data: (application) => ({
    ...{ choices: applicationChoices('spo'), interims: interimChoices(application) },
    ...heardAt(application),
  }),
};

const end: RecordForm<FiledApplication, EndApplicationDto> = {
  template: 'orders/determine-application/end-application.page.njk',
  title: 'Record how the application ended without an order',
  dto: EndApplicationDto,
  words: determineApplicationWords,
  command: ({ applicationId }, details, act) => new DetermineApplication(applicationId, details.asDetails(), act),
  allowed: byItsOwnForce,
  done: 'How the application ended is recorded',
  filled: ({ court, hearings }, address) => {
    const { made, ...then } = heardThen(hearings, address);
    return { courtType: court.type, courtName: court.name, ...then, at: made };
  },
  data: (application) => ({
    courts: { courts: applicationCourtChoices() },
    reasons: choicesOf(determinationReasons),
    ...heardAt(application),
  }),
};

@Controller()
@ApiTags('applications')
@May('determine-application')
export class DetermineApplicationPage {
  constructor(private readonly forms: ApplicationForms) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/grant')
  @Watched({ kind: 'application', param: 'id' })
  askGrant(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(grant, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/grant')
  @Watched({ kind: 'application', param: 'id' })
  submitGrant(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(grant, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that the application was granted: makes the full order, whose id is answered' })
  @ApiBody({ type: GrantApplicationDto })
  @Post('api/v1/applications/:id/grant')
  answerGrant(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(grant, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Get('applications/:id/end')
  @Watched({ kind: 'application', param: 'id' })
  askEnd(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(end, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/end')
  @Watched({ kind: 'application', param: 'id' })
  submitEnd(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(end, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record how the application ended without an order' })
  @ApiBody({ type: EndApplicationDto })
  @Post('api/v1/applications/:id/end')
  answerEnd(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(end, { viewer, id, request });
  }
}
