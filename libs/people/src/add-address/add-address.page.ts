import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type FormView, newForm, type Page, page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import { PersonHeadings } from '../perpetrator-record/person-heading.view.js';
import { refusals } from '../perpetrator-record/refusals.js';
import { addressIn, DatedAddressFields } from '../record-perpetrator/person.dto.js';
import { AddAddress, newAddressId } from './add-address.command.js';

@ApiTags('people')
@Controller()
@May('record-person')
@Watched({ kind: 'perpetrator', param: 'id' })
export class AddAddressPage {
  constructor(
    private readonly submissions: Submissions,
    private readonly people: PersonHeadings,
  ) {}

  @Get('perpetrators/:id/addresses/new')
  @ApiExcludeEndpoint()
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, id);
  }

  @Post('perpetrators/:id/addresses/new')
  @ApiExcludeEndpoint()
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.submissions.form({
      request,
      dto: DatedAddressFields,
      command: (fields, act) => new AddAddress(id, { from: fields.from ?? null, address: addressIn(fields) }, act),
      words: refusals,
      show: (form) => this.page(viewer, id, form),
      to: () => `/perpetrators/${id}`,
      done: 'The address is added',
    });
  }

  @Post('api/v1/perpetrators/:id/addresses')
  @ApiOperation({ summary: 'Add an address' })
  @ApiBody({ type: DatedAddressFields })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    await this.people.of(viewer, id);
    return this.submissions.api({
      request,
      dto: DatedAddressFields,
      command: (fields, act) => new AddAddress(id, { from: fields.from ?? null, address: addressIn(fields) }, act),
      words: refusals,
      id: (act) => newAddressId(act.commandId),
    });
  }

  private async page(viewer: Viewer, id: string, form: FormView = newForm()): Promise<Page> {
    const person = await this.people.of(viewer, id);
    return page('people/add-address/add-address.page.njk', {
      form,
      person,
      title: 'Add an address',
      back: { href: `/perpetrators/${id}` },
    });
  }
}
