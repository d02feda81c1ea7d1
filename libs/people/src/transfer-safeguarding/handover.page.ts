import { Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { force as forceOf, may, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { LocalDate } from '#calendar';
import { type FormView, newForm, type Page, page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import type { PersonName } from '../domain/events.js';
import { formalName } from '../domain/names.js';
import { refusals } from '../perpetrator-record/refusals.js';
import { type AskedHandover, ProtectedPeople } from '../protected-person-record/protected-people.query.js';
import { AnswerHandover } from './answer-handover.command.js';
import { HandoverFields } from './handover.dto.js';
import { handoverView, type HandoverView, handoverWords, whyDeclinedNames } from './handover.view.js';

/** What the force that was asked needs to decide, and its answer; the force that asked takes it back here. */
@ApiTags('people')
@Controller()
@May('record-protected-person')
@Watched({ kind: 'protected-person', param: 'id' })
export class HandoverPage {
  constructor(
    private readonly submissions: Submissions,
    private readonly people: ProtectedPeople,
  ) {}

  @Get('protected-people/:id/handover')
  @May('view-protected-person')
  @ApiExcludeEndpoint()
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, id);
  }

  @Post('protected-people/:id/handover')
  @ApiExcludeEndpoint()
  async submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    await this.asked(viewer, id);
    return this.submissions.form({
      request,
      dto: HandoverFields,
      command: ({ answer, because = null }, act) => new AnswerHandover(id, answer, because, act),
      words: refusals,
      show: (form) => this.page(viewer, id, form),
      to: () => `/protected-people/${id}/handover`,
      done: 'The answer is recorded',
    });
  }

  @Get('api/v1/protected-people/:id/handover')
  @May('view-protected-person')
  @ApiOperation({ summary: 'The last handover of a protected person to another force, for the two forces' })
  async read(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
  ): Promise<HandoverView & { id: string; perpetratorId: string | null; name: PersonName | null; dateOfBirth: LocalDate | null }> {
    const asked = await this.asked(viewer, id);
    const { perpetratorId, identity } = asked;
    return { id, ...handoverView(asked), perpetratorId, name: identity?.name ?? null, dateOfBirth: identity?.dateOfBirth ?? null };
  }

  @Post('api/v1/protected-people/:id/handover')
  @ApiOperation({ summary: 'Accept or decline to look after a protected person, or take the request back' })
  @ApiBody({ type: HandoverFields })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    await this.asked(viewer, id);
    return this.submissions.api({
      request,
      dto: HandoverFields,
      command: ({ answer, because = null }, act) => new AnswerHandover(id, answer, because, act),
      words: refusals,
      id: () => id,
    });
  }

  private async page(viewer: Viewer, id: string, form: FormView = newForm()): Promise<Page> {
    const asked = await this.asked(viewer, id);
    const { identity, perpetratorId, is, from, to } = asked;
    const keeper = is === 'accepted' ? to : from;
    return page('people/transfer-safeguarding/handover.page.njk', {
      form,
      title: 'Handover of a protected person',
      back: viewer.force === keeper ? { href: `/protected-people/${id}` } : { href: '/work' },
      words: handoverWords(asked),
      name: identity ? formalName(identity.name) : null,
      dateOfBirth: identity?.dateOfBirth ?? null,
      from: forceOf(from)?.fullName,
      perpetratorId,
      personHref: viewer.force === keeper ? `/protected-people/${id}` : null,
      mayAnswer: is === 'waiting' && may(viewer, 'record-protected-person') && viewer.force === to,
      mayWithdraw: is === 'waiting' && may(viewer, 'record-protected-person') && viewer.force === from,
      reasons: Object.entries(whyDeclinedNames).map(([value, text]) => ({ value, text })),
    });
  }

  private async asked(viewer: Viewer, id: string): Promise<AskedHandover> {
    const asked = await this.people.handover(viewer, id);
    if (!asked) throw new NotFoundException();
    return asked;
  }
}
