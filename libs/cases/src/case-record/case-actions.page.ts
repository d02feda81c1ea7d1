import { Injectable, NotFoundException } from '@nestjs/common';
import type { Command } from '@nestjs/cqrs';
import type { Viewer } from '#access';
import { KeptByForce } from '#access/module';
import { londonDate } from '#calendar';
import type { Act } from '#event-sourcing';
import { Clock, type Receipt } from '#event-store';
import { type FormView, isRecord, newForm, page, type Page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import { Links, ProtectedPeople } from '#people/module';
import { ApplicationsBegun } from './applications-begun.js';
import type { CaseView } from './case-view.js';
import { ReadCase } from './read-case.query.js';
import { refusalWords } from './refusal-words.js';

/** What the address says: the query and the parameters of the route. */
export type Address = Readonly<Record<string, unknown>>;

/** One thing that can be recorded about a case: its form, its command and its words. */
export interface CaseAction<D extends object> {
  readonly title: string;
  readonly template: string;
  readonly dto: new () => D;
  readonly command: (caseId: string, details: D, act: Act, at: Address) => Command<Receipt>;
  /** Shown on the page of the case when it is recorded. */
  readonly done: string;
  /** What the form starts with besides the present day in `on`. Throws `NotFoundException` where the address names nothing in the case. */
  readonly starts?: (about: CaseView, at: Address, today: string) => Readonly<Record<string, unknown>>;
  /** Further data of its template. */
  readonly data?: (about: CaseView, at: Address) => object;
  /** The id of what the command records, when it is something with an id of its own. */
  readonly makes?: (act: Act) => string;
}

export interface Asking {
  readonly viewer: Viewer;
  readonly id: string;
  readonly request: WebRequest;
}

/** Shows and submits what can be recorded about a case. Only the force that investigates records in it; others open a case of their own. */
@Injectable()
export class CaseActions {
  constructor(
    private readonly cases: ReadCase,
    private readonly people: ProtectedPeople,
    private readonly begun: ApplicationsBegun,
    private readonly links: Links,
    private readonly submissions: Submissions,
    private readonly clock: Clock,
  ) {}

  async show<D extends object>(action: CaseAction<D>, { viewer, id, request }: Asking): Promise<Page> {
    const about = await this.ours(viewer, id);
    const today = londonDate(this.clock.now());
    const starts = action.starts?.(about, addressOf(request), today);
    return this.page(viewer, about, action, newForm({ on: today, ...starts }), request);
  }

  async submit<D extends object>(action: CaseAction<D>, { viewer, id, request }: Asking): Promise<Page | Redirect> {
    const about = await this.ours(viewer, id);
    return this.submissions.form<D, Receipt>({
      request,
      dto: action.dto,
      command: (details, act) => action.command(id, details, act, addressOf(request)),
      words: refusalWords,
      show: (form) => this.page(viewer, about, action, form, request),
      to: () => `/cases/${id}`,
      done: action.done,
    });
  }

  async api<D extends object>(action: CaseAction<D>, { viewer, id, request }: Asking): Promise<Recorded> {
    await this.ours(viewer, id);
    return this.submissions.api<D, Receipt>({
      request,
      dto: action.dto,
      command: (details, act) => action.command(id, details, act, addressOf(request)),
      words: refusalWords,
      id: (act) => action.makes?.(act) ?? id,
    });
  }

  /** Those whom the case names, and those recorded as protected from the same person, to choose from. */
  async choosable(viewer: Viewer, perpetratorId: string): Promise<{ value: string; text: string }[]> {
    const ids = await this.links.onePerson(viewer, perpetratorId, null);
    const all = await Promise.all(ids.map((one) => this.people.protectedFrom(viewer, one)));
    return all.flat().flatMap(({ id, name, isErased }) => (isErased || name === null ? [] : [{ value: id, text: name }]));
  }

  private async ours(viewer: Viewer, caseId: string): Promise<CaseView> {
    const about = await this.cases.view(viewer, caseId);
    if (about.force.cjs !== viewer.force)
      throw new KeptByForce(about.force.cjs, 'this investigation', 'Your force can record one of its own about the same person.');
    return about;
  }

  private async page<D extends object>(
    viewer: Viewer,
    about: CaseView,
    { title, template, data }: CaseAction<D>,
    form: FormView,
    request: WebRequest,
  ): Promise<Page> {
    const person = await this.cases.person(viewer, about.perpetratorId);
    const back = { href: `/cases/${about.id}`, text: 'Back to the case' };
    const choosable = await this.choosable(viewer, about.perpetratorId);
    const address = addressOf(request);
    const incidentId = idIn(address['incidentId']);
    // Who changes an incident is told which filed applications rest on it.
    const relying = incidentId ? await this.begun.relyingOn(viewer, { incidentId, perpetratorId: about.perpetratorId }) : [];
    return page(template, { title, case: about, person, choosable, form, back, relying, ...data?.(about, address) });
  }
}

function addressOf(request: WebRequest): Address {
  return { ...(isRecord(request.query) ? request.query : {}), ...(isRecord(request.params) ? request.params : {}) };
}

/** The one of `items` that the address names. Throws `NotFoundException` when there is none. */
export function namedBy<Item>(items: readonly Item[], isIt: (item: Item) => boolean): Item {
  const found = items.find(isIt);
  if (found === undefined) throw new NotFoundException();
  return found;
}

/** An id in the address; what is none finds nothing. */
export function idIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
