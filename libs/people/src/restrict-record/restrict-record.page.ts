import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { may, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type FormView, newForm, type Page, page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import { ChangeReaders } from '../change-readers/change-readers.command.js';
import { LiftRestriction } from '../lift-restriction/lift-restriction.command.js';
import { PersonHeadings } from '../perpetrator-record/person-heading.view.js';
import { refusals } from '../perpetrator-record/refusals.js';
import { userNamesIn } from '../record-perpetrator/person.dto.js';
import { Readers } from './readers.service.js';
import { RestrictRecord } from './restrict-record.command.js';
import { bases, LiftFields, ReadersFields, RestrictionFields } from './restrict-record.dto.js';

/** Restricting a record, naming its readers and lifting the restriction. */
@ApiTags('people')
@Controller()
@May('restrict-record')
@Watched({ kind: 'perpetrator', param: 'id' })
export class RestrictRecordPage {
  constructor(
    private readonly submissions: Submissions,
    private readonly people: PersonHeadings,
    private readonly readers: Readers,
  ) {}

  @Get('perpetrators/:id/restriction')
  @ApiExcludeEndpoint()
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, id, {});
  }

  @Post('perpetrators/:id/restriction')
  @ApiExcludeEndpoint()
  restrict(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.submissions.form({
      request,
      dto: RestrictionFields,
      command: ({ basis, readers }, act) => new RestrictRecord(id, basis, userNamesIn(readers), act),
      words: refusals,
      show: (form) => this.page(viewer, id, { form }),
      to: () => `/perpetrators/${id}/restriction`,
      done: 'The record is restricted',
    });
  }

  @Post('perpetrators/:id/restriction/readers')
  @ApiExcludeEndpoint()
  changeReaders(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.submissions.form({
      request,
      dto: ReadersFields,
      command: ({ readers }, act) => new ChangeReaders(id, administers(viewer), userNamesIn(readers), act),
      words: refusals,
      show: (form) => this.page(viewer, id, { form }),
      // Whoever took themselves off the list cannot open the record any more.
      to: () => '/search',
      done: 'The readers are changed',
    });
  }

  @Post('perpetrators/:id/restriction/lift')
  @ApiExcludeEndpoint()
  lift(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.submissions.form({
      request,
      dto: LiftFields,
      command: ({ reason }, act) => new LiftRestriction(id, administers(viewer), reason, act),
      words: refusals,
      show: (lifting) => this.page(viewer, id, { lifting }),
      to: () => `/perpetrators/${id}`,
      done: 'The restriction is lifted',
    });
  }

  @Post('api/v1/perpetrators/:id/restriction')
  @ApiOperation({ summary: 'Restrict a record to its named readers' })
  @ApiBody({ type: RestrictionFields })
  async restrictByApi(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    await this.people.of(viewer, id);
    return this.submissions.api({
      request,
      dto: RestrictionFields,
      command: ({ basis, readers }, act) => new RestrictRecord(id, basis, userNamesIn(readers), act),
      words: refusals,
      id: () => id,
    });
  }

  @Post('api/v1/perpetrators/:id/restriction/readers')
  @ApiOperation({ summary: 'Name all who may read a restricted record' })
  @ApiBody({ type: ReadersFields })
  async changeReadersByApi(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    await this.people.of(viewer, id);
    return this.submissions.api({
      request,
      dto: ReadersFields,
      command: ({ readers }, act) => new ChangeReaders(id, administers(viewer), userNamesIn(readers), act),
      words: refusals,
      id: () => id,
    });
  }

  @Post('api/v1/perpetrators/:id/restriction/lift')
  @ApiOperation({ summary: 'Lift the restriction of a record' })
  @ApiBody({ type: LiftFields })
  async liftByApi(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    await this.people.of(viewer, id);
    return this.submissions.api({
      request,
      dto: LiftFields,
      command: ({ reason }, act) => new LiftRestriction(id, administers(viewer), reason, act),
      words: refusals,
      id: () => id,
    });
  }

  private async page(viewer: Viewer, id: string, forms: { readonly form?: FormView; readonly lifting?: FormView }): Promise<Page> {
    const person = await this.people.of(viewer, id);
    const { restriction } = person.record;
    const named = restriction ? await this.readers.named(restriction.readers) : [];
    const back = { href: `/perpetrators/${id}` };
    const { form, lifting } = forms;
    const readers = named.map(({ userName }) => userName).join('\n');
    return page('people/restrict-record/restrict-record.page.njk', {
      // The page's error summary is that of `form`, whichever of the two was sent.
      form: lifting ?? form ?? newForm(restriction ? { readers } : {}),
      readersForm: lifting ? newForm({ readers }) : undefined,
      liftForm: lifting ?? newForm(),
      person,
      named,
      basis: bases.find(({ value }) => value === restriction?.basis)?.text,
      bases,
      title: restriction ? 'Restricted record' : 'Restrict this record',
      back,
    });
  }
}

/** Whether the viewer looks after the restricted records of their force without being a reader. */
function administers(viewer: Viewer): boolean {
  return may(viewer, 'manage-users') && may(viewer, 'restrict-record');
}
