import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { may, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { page, type Page } from '#pages';
import { YouthForms } from './youth-forms.js';
import type { YouthView } from './youth-view.js';

/** Who was told, how are they reached, and what may be reported? */
@Controller()
@ApiTags('applications')
@May('view-order')
export class YouthRecordPage {
  constructor(private readonly forms: YouthForms) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/under-18')
  @Watched({ kind: 'application', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    const { view, caption, force, isFiled } = await this.forms.find(viewer, id);
    if (!view) throw new NotFoundException();
    return page('orders/youth-record/youth-record.page.njk', {
      title: view.heading,
      caption,
      back: { href: isFiled ? `/applications/${id}` : `/drafts/${id}`, text: 'Back to the application' },
      applicationId: id,
      youth: view,
      mayTell: may(viewer, 'add-to-application') && force === viewer.force,
      maySay: may(viewer, 'record-application') && force === viewer.force,
    });
  }

  @ApiOperation({ summary: 'What is to be known of an application because its respondent is or was under 18' })
  @Get('api/v1/applications/:id/under-18')
  @Watched({ kind: 'application', param: 'id' })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<YouthView> {
    const { view } = await this.forms.find(viewer, id);
    if (!view) throw new NotFoundException();
    return view;
  }
}
