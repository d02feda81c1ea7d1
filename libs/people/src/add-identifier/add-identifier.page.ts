import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type FormView, newForm, type Page, page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import { PersonHeadings } from '../perpetrator-record/person-heading.view.js';
import { refusals } from '../perpetrator-record/refusals.js';
import { IdentifierFields, identifierIn, schemes } from '../record-perpetrator/person.dto.js';
import { AddIdentifier, newIdentifierId } from './add-identifier.command.js';

@ApiTags('people')
@Controller()
@May('record-person')
@Watched({ kind: 'perpetrator', param: 'id' })
export class AddIdentifierPage {
  constructor(
    private readonly submissions: Submissions,
    private readonly people: PersonHeadings,
  ) {}

  @Get('perpetrators/:id/identifiers/new')
  @ApiExcludeEndpoint()
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, id);
  }

  @Post('perpetrators/:id/identifiers/new')
  @ApiExcludeEndpoint()
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.submissions.form({
      request,
      dto: IdentifierFields,
      command: (fields, act) => new AddIdentifier(id, identifierIn(fields), act),
      words: refusals,
      show: (form) => this.page(viewer, id, form),
      to: () => `/perpetrators/${id}`,
      done: 'The number is added',
    });
  }

  @Post('api/v1/perpetrators/:id/identifiers')
  @ApiOperation({ summary: 'Add a number' })
  @ApiBody({ type: IdentifierFields })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    await this.people.of(viewer, id);
    return this.submissions.api({
      request,
      dto: IdentifierFields,
      command: (fields, act) => new AddIdentifier(id, identifierIn(fields), act),
      words: refusals,
      id: (act) => newIdentifierId(act.commandId),
    });
  }

  private async page(viewer: Viewer, id: string, form: FormView = newForm()): Promise<Page> {
    const person = await this.people.of(viewer, id);
    return page('people/add-identifier/add-identifier.page.njk', {
      form,
      person,
      title: 'Add a number',
      back: { href: `/perpetrators/${id}` },
      schemes,
    });
  }
}
