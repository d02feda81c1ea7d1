import { Injectable } from '@nestjs/common';
import { force, type Viewer } from '#access';
import {
  type FieldError,
  FormView,
  inputId,
  isRecord,
  isUuid,
  newCommandId,
  newForm,
  page,
  type Page,
  readForm,
  type Recorded,
  redirect,
  Redirect,
  Submissions,
  type WebRequest,
  type Words,
} from '#pages';
import { ProtectedPeople } from '#people/module';
import type { DraftContents, WrittenSection } from '../domain/application-draft/contents.js';
import { namedIn } from '../domain/application-draft/draft.js';
import { contentIn } from '../domain/application-draft/missing.js';
import { unnamed } from '../domain/condition-library.js';
import { needsLook, standingOf } from '../domain/application-draft/sections.js';
import { type DraftContext, DraftContexts } from '../drafted-application/draft-contexts.js';
import { draftingOf } from '../drafted-application/drafting.js';
import { DraftFindings } from '../drafted-application/draft-findings.js';
import { captionOf } from '../drafted-application/draft-forms.js';
import { sectionTitles } from '../drafted-application/draft-words.js';
import { errandsOf } from '../drafted-application/errands.js';
import { choicesFor } from '../forms-about/choices.js';
import { DraftsBeside } from '../order-draft/drafts-beside.query.js';
import { afterButton, asked, type Asked, rowsAt, typedClauses } from '../order-draft/rows.js';
import * as words from '../order-record/words.js';
import { asTyped, knownAgain, placeIn, savable as savableOf, saysAnything } from './save-what-can-be.js';
import { type ChangesSince, SectionChanges } from './section-changes.query.js';
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
  /** What stands in the form while nobody has saved the section: what the record knows already. Nothing of it is said until it is saved. */
  readonly begins?: (context: DraftContext) => Readonly<Record<string, unknown>>;
  /** What else the page shows. */
  readonly data?: (context: DraftContext) => object;
}

