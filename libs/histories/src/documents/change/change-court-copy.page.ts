import { Controller, ForbiddenException, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { AccessLog, CurrentViewer, May, Watched } from '#access/module';
import { ChoiceField, Download, FormView, newForm, type Page, page, readForm, type WebRequest } from '#pages';
import { courtCopyReasons } from '../court-copy.dto.js';
import { fileOf } from '../pack-files.js';
import { problemsIn } from '../pack-problems.js';
import { ChangePacks, type MadeChangePack } from './change-packs.query.js';

/** Why a court needs what the respondent must not read. Codes: nobody is named in the access log. */
const reasons = { 'views-asked-for': 'The court is to know what the people it protects say', ...courtCopyReasons } as const;

/** What is asked before the court's own copy is made. */
export class ChangeCourtCopyDto {
  @ChoiceField('why the court needs the words', Object.keys(reasons)) reason: keyof typeof reasons;
  @ChoiceField('the file', ['pdf', 'docx']) format: 'pdf' | 'docx';
}

/** The court’s own copy of the papers of a change, with what the protected people say: for the legal team, each time for a reason that is logged. */
@Controller()
@ApiTags('documents')
@May('vary-order')
export class ChangeCourtCopyPage {
  constructor(
    private readonly packs: ChangePacks,
    private readonly log: AccessLog,
  ) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/proposals/:proposalId/pack/court-copy')
  @Watched({ kind: 'order', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Param('proposalId') proposalId: string): Promise<Page> {
    return asking(await this.made(viewer, id, proposalId), `/orders/${id}/proposals/${proposalId}/pack`, newForm());
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/proposals/:proposalId/pack/court-copy')
  @HttpCode(200)
  async make(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('proposalId') proposalId: string,
    @Req() request: WebRequest,
  ): Promise<Page | Download> {
    const reading = readForm(ChangeCourtCopyDto, request.body);
    const made = await this.made(viewer, id, proposalId);
    if (!reading.ok) {
      const { template, data } = asking(made, `/orders/${id}/proposals/${proposalId}/pack`, new FormView(reading.values, reading.errors));
      return page(template, data, { status: 400 });
    }
    const { reason, format } = reading.value;
    // Written down before anything goes out.
    await this.log.record({
      ...{ viewer, kind: 'application-pack-confidential', subject: id, route: request.routeOptions?.url ?? '' },
      ...{ reason: reasons[reason], terms: null, correlationId: request.id },
    });
    return fileOf(made.courtPaper, `confidential-court-copy-${proposalId.slice(0, 8)}`, format);
  }

  private async made(viewer: Viewer, id: string, proposalId: string): Promise<MadeChangePack> {
    const made = await this.packs.make(viewer, id, proposalId, new Set());
    if (viewer.role !== 'legal') throw new ForbiddenException();
    return made;
  }
}

function asking({ pack, leaks }: MadeChangePack, base: string, form: FormView): Page {
  return page('histories/documents/court-copy.page.njk', {
    title: 'The court’s copy of the papers',
    respondent: pack.respondent.name,
    back: { href: base, text: 'Papers' },
    form,
    problems: problemsIn(leaks),
    holdsViews: true,
    reasons: Object.entries(reasons).map(([value, text]) => ({ value, text })),
  });
}
