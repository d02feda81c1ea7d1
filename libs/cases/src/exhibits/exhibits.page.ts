import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type FormView, newForm, page, type Page, type Redirect, type WebRequest } from '#pages';
import { Submissions, TakesFile } from '#pages/module';
import type { PlaceOfExhibits } from './exhibit-places.js';
import { ExhibitRecords } from './exhibit-records.query.js';
import { exhibitView, type ExhibitView } from './exhibit-view.js';
import { typesInWords } from './file-types.js';
import { OpenedExhibits, roomsOfPlaces } from './opened-exhibits.js';
import { newExhibitId, ReceiveExhibit } from './receive-exhibit.command.js';
import { ReceiveExhibitDto, receiveExhibitWords } from './receive-exhibit.dto.js';

const pages = Object.keys(roomsOfPlaces).map((room) => `${room}/:id/exhibits`);
const calls = pages.map((path) => `api/v1/${path}`);

/** The files of one record, and the form that adds one. */
@Controller()
@ApiTags('exhibits')
export class ExhibitsPage {
  constructor(
    private readonly opened: OpenedExhibits,
    private readonly records: ExhibitRecords,
    private readonly submissions: Submissions,
  ) {}

  @ApiExcludeEndpoint()
  @Get(pages)
  @May('view-exhibit')
  @Watched({ kind: 'exhibits', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.page(viewer, await this.opened.placeOf(viewer, request.routeOptions?.url, id), newForm());
  }

  @ApiExcludeEndpoint()
  @Post(pages)
  @May('record-exhibit')
  @Watched({ kind: 'exhibits', param: 'id' })
  @TakesFile()
  async submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    const place = await this.opened.placeOf(viewer, request.routeOptions?.url, id);
    return this.submissions.form({
      request,
      dto: ReceiveExhibitDto,
      words: receiveExhibitWords,
      command: ({ description }, act) => new ReceiveExhibit(place, description, request.upload ?? null, act),
      show: (typed) => this.page(viewer, place, typed),
      to: () => `${place.href}/exhibits`,
      done: 'The exhibit is recorded',
    });
  }

  @ApiOperation({ summary: 'The exhibits of a record, in the order in which they came' })
  @Get(calls)
  @May('view-exhibit')
  @Watched({ kind: 'exhibits', param: 'id' })
  async list(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<{ items: ExhibitView[] }> {
    return { items: await this.of(viewer, await this.opened.placeOf(viewer, request.routeOptions?.url, id)) };
  }

  @ApiOperation({ summary: 'Attach a file (multipart/form-data, fields `description` and `file`)' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ReceiveExhibitDto })
  @Post(calls)
  @May('record-exhibit')
  @TakesFile()
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    const place = await this.opened.placeOf(viewer, request.routeOptions?.url, id);
    return this.submissions.api({
      request,
      dto: ReceiveExhibitDto,
      words: receiveExhibitWords,
      command: ({ description }, act) => new ReceiveExhibit(place, description, request.upload ?? null, act),
      id: (act) => newExhibitId(act.commandId, place),
    });
  }

  private async of(viewer: Viewer, place: PlaceOfExhibits): Promise<ExhibitView[]> {
    return (await this.records.ofPlace(viewer, place)).map((row) => exhibitView(viewer, place, row));
  }

  private async page(viewer: Viewer, place: PlaceOfExhibits, form: FormView): Promise<Page> {
    const data = {
      title: 'Exhibits',
      caption: place.words,
      back: { href: place.page },
      form,
      types: typesInWords,
      peopleFirst: place.peopleFirst,
    };
    return page('cases/exhibits/exhibits.page.njk', { ...data, exhibits: await this.of(viewer, place) });
  }
}
