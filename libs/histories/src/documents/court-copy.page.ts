import { Controller, ForbiddenException, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { AccessLog, CurrentViewer, May, Watched } from '#access/module';
import { Download, FormView, newForm, type Page, page, readForm, type WebRequest, Problem } from '#pages';
import { CourtCopyDto, courtCopyReasons } from './court-copy.dto.js';
import { CourtPacks, type MadePack } from './court-packs.query.js';
import { fileOf } from './pack-files.js';
import { problemsIn } from './pack-problems.js';

/** The court’s own copy of a pack, with words that tell where a protected person is: for the legal team, each time for a reason that is logged. */
@Controller()
@ApiTags('documents')
@May('record-application')
export class CourtCopyPage {
  constructor(
    private readonly packs: CourtPacks,
    private readonly log: AccessLog,
  ) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/pack/court-copy')
  @Watched({ kind: 'application-pack', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Query('of') of: unknown): Promise<Page> {
    const made = await this.made(viewer, id, of === 'since');
    return asking(made, id, newForm({ of: of === 'since' ? 'since' : 'filed' }));
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/pack/court-copy')
  @HttpCode(200)
  async make(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Download> {
    const reading = readForm(CourtCopyDto, request.body);
    const made = await this.made(viewer, id, reading.ok && reading.value.of === 'since');
    if (!reading.ok) {
      const { template, data } = asking(made, id, new FormView(reading.values, reading.errors));
      return page(template, data, { status: 400 });
    }
    const { reason, format } = reading.value;
    // Written down before anything goes out.
    await this.log.record({
      ...{ viewer, kind: 'application-pack-confidential', subject: id, route: request.routeOptions?.url ?? '' },
      ...{ reason: courtCopyReasons[reason], terms: null, correlationId: request.id },
    });
    return fileOf(made.courtPaper, `confidential-court-copy-${id.slice(0, 8)}`, format);
  }

  /** A draft is mended instead: there is no court’s copy of it. */
  private async made(viewer: Viewer, id: string, since: boolean): Promise<MadePack> {
    const made = await this.packs.make(viewer, id, new Set(), since);
    if (viewer.role !== 'legal') throw new ForbiddenException();
    if (!made.pack.isFiled) throw Problem.of(403, 'There is no court’s copy of a draft', draftMended);
    return made;
  }
}

const draftMended = 'A draft has no court’s copy: take the words that tell where somebody is out of the draft, or file it first';

function asking({ pack, leaks }: MadePack, id: string, form: FormView): Page {
  return page('histories/documents/court-copy.page.njk', {
    title: 'The court’s copy of the pack',
    respondent: pack.respondent.name,
    back: { href: `/applications/${id}/pack`, text: 'Application pack' },
    form,
    problems: problemsIn(leaks),
    reasons: Object.entries(courtCopyReasons).map(([value, text]) => ({ value, text })),
  });
}
