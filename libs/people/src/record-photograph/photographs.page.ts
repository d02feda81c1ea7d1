import { Controller, Get, GoneException, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExcludeEndpoint, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { may, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { FileMissing, SealedFiles } from '#event-store';
import { type FormView, newForm, page, type Page, Picture, type Recorded, type Redirect, type WebRequest } from '#pages';
import { Submissions, TakesFile } from '#pages/module';
import { photographPurpose, standingPhotographs } from '../domain/photographs.js';
import { PerpetratorRecords } from '../perpetrator-record/perpetrator-record.query.js';
import { type PersonHeading, PersonHeadings } from '../perpetrator-record/person-heading.view.js';
import { photographView, type PhotographView, sourceNames } from '../perpetrator-record/photograph.view.js';
import { newPhotographId, RecordPhotograph } from './record-photograph.command.js';
import { PhotographFields, photographSources, recordPhotographWords } from './record-photograph.dto.js';
import { fewestPixels, mostMegabytes } from './taken-picture.js';

/** The photographs on one force's record of a person, the pictures themselves, and the form that adds one. */
@ApiTags('people')
@Controller()
@May('view-person')
export class PhotographsPage {
  constructor(
    private readonly submissions: Submissions,
    private readonly people: PersonHeadings,
    private readonly records: PerpetratorRecords,
    private readonly files: SealedFiles,
  ) {}

  @Get('perpetrators/:id/photographs')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'perpetrator', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, id, newForm());
  }

  @Post('perpetrators/:id/photographs')
  @ApiExcludeEndpoint()
  @May('record-person')
  @Watched({ kind: 'perpetrator', param: 'id' })
  @TakesFile()
  async submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    await this.people.of(viewer, id);
    return this.submissions.form({
      request,
      dto: PhotographFields,
      command: ({ source, takenOn }, act) => new RecordPhotograph(id, { source, takenOn: takenOn ?? null }, request.upload ?? null, act),
      words: recordPhotographWords,
      show: (form) => this.page(viewer, id, form),
      to: () => `/perpetrators/${id}/photographs`,
      done: 'The photograph is added',
    });
  }

  @Get('api/v1/perpetrators/:id/photographs')
  @ApiOperation({ summary: 'The photographs on a record, the newest first, without those withdrawn' })
  @Watched({ kind: 'perpetrator', param: 'id' })
  async list(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<{ items: PhotographView[] }> {
    return { items: photographsOf(await this.people.of(viewer, id)) };
  }

  @Post('api/v1/perpetrators/:id/photographs')
  @ApiOperation({ summary: 'Add a photograph, JPEG or PNG (multipart/form-data, fields `source`, `takenOn` and `file`)' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: PhotographFields })
  @May('record-person')
  @Watched({ kind: 'perpetrator', param: 'id' })
  @TakesFile()
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    await this.people.of(viewer, id);
    return this.submissions.api({
      request,
      dto: PhotographFields,
      command: ({ source, takenOn }, act) => new RecordPhotograph(id, { source, takenOn: takenOn ?? null }, request.upload ?? null, act),
      words: recordPhotographWords,
      id: (act) => newPhotographId(act.commandId),
    });
  }

  /** The look is in the access log before a byte goes out. */
  @Get(['perpetrators/:id/photographs/:photographId', 'api/v1/perpetrators/:id/photographs/:photographId'])
  @ApiOperation({ summary: 'The picture' })
  @ApiProduces('image/jpeg', 'image/png')
  @Watched({ kind: 'photograph', param: 'id' })
  async picture(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Param('photographId') photographId: string): Promise<Picture> {
    const record = await this.records.byId(viewer, id);
    if (!record) throw new NotFoundException();
    if (record.is === 'erased') throw new GoneException();
    const photograph = record.photographs.find((one) => one.photographId === photographId);
    if (!photograph) throw new NotFoundException();
    const bytes = photograph.withdrawn ? null : await this.bytes(photograph.contentId);
    if (!bytes) throw new GoneException();
    return new Picture(photograph.mediaType, bytes);
  }

  /** Null also where they were removed and the record does not show yet that it was withdrawn. */
  private async bytes(contentId: string): Promise<Buffer | null> {
    try {
      return await this.files.read(photographPurpose, contentId);
    } catch (error) {
      if (error instanceof FileMissing) return null;
      throw error;
    }
  }

  private async page(viewer: Viewer, id: string, form: FormView): Promise<Page> {
    const person = await this.people.of(viewer, id);
    const isOurs = person.record.force === viewer.force;
    return page('people/record-photograph/photographs.page.njk', {
      title: 'Photographs',
      person,
      form,
      back: { href: `/perpetrators/${id}` },
      photographs: photographsOf(person),
      sources: photographSources.map((value) => ({ value, text: sourceWords[value] ?? sourceNames[value] })),
      mayRecord: may(viewer, 'record-person') && isOurs,
      most: mostMegabytes,
      fewest: fewestPixels,
    });
  }
}

const sourceWords: Readonly<Record<string, string>> = {
  custody: 'Custody',
  passport: 'Passport',
  'social-media': 'Social media',
  other: 'Somewhere else',
};

function photographsOf({ record }: PersonHeading): PhotographView[] {
  return standingPhotographs(record.photographs).map((one) => photographView(record, one));
}