interface Choice {
  readonly value: string;
  readonly text: string;
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
    private readonly draftsBeside: DraftsBeside,
    private readonly findings: DraftFindings,
    private readonly submissions: Submissions,
  ) {}

  async ask(form: SectionForm, { viewer, id, request }: Asking): Promise<Page | Redirect> {
    const context = await this.contexts.of(viewer, id);
    if (context.row.state === 'filed' || context.row.state === 'abandoned') return redirect(`/drafts/${id}`);
    const { section } = form;
    const seen = context.draft.sections[section]?.revision ?? 0;
    const begun = seen === 0 ? form.begins?.(context) : undefined;
    const filled = newForm({ ...form.filled(contentIn(context.draft, section), context), ...begun, seen });
    const meant = await this.meant(form, context, isRecord(request.query) ? request.query['mend'] : undefined);
    return this.show(form, viewer, context, meant ? new FormView(filled.values, [meant], filled.commandId) : filled);
  }

  /** What a link from a check means: the input is marked, and its row stands open. Null once it is put right. */
  private async meant({ section }: SectionForm, { viewer, draft, around }: DraftContext, path: unknown): Promise<FieldError | null> {
    if (typeof path !== 'string') return null;
    const href = `#${inputId(path)}`;
    const errand = standingOf(draft, section, around)
      .missing.flatMap((part) => errandsOf(draft, part))
      .find((one) => one.path === path);
    const finding =
      errand ?? (await this.findings.of(viewer, draft.applicationId)).find((one) => one.href?.endsWith(`/${section}?mend=${path}${href}`));
    return finding ? { field: path, href, text: finding.text } : null;
  }

  async submit(form: SectionForm, { viewer, id, request }: Asking): Promise<Page | Redirect> {
    const context = await this.contexts.of(viewer, id);
    const body = isRecord(request.body) ? request.body : {};
    // Buttons such as "Add another" send the form, so that they work without JavaScript: the same form comes back with one more row.
    const button = asked(body);
    if (button) return this.show(form, viewer, context, asSent(body), button);
    if (form.section === 'conditions') return this.saveWhatCanBe(form, context, { viewer, id, request });
    return this.save(form, { viewer, id, request }, body, (typed) => this.show(form, viewer, context, typed));
  }

  /** Conditions are many and long: those that are right are saved, and the others come back with what is wrong in them. */
  private async saveWhatCanBe(form: SectionForm, context: DraftContext, asking: Asking): Promise<Page | Redirect> {
    const body = isRecord(asking.request.body) ? asking.request.body : {};
    const reading = readForm(form.dto, body);
    const stored = form.filled(contentIn(context.draft, form.section), context);
    let wrong: readonly FieldError[] = reading.ok ? [] : reading.errors;
    let told = new FormView(reading.values, wrong, asSent(body).commandId);
    let status = 400;
    for (;;) {
      const savable = savableOf(reading.values, wrong, stored);
      if (wrong.length > 0 && !saysAnything(savable)) return this.comesBack(form, context, told, status);
      const answer = await this.save(form, asking, { ...savable.values, _command: body['_command'] }, (typed) => {
        told = typed;
        return page(form.template, {});
      });
      if (answer instanceof Redirect)
        return wrong.length === 0 ? answer : this.partlySaved(form, asking, new FormView(reading.values, wrong), savable.places, status);
      const found = asTyped(told.errors, savable.places);
      const more = found.filter(({ field }) => placeIn(field) !== null && wrong.every((one) => placeIn(one.field) !== placeIn(field)));
      told = new FormView(reading.values, [...wrong, ...found], told.commandId);
      if (more.length === 0) return this.comesBack(form, context, told, answer.status);
      wrong = [...wrong, ...more];
      status = answer.status;
    }
  }

  /** The form with everything that was typed; what was saved of it is known again by its id, and under the revision it has now. */
  private async partlySaved(
    form: SectionForm,
    { viewer, id }: Asking,
    typed: FormView,
    places: readonly number[],
    status: number,
  ): Promise<Page> {
    const context = await this.contexts.of(viewer, id);
    const { draft } = context;
    const saved = rowsAt(form.filled(contentIn(draft, form.section), context), 'conditions');
    const values = {
      ...typed.values,
      conditions: knownAgain(typed.values, places, saved),
      seen: draft.sections[form.section]?.revision ?? 0,
    };
    return this.comesBack(form, context, new FormView(values, typed.errors), status, true);
  }

  private async comesBack(form: SectionForm, context: DraftContext, typed: FormView, status: number, isPartlySaved = false): Promise<Page> {
    const shown = await this.show(form, context.viewer, context, typed);
    return page(shown.template, { ...shown.data, isPartlySaved }, { status });
  }

  private save(
    form: SectionForm,
    { viewer, id, request }: Asking,
    body: unknown,
    show: (typed: FormView) => Page | Promise<Page>,
  ): Promise<Page | Redirect> {
    return this.submissions.form({
      request,
      body,
      dto: form.dto,
      words: this.words(form),
      command: (details, act) => new WriteSection(id, details.written(act.commandId), details.over ?? details.seen, viewer.role, act),
      show,
      to: () => `/drafts/${id}`,
      done: `${sectionTitles[form.section]}: saved`,
    });
  }

  async answer(form: SectionForm, { viewer, id, request }: Asking): Promise<Recorded> {
    await this.contexts.of(viewer, id);
    return this.submissions.api({
      request,
      dto: form.dto,
      words: this.words(form),
      command: (details, act) => new WriteSection(id, details.written(act.commandId), details.over ?? details.seen, viewer.role, act),
      id: () => id,
    });
  }

  private words({ section }: SectionForm): Words<SectionDto> {
    return sectionWords(section);
  }

  private async show(
    form: SectionForm,
    viewer: Viewer,
    context: DraftContext,
    typed: FormView,
    button: Asked | null = null,
  ): Promise<Page> {
    const { draft, around } = context;
    const { section } = form;
    const people = await this.nameable(context);
    const { protectedPersonIds } = contentIn(draft, 'people');
    const calling = {
      person: (id: string) => people.find(({ value }) => value === id)?.text ?? unnamed.person(id),
      and: 'or' as const,
      several: protectedPersonIds.length > 1,
    };
    const shown = button ? new FormView(afterButton(typed.values, button, calling), typed.errors, typed.commandId) : typed;
    const { state, missing, waitsFor } = standingOf(draft, section, around);
    const address = `/drafts/${draft.applicationId}`;
    return page(form.template, {
      ...{
        title: sectionTitles[section],
        caption: captionOf(context),
        undecided: context.undecided,
        back: { href: address, text: 'Back to the application' },
      },
      ...{ form: shown, adding: button?.is === 'add' && button.codes.length === 0 ? button.path : null, section, words, state, people },
      changes: await this.changedSince(context, section, typed),
      restChanged: waitsFor.length === 0 && needsLook(draft, section),
      isBegun: draft.sections[section] !== undefined,
      needed: missing.flatMap((part) => errandsOf(draft, part).map(({ text, at }) => ({ text, href: `#${at}` }))),
      waitsFor: waitsFor.map((one) => ({ text: sectionTitles[one], href: `${address}/${one}` })),
      ...{ perpetratorId: draft.perpetratorId, draftId: draft.applicationId, forceName: force(draft.force)?.name ?? draft.force },
      ...form.data?.(context),
      ...(section === 'conditions' && (await this.conditions(context, shown, people))),
    });
  }

  /** What others saved while this form was open; looked for when it comes back with a problem. */
  private async changedSince({ draft, speaking }: DraftContext, section: WrittenSection, typed: FormView): Promise<ChangesSince | null> {
    const seen = Number(typed.text('seen'));
    if (typed.errors.length === 0 || !Number.isInteger(seen)) return null;
    return this.changes.since(draft.applicationId, section, seen, speaking);
  }

  /** The library of conditions, and how the conditions as typed fit beside the orders in force. */
  private async conditions({ viewer, draft }: DraftContext, { values }: FormView, people: readonly Choice[]): Promise<object> {
    const { protectedPersonIds } = contentIn(draft, 'people');
    const drafting = draftingOf(draft, typedClauses(values, ['conditions']));
    return {
      choices: { ...choicesFor('spo'), drafting: true, people: people.filter(({ value }) => protectedPersonIds.includes(value)) },
      beside: await this.draftsBeside.told(viewer, draft.perpetratorId, drafting),
    };
  }

  /** Those recorded as protected from the respondent, those of the case that it comes from and those whom it names already. */
  private async nameable({ viewer, draft, comesFrom }: DraftContext): Promise<readonly Choice[]> {
    const known = await this.people.protectedFrom(viewer, draft.perpetratorId);
    const others = [...(comesFrom?.protectedPersonIds ?? []), ...namedIn(draft)].filter((id) => known.every((one) => one.id !== id));
    const more = await this.people.knownAs(viewer, [...new Set(others)], [{ force: draft.force, protectedPersonIds: namedIn(draft) }]);
    const standing = [...known, ...more].filter(({ isErased }) => !isErased);
    return standing.map(({ id, name, letter }) => ({ value: id, text: name ?? `Protected person ${letter}` }));
  }
}

function asSent(body: Readonly<Record<string, unknown>>): FormView {
  const values = Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('_')));
  return new FormView(values, [], isUuid(body['_command']) ? body['_command'] : newCommandId());
}
