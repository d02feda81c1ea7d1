import { Injectable } from '@nestjs/common';
import { force, type Viewer } from '#access';
import {
  FormView,
  isRecord,
  isUuid,
  newCommandId,
  newForm,
  page,
  type Page,
  redirect,
  type Redirect,
  Submissions,
  type WebRequest,
  type Words,
} from '#pages';
import { ProtectedPeople } from '#people/module';
import type { DraftContents, WrittenSection } from '../domain/application-draft/contents.js';
import { contentIn } from '../domain/application-draft/missing.js';
import { standingOf } from '../domain/application-draft/sections.js';
import { type DraftContext, DraftContexts } from '../drafted-application/draft-contexts.js';
import { captionOf } from '../drafted-application/draft-forms.js';
import { missingField, missingWords, sectionTitles } from '../drafted-application/draft-words.js';
import * as words from '../order-record/words.js';
import { SectionChanges } from './section-changes.query.js';
import type { SectionDto } from './section.dto.js';
import { WriteSection } from './write-section.command.js';
import { sectionWords } from './write-section.words.js';

/** One section's form: what each section says of itself. */
export interface SectionForm<Section extends WrittenSection = WrittenSection> {
  readonly section: Section;
  /** Addressed from `libs/`. */
  readonly template: string;
  readonly dto: new () => SectionDto;
  /** What stands in the form for what the section says. */
  readonly filled: (content: DraftContents[Section], context: DraftContext) => Readonly<Record<string, unknown>>;
  /** What else the page shows. */
  readonly data?: (context: DraftContext) => object;
}

/** Who asks, about which draft. */
export interface Asking {
  readonly viewer: Viewer;
  readonly id: string;
  readonly request: WebRequest;
}

/** Shows and saves the sections of a draft. Whoever saves after somebody else gets the page back with both, and decides. */
@Injectable()
export class SectionForms {
  constructor(
    private readonly contexts: DraftContexts,
    private readonly changes: SectionChanges,
    private readonly people: ProtectedPeople,
    private readonly submissions: Submissions,
  ) {}

  async ask(form: SectionForm, { viewer, id }: Asking): Promise<Page | Redirect> {
    const context = await this.contexts.of(viewer, id);
    if (context.row.state === 'filed' || context.row.state === 'abandoned') return redirect(`/drafts/${id}`);
    const { section } = form;
    const seen = context.draft.sections[section]?.revision ?? 0;
    return this.show(form, viewer, context, newForm({ ...form.filled(contentIn(context.draft, section), context), seen }));
  }

  async submit(form: SectionForm, { viewer, id, request }: Asking): Promise<Page | Redirect> {
    const context = await this.contexts.of(viewer, id);
    const body = isRecord(request.body) ? request.body : {};
    // "Add another" is a submit button of the form, so that it works without JavaScript: the same form comes back with one more blank row.
    if (body['_add']) return this.show(form, viewer, context, asTyped(body), true);
    return this.submissions.form({
      request,
      dto: form.dto,
      words: this.words(form),
      command: (details, act) => new WriteSection(id, details.written(act.commandId), details.over ?? details.seen, viewer.role, act),
      show: (typed) => this.show(form, viewer, context, typed),
      to: () => `/drafts/${id}`,
      done: `${sectionTitles[form.section]}: saved`,
    });
  }

  async answer(form: SectionForm, { viewer, id, request }: Asking): Promise<{ id: string; recorded: boolean }> {
    await this.contexts.of(viewer, id);
    return this.submissions.api({
      request,
      dto: form.dto,
      words: this.words(form),
      command: (details, act) => new WriteSection(id, details.written(act.commandId), details.over ?? details.seen, viewer.role, act),
      answer: ({ position }) => ({ id, recorded: position !== null }),
    });
  }

  private words({ section }: SectionForm): Words<SectionDto> {
    return sectionWords(section);
  }

  private async show(form: SectionForm, viewer: Viewer, context: DraftContext, typed: FormView, adding = false): Promise<Page> {
    const { draft, around } = context;
    const { section } = form;
    const seen = Number(typed.text('seen'));
    const changes =
      typed.errors.length > 0 && Number.isInteger(seen)
        ? await this.changes.since(draft.applicationId, section, seen, context.speaking)
        : null;
    const { state, missing, waitsFor } = standingOf(draft, section, around);
    return page(form.template, {
      title: sectionTitles[section],
      caption: captionOf(context),
      back: { href: `/drafts/${draft.applicationId}`, text: 'Back to the application' },
      form: typed,
      adding,
      section,
      changes,
      words,
      state,
      isBegun: draft.sections[section] !== undefined,
      needed: missing.map((part) => ({ text: missingWords[part], href: `#${missingField[part]}` })),
      waitsFor: waitsFor.map((one) => ({ text: sectionTitles[one], href: `/drafts/${draft.applicationId}/${one}` })),
      perpetratorId: draft.perpetratorId,
      draftId: draft.applicationId,
      forceName: force(draft.force)?.name ?? draft.force,
      people: await this.nameable(viewer, draft.perpetratorId),
      ...form.data?.(context),
    });
  }

  private async nameable(viewer: Viewer, perpetratorId: string): Promise<readonly { value: string; text: string }[]> {
    const known = await this.people.protectedFrom(viewer, perpetratorId);
    const standing = known.filter(({ isErased }) => !isErased);
    return standing.map(({ id, name, letter }) => ({ value: id, text: name ?? `Protected person ${letter}` }));
  }
}

function asTyped(body: Readonly<Record<string, unknown>>): FormView {
  const values = Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('_')));
  return new FormView(values, [], isUuid(body['_command']) ? body['_command'] : newCommandId());
}
