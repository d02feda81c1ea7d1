import { Controller, Get, Param, Post, Req, type Type } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { sectionTitles } from '../drafted-application/draft-words.js';
import { type SectionForm, SectionForms } from './section-forms.js';

/** The page and the API of one section: `/drafts/:id/<section>`. */
export function sectionPage(form: SectionForm): Type {
  const { section, dto } = form;

  @Controller()
  @ApiTags('applications')
  @May('record-application')
  class SectionPage {
    constructor(private readonly forms: SectionForms) {}

    @ApiExcludeEndpoint()
    @Get(`drafts/:id/${section}`)
    @Watched({ kind: 'application', param: 'id' })
    ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
      return this.forms.ask(form, { viewer, id, request });
    }

    @ApiExcludeEndpoint()
    @Post(`drafts/:id/${section}`)
    @Watched({ kind: 'application', param: 'id' })
    submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
      return this.forms.submit(form, { viewer, id, request });
    }

    @ApiOperation({
      operationId: `SectionPage_answer[${section}]`,
      summary: `Save the section "${sectionTitles[section]}" of an application in preparation. \`seen\` is its revision as it was read`,
    })
    @ApiBody({ type: dto })
    @Post(`api/v1/drafts/:id/${section}`)
    answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
      return this.forms.answer(form, { viewer, id, request });
    }
  }
  return SectionPage;
}
