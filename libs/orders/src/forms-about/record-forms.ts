import { Inject } from '@nestjs/common';
import type { Command } from '@nestjs/cqrs';
import type { Viewer } from '#access';
import { KeptByForce } from '#access/module';
import type { Act } from '#event-sourcing';
import { Clock, type Receipt } from '#event-store';
import {
  type FieldError,
  FormView,
  isRecord,
  isUuid,
  newCommandId,
  newForm,
  page,
  type Page,
  Problem,
  readForm,
  type Recorded,
  type Redirect,
  type Submissions,
  type WebRequest,
  withTimeSent,
  type Words,
} from '#pages';
import { unnamed } from '../domain/condition-library.js';
import type { DraftInForm } from '../order-draft/drafted-in.js';
import { UndecidedRecords } from '../order-record/undecided-records.query.js';
import { DraftsBeside } from '../order-draft/drafts-beside.query.js';
import { afterButton, asked, type Asked, type Naming } from '../order-draft/rows.js';

type Values = Readonly<Record<string, unknown>>;

/** One form about a record, and what becomes of it: what each slice says of itself. */
export interface RecordForm<About, Dto extends object> {
  /** Addressed from `libs/`. */
  readonly template: string;
  readonly title: string;
  readonly dto: new () => Dto;
  readonly words: Words<Dto>;
  /** `orderIds`: for a form that drafts, the orders in force beside which its draft must fit. */
  readonly command: (about: About, details: Dto, act: Act, orderIds: readonly string[], viewer: Viewer) => Command<Receipt>;
  /** What of the input is wrong in the light of the record, beyond what the DTO can tell. `sent`: as it was typed. */
  readonly amiss?: (about: About, sent: Values, address: Values) => readonly FieldError[];
  /** For a form with conditions: what is drafted in it so far, to be held beside the orders in force. */
  readonly drafts?: (about: About, typed: FormView, viewer: Viewer) => DraftInForm;
  /** For a form without conditions that asks a court for an order, or to change one: against whom. Records that may be of the same person are named. */
  readonly against?: (about: About) => string;
  /** Why there is nothing to send at the moment, where the page shows no form then; null where it does. */
  readonly closed?: (about: About) => string | null;
  /** Whether it is for the force that keeps the record alone; for everyone whom its route lets in unless told. Asked of forms that show sealed words as they are. */
  readonly allowed?: (about: About, viewer: Viewer) => boolean;
  /** The field of day and time that, left empty, means when it was sent. */
  readonly emptyIsNow?: string;
  /** Told when it is recorded. `details`: null where the input cannot be read. */
  readonly done: string | ((about: About, details: Dto | null) => string);
  /** What stands in the form when it is first shown. `address`: the query and the route's parameters. */
  readonly filled?: (about: About, address: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** What else the page shows. */
  readonly data?: (about: About, address: Readonly<Record<string, unknown>>) => object;
  /** The id of what the command makes, when it makes something. */
  readonly makes?: (act: Act) => string;
  /** Where to go then; to the record itself unless told. `address` as for `data`; `sent`: the form as it was typed. */
  readonly to?: (about: About, act: Act, address: Readonly<Record<string, unknown>>, sent: Readonly<Record<string, unknown>>) => string;
}

/** For what ends, extends or begins an order, or decides a duty under it: the force that keeps the record says so. Others would say it for it. */
export function byItsOwnForce({ force }: { readonly force: string }, viewer: Viewer): boolean {
  return force === viewer.force;
}

/** Who asks, about which record. */
export interface Asking {
  readonly viewer: Viewer;
  readonly id: string;
  readonly request: WebRequest;
}

/** Shows and submits forms about records of one sort. Somebody who may not see the record learns only that there is none. */
export abstract class RecordForms<About> {
  @Inject(DraftsBeside) private readonly draftsBeside: DraftsBeside;
  @Inject(UndecidedRecords) private readonly undecided: UndecidedRecords;
  @Inject(Clock) private readonly time: Clock;

  protected constructor(private readonly submissions: Submissions) {}

  /** What another force is told where only the one that keeps the record may use the form. */
  protected abstract refused(about: About): KeptByForce;
  /** @throws NotFoundException when there is no such record for this viewer */
  protected abstract find(viewer: Viewer, id: string): Promise<About>;
  /** What every page about such a record shows. */
  protected abstract head(viewer: Viewer, about: About): object | Promise<object>;
  /** The record's own page. */
  protected abstract address(about: About): string;

  async ask<Dto extends object>(form: RecordForm<About, Dto>, { viewer, id, request }: Asking): Promise<Page> {
    const about = await this.about(form, viewer, id);
    return this.show(form, viewer, about, request, newForm(form.filled?.(about, addressOf(request)) ?? {}));
  }

