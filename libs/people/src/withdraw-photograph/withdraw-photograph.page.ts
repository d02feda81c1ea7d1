import { Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, KeptByForce, May, Watched } from '#access/module';
import { type FormView, newForm, page, type Page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import { standingPhotographs } from '../domain/photographs.js';
import { type PersonHeading, PersonHeadings } from '../perpetrator-record/person-heading.view.js';
import { photographView } from '../perpetrator-record/photograph.view.js';
import { WithdrawPhotograph } from './withdraw-photograph.command.js';
import { WithdrawPhotographFields, withdrawPhotographWords } from './withdraw-photograph.dto.js';

/** Taking back a photograph that was recorded in error. */
@ApiTags('people')
@Controller()
@May('record-person')
@Watched({ kind: 'perpetrator', param: 'id' })
export class WithdrawPhotographPage {
  constructor(
    private readonly submissions: Submissions,
    private readonly people: PersonHeadings,
  ) {}

  @Get('perpetrators/:id/photographs/:photographId/withdraw')
  @ApiExcludeEndpoint()
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Param('photographId') photographId: string): Promise<Page> {
    return form(await this.own(viewer, id, photographId), photographId, newForm());
  }

  @Post('perpetrators/:id/photographs/:photographId/withdraw')
  @ApiExcludeEndpoint()
  async submit(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('photographId') photographId: string,
    @Req() request: WebRequest,
  ): Promise<Page | Redirect> {
    const person = await this.own(viewer, id, photographId);
    return this.submissions.form({
      request,
      dto: WithdrawPhotographFields,
      command: ({ reason }, act) => new WithdrawPhotograph(id, photographId, reason, act),
      words: withdrawPhotographWords,
      show: (typed) => form(person, photographId, typed),
      to: () => `/perpetrators/${id}/photographs`,
      done: 'The photograph is withdrawn and its picture destroyed',
    });
  }

  @Post('api/v1/perpetrators/:id/photographs/:photographId/withdrawal')
  @ApiOperation({ summary: 'Withdraw a photograph that was recorded in error. The picture is destroyed.' })
  @ApiBody({ type: WithdrawPhotographFields })
  async answer(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('photographId') photographId: string,
    @Req() request: WebRequest,
  ): Promise<Recorded> {
    await this.own(viewer, id, photographId);
    return this.submissions.api({
      request,
      dto: WithdrawPhotographFields,
      command: ({ reason }, act) => new WithdrawPhotograph(id, photographId, reason, act),
      words: withdrawPhotographWords,
      id: () => photographId,
    });
  }

  /** @throws NotFoundException when the viewer may not know of the person, or there is no such photograph; KeptByForce for other forces */
  private async own(viewer: Viewer, id: string, photographId: string): Promise<PersonHeading> {
    const person = await this.people.of(viewer, id);
    if (!person.record.photographs.some((one) => one.photographId === photographId)) throw new NotFoundException();
    if (person.record.force !== viewer.force) throw new KeptByForce(person.record.force, 'this photograph');
    return person;
  }
}

function form(person: PersonHeading, photographId: string, typed: FormView): Page {
  const photograph = standingPhotographs(person.record.photographs).find((one) => one.photographId === photographId);
  return page('people/withdraw-photograph/withdraw-photograph.page.njk', {
    title: 'Withdraw a photograph',
    person,
    form: typed,
    photograph: photograph && photographView(person.record, photograph),
    back: { href: `/perpetrators/${person.id}/photographs`, text: 'Photographs' },
  });
}
