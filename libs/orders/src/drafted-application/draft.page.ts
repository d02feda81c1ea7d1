import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { force, may, type Viewer } from '#access';
import { CurrentViewer, May, Shown, ShownRecords, Watched } from '#access/module';
import { IdField, page, type Page, redirect, type Redirect } from '#pages';
import { Asks } from '#pages/module';
import { ApplicationDrafts, type DraftLine } from './application-drafts.query.js';
import { captionOf } from './draft-forms.js';
import { DraftContexts } from './draft-contexts.js';
import { type DraftView, draftView, type SectionView } from './draft-view.js';
import { nextAction, sectionGroups, stateWords as sectionStates } from './draft-words.js';
import { YouthRecords } from '../youth-record/youth-records.query.js';
import type { YouthView } from '../youth-record/youth-view.js';

class DraftsAsked {
  @IdField('against whom', { optional: true }) perpetrator?: string;
}

/** How far is the application, and what is left to do? */
@Controller()
@ApiTags('applications')
@May('view-order')
export class DraftPage {
  constructor(
    private readonly contexts: DraftContexts,
    private readonly drafts: ApplicationDrafts,
    private readonly youth: YouthRecords,
  ) {}

  @ApiExcludeEndpoint()
  @Get('drafts/:id')
  @Watched({ kind: 'application', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page | Redirect> {
    const head = await this.drafts.headOf(viewer, id);
    if (!head) throw new NotFoundException();
    if (head.state === 'filed') return redirect(`/applications/${id}`);
    if (head.force !== viewer.force) return ofAnotherForce(head);
    const context = await this.contexts.of(viewer, id);
    const view = draftView(context);
    const youth = await this.youth.ofDraft(viewer, context.draft);
    return page('orders/drafted-application/draft.page.njk', {
      title: 'Application for a stalking protection order',
      caption: captionOf(context),
      undecided: context.undecided,
      back: { href: `/perpetrators/${view.perpetratorId}`, text: context.respondent ?? 'Respondent' },
      draft: view,
      groups: [...groupsOf(view, may(viewer, 'record-application')), ...(youth ? [youthGroup(youth, view, viewer)] : [])],
      youth,
      isWriter: may(viewer, 'record-application'),
      mayTakeNext: may(viewer, view.state === 'authorisation-asked' ? 'authorise-application' : 'record-application'),
      actions: actionsFor(view, viewer),
    });
  }

  @ApiOperation({ summary: 'An application in preparation: its sections, how each stands, and its revision' })
  @Get('api/v1/drafts/:id')
  @Watched({ kind: 'application', param: 'id' })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<DraftView> {
    return draftView(await this.contexts.of(viewer, id));
  }

  @ApiOperation({
    summary: 'The applications your force is preparing, the longest untouched first; with `perpetrator`, those against one person',
  })
  @Get('api/v1/drafts')
  @Asks(DraftsAsked)
  @Watched({ kind: 'applications in preparation' })
  async list(@CurrentViewer() viewer: Viewer, @Shown() shown: ShownRecords, @Query('perpetrator') perpetrator?: string) {
    const found = perpetrator === undefined ? await this.drafts.open(viewer) : await this.drafts.against(viewer, perpetrator);
    shown.add(found.map(({ perpetratorId }) => perpetratorId));
    return { items: (await this.contexts.listed(viewer, found)).map(lineOf) };
  }
}

/** Other forces learn that there is an application in preparation, so that they can ask; what it says is the force's own until it is filed. */
function ofAnotherForce({
  perpetratorId,
  force: cjs,
  begunOn,
  state,
}: NonNullable<Awaited<ReturnType<ApplicationDrafts['headOf']>>>): Page {
  return page('orders/drafted-application/draft-of-another-force.page.njk', {
    title: 'An application in preparation',
    back: { href: `/perpetrators/${perpetratorId}` },
    forceName: force(cjs)?.name ?? cjs,
    begunOn,
    isAbandoned: state === 'abandoned',
  });
}

function lineOf({ nextStep, relies: _relied, ...row }: DraftLine) {
  return { ...row, next: nextStep && nextAction(nextStep, row.id) };
}

function groupsOf(view: DraftView, isWriter: boolean): readonly object[] {
  const byName = new Map(view.sections.map((one) => [one.section, one]));
  return sectionGroups.map(({ title, sections }) => ({
    title,
    items: sections.flatMap((section) => {
      const found = byName.get(section);
      return found ? [itemOf(found, isWriter && view.state !== 'abandoned' ? `/drafts/${view.id}/${section}` : null)] : [];
    }),
  }));
}

/** What is asked beside the sections where the respondent is under 18: it keeps nobody from filing, but who leaves it out says why. */
function youthGroup({ contacts, reporting }: YouthView, { id, state }: DraftView, viewer: Viewer): object {
  const own = `/applications/${id}/under-18`;
  const isOpen = state !== 'abandoned';
  const told = contacts.map(({ of, title, words, isOpen: isAsked }) => ({
    title: `${title} told`,
    ...standing(isAsked ? 'incomplete' : 'complete'),
    href: isOpen && may(viewer, 'add-to-application') ? `${own}/contact?of=${of}` : null,
    hint: words,
  }));
  const reported = {
    title: 'What may be reported',
    ...standing('complete'),
    href: isOpen && may(viewer, 'record-application') ? `${own}/reporting` : null,
    hint: reporting.heading,
  };
  return { title: 'Respondent under 18', items: [...told, reported] };
}

function standing(state: 'complete' | 'incomplete'): object {
  return { state, stateWords: sectionStates[state] };
}

function itemOf({ title, state, stateWords, missing }: SectionView, href: string | null): object {
  return { title, state, stateWords, href: state === 'cannot-start' ? null : href, missing: missing.length };
}

interface Action {
  readonly text: string;
  readonly href: string;
}

function actionsFor({ id, state, authorisation }: DraftView, viewer: Viewer): readonly Action[] {
  if (state === 'abandoned') return [];
  const draft = `/drafts/${id}`;
  const isWriter = may(viewer, 'record-application');
  const possible: readonly (Action & { readonly when: boolean })[] = [
    {
      text: 'Authorise or refuse',
      href: `${draft}/authorise`,
      when: may(viewer, 'authorise-application') && authorisation.is === 'requested',
    },
    { text: 'Read what is drafted', href: `${draft}/check`, when: !isWriter && may(viewer, 'view-protected-person') },
    { text: 'Add something that happened', href: `${draft}/acts/add`, when: may(viewer, 'add-to-application') },
    { text: 'Add a piece of evidence', href: `${draft}/evidence/add`, when: may(viewer, 'add-to-application') },
    { text: 'Give up this application', href: `${draft}/abandon`, when: isWriter },
  ];
  return possible.filter(({ when }) => when).map(({ text, href }) => ({ text, href }));
}
