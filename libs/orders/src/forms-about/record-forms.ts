import { ForbiddenException } from '@nestjs/common';
import type { Command } from '@nestjs/cqrs';
import type { Viewer } from '#access';
import type { Act } from '#event-sourcing';
import type { Receipt } from '#event-store';
import {
  FormView,
  isRecord,
  isUuid,
  newCommandId,
  newForm,
  page,
  type Page,
  type Redirect,
  type Submissions,
  type WebRequest,
  type Words,
} from '#pages';

/** One form about a record, and what becomes of it: what each slice says of itself. */
export interface RecordForm<About, Dto extends object> {
  /** Addressed from `libs/`. */
  readonly template: string;
  readonly title: string;
  readonly dto: new () => Dto;
  readonly words: Words<Dto>;
  readonly command: (about: About, details: Dto, act: Act) => Command<Receipt>;
  /** Who may use it, beyond the permission of its route; everyone unless told. Asked of forms that show sealed words as they are. */
  readonly allowed?: (about: About, viewer: Viewer) => boolean;
  /** Told when it is recorded. */
  readonly done: string;
  /** What stands in the form when it is first shown. `address`: the query and the route's parameters. */
  readonly filled?: (about: About, address: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** What else the page shows. */
  readonly data?: (about: About, address: Readonly<Record<string, unknown>>) => object;
  /** The id of what the command makes, when it makes something. */
  readonly makes?: (act: Act) => string;
  /** Where to go then; to the record itself unless told. */
  readonly to?: (about: About, act: Act) => string;
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
  protected constructor(private readonly submissions: Submissions) {}

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
    if (body['_add']) return this.show(form, viewer, about, request, asTyped(body), true);
    return this.submissions.form({
      request,
      dto: form.dto,
      words: form.words,
      command: (details, act) => form.command(about, details, act),
      show: (typed) => this.show(form, viewer, about, request, typed),
      to: (_, act) => form.to?.(about, act) ?? this.address(about),
      done: form.done,
    });
  }

  async answer<Dto extends object>(
    form: RecordForm<About, Dto>,
    { viewer, id, request }: Asking,
  ): Promise<{ id: string; recorded: boolean }> {
    const about = await this.about(form, viewer, id);
    return this.submissions.api({
      request,
      dto: form.dto,
      words: form.words,
      command: (details, act) => form.command(about, details, act),
      answer: (receipt, act) => ({ id: form.makes?.(act) ?? id, recorded: receipt.position !== null }),
    });
  }

  /** @throws ForbiddenException when the form is not for this viewer */
  private async about<Dto extends object>({ allowed }: RecordForm<About, Dto>, viewer: Viewer, id: string): Promise<About> {
    const about = await this.find(viewer, id);
    if (allowed && !allowed(about, viewer)) throw new ForbiddenException();
    return about;
  }

  private async show<Dto extends object>(
    form: RecordForm<About, Dto>,
    viewer: Viewer,
    about: About,
    request: WebRequest,
    typed: FormView,
    adding = false,
  ): Promise<Page> {
    const head = await this.head(viewer, about);
    const data = form.data?.(about, addressOf(request)) ?? {};
    return page(form.template, { title: form.title, form: typed, adding, back: { href: this.address(about) }, ...head, ...data });
  }
}

function asTyped(body: Readonly<Record<string, unknown>>): FormView {
  const values = Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('_')));
  return new FormView(values, [], isUuid(body['_command']) ? body['_command'] : newCommandId());
}

/** What the address says: the query and the parameters of the route. */
function addressOf(request: WebRequest): Readonly<Record<string, unknown>> {
  return { ...(isRecord(request.query) ? request.query : {}), ...(isRecord(request.params) ? request.params : {}) };
}