  async submit<Dto extends object>(form: RecordForm<About, Dto>, { viewer, id, request }: Asking): Promise<Page | Redirect> {
    const about = await this.about(form, viewer, id);
    const body = isRecord(request.body) ? request.body : {};
    // "Add another" is a submit button of the form, so that it works without JavaScript: the same form comes back with one more blank row.
    const button = asked(body);
    const closed = form.closed?.(about) ?? null;
    if (closed !== null) {
      const shown = await this.show(
        form,
        viewer,
        about,
        request,
        new FormView({}, [{ field: '', href: '', text: closed }], commandIdIn(body)),
      );
      return page(shown.template, shown.data, { status: 409 });
    }
    if (button) return this.show(form, viewer, about, request, asTyped(body), button);
    const amiss = form.amiss?.(about, body, addressOf(request)) ?? [];
    if (amiss.length > 0) {
      const reading = readForm(form.dto, body);
      const errors = [...(reading.ok ? [] : reading.errors), ...amiss];
      const shown = await this.show(form, viewer, about, request, new FormView(reading.values, errors, commandIdIn(body)));
      return page(shown.template, shown.data, { status: 400 });
    }
    const orderIds = await this.besides(form, viewer, about);
    const timed = form.emptyIsNow === undefined ? body : withTimeSent(body, form.emptyIsNow, this.time.now());
    return this.submissions.form({
      request,
      emptyIsNow: form.emptyIsNow,
      dto: form.dto,
      words: form.words,
      command: (details, act) => form.command(about, details, act, orderIds, viewer),
      show: (typed) => this.show(form, viewer, about, request, typed),
      to: (_, act) => form.to?.(about, act, addressOf(request), body) ?? this.address(about),
      done: typeof form.done === 'string' ? form.done : form.done(about, valueOf(readForm(form.dto, timed))),
    });
  }

  async answer<Dto extends object>(form: RecordForm<About, Dto>, { viewer, id, request }: Asking): Promise<Recorded> {
    const about = await this.about(form, viewer, id);
    const amiss = form.amiss?.(about, isRecord(request.body) ? request.body : {}, addressOf(request)) ?? [];
    if (amiss.length > 0) throw Problem.input(amiss);
    const orderIds = await this.besides(form, viewer, about);
    return this.submissions.api({
      request,
      dto: form.dto,
      words: form.words,
      command: (details, act) => form.command(about, details, act, orderIds, viewer),
      id: (act) => form.makes?.(act) ?? id,
    });
  }

  /** @throws KeptByForce when the form is for another force */
  private async about<Dto extends object>({ allowed }: RecordForm<About, Dto>, viewer: Viewer, id: string): Promise<About> {
    const about = await this.find(viewer, id);
    if (allowed && !allowed(about, viewer)) throw this.refused(about);
    return about;
  }

  private async show<Dto extends object>(
    form: RecordForm<About, Dto>,
    viewer: Viewer,
    about: About,
    request: WebRequest,
    typed: FormView,
    button: Asked | null = null,
  ): Promise<Page> {
    const head: Record<string, unknown> = { ...(await this.head(viewer, about)) };
    const data: Record<string, unknown> = { ...form.data?.(about, addressOf(request)) };
    const people = namesIn(head['people']);
    const shown = button ? new FormView(afterButton(typed.values, button, people), typed.errors, typed.commandId) : typed;
    const draft = form.drafts?.(about, shown, viewer);
    const against = draft?.perpetratorId ?? form.against?.(about);
    return page(form.template, {
      ...{ title: form.title, form: shown, adding: button?.is === 'add' && button.codes.length === 0 ? button.path : null },
      ...{ back: { href: this.address(about) }, ...head, ...data },
      choices: {
        ...(isRecord(head['choices']) ? head['choices'] : {}),
        ...(isRecord(data['choices']) ? data['choices'] : {}),
        people: head['people'],
      },
      ...(against === undefined ? {} : { undecided: await this.undecided.beside(viewer, against) }),
      beside: draft && (await this.draftsBeside.told(viewer, draft.perpetratorId, draft)),
    });
  }

  private async besides<Dto extends object>({ drafts }: RecordForm<About, Dto>, viewer: Viewer, about: About): Promise<readonly string[]> {
    return drafts ? this.draftsBeside.orderIds(viewer, drafts(about, newForm(), viewer).perpetratorId) : [];
  }
}

function valueOf<Dto extends object>(reading: ReturnType<typeof readForm<Dto>>): Dto | null {
  return reading.ok ? reading.value : null;
}

/** How the people a form offers are called, for words that name them. */
function namesIn(people: unknown): Naming {
  const offered: readonly unknown[] = Array.isArray(people) ? people : [];
  const person = (id: string) => {
    const found = offered.find((one) => isRecord(one) && one['value'] === id);
    return isRecord(found) && typeof found['text'] === 'string' ? found['text'] : unnamed.person(id);
  };
  return { person, and: 'or', several: offered.length > 1 };
}

function asTyped(body: Readonly<Record<string, unknown>>): FormView {
  const values = Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('_')));
  return new FormView(values, [], commandIdIn(body));
}

function commandIdIn(body: Values): string {
  return isUuid(body['_command']) ? body['_command'] : newCommandId();
}

/** What the address says: the query and the parameters of the route. */
function addressOf(request: WebRequest): Readonly<Record<string, unknown>> {
  return { ...(isRecord(request.query) ? request.query : {}), ...(isRecord(request.params) ? request.params : {}) };
}
