import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type FormView, newForm, type Page, page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import { PersonHeadings } from '../perpetrator-record/person-heading.view.js';
import { refusals } from '../perpetrator-record/refusals.js';
import { NameFields, nameIn } from '../record-perpetrator/person.dto.js';
import { AddAlias, newAliasId } from './add-alias.command.js';

@ApiTags('people')
@Controller()
@May('record-person')
@Watched({ kind: 'perpetrator', param: 'id' })
export class AddAliasPage {
  constructor(
    private readonly submissions: Submissions,
    private readonly people: PersonHeadings,
  ) {}

  @Get('perpetrators/:id/aliases/new')
  @ApiExcludeEndpoint()
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, id);
  }

  @Post('perpetrators/:id/aliases/new')
  @ApiExcludeEndpoint()
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.submissions.form({
      request,
      dto: NameFields,
      command: (fields, act) => new AddAlias(id, nameIn(fields), act),
      words: refusals,
      show: (form) => this.page(viewer, id, form),
      to: () => `/perpetrators/${id}`,
      done: 'The name is added',
    });
  }

  @Post('api/v1/perpetrators/:id/aliases')
  @ApiOperation({ summary: 'Add another name' })
  @ApiBody({ type: NameFields })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    await this.people.of(viewer, id);
    return this.submissions.api({
      request,
      dto: NameFields,
      command: (fields, act) => new AddAlias(id, nameIn(fields), act),
      words: refusals,
      id: (act) => newAliasId(act.commandId),
    });
  }

  private async page(viewer: Viewer, id: string, form: FormView = newForm()): Promise<Page> {
    const person = await this.people.of(viewer, id);
    return page('people/add-alias/add-alias.page.njk', {
      form,
      person,
      title: 'Add another name',
      back: { href: `/perpetrators/${id}` },
    });
  }
}
