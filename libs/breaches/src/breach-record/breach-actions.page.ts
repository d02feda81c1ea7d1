import { Injectable } from '@nestjs/common';
import type { Command } from '@nestjs/cqrs';
import type { Viewer } from '#access';
import { KeptByForce } from '#access/module';
import { londonDate, londonTime } from '#calendar';
import type { Act } from '#event-sourcing';
import { Clock, type Receipt } from '#event-store';
import { type FormView, newForm, page, type Page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import type { BreachView } from './breach-view.js';
import { OpenBreach } from './open-breach.query.js';
import { refusalWords } from './refusal-words.js';

/** One thing that can be done about a breach: its form, its command and its words. */
export interface BreachAction<D extends object> {
  readonly title: string;
  readonly template: string;
  readonly dto: new () => D;
  readonly command: (breachId: string, details: D, act: Act) => Command<Receipt>;
  /** Shown on the page of the breach when it is recorded. */
  readonly done: string;
  /** What the form starts with besides the present time in `at`. */
  readonly starts?: (breach: BreachView) => Readonly<Record<string, unknown>>;
  /** Whether it decides the breach, or would with these details: only the force that recorded the breach does that. */
  readonly decides?: true | ((details: D) => boolean);
  /** The field of day and time that, left empty, means when it was sent. */
  readonly emptyIsNow?: string;
  /** Further data of its template. */
  readonly data?: (breach: BreachView, viewer: Viewer) => object | Promise<object>;
}

/** Shows and submits what can be done about a breach, for those who may know of it. */
@Injectable()
export class BreachActions {
  constructor(
    private readonly breaches: OpenBreach,
    private readonly submissions: Submissions,
    private readonly clock: Clock,
  ) {}

  async show<D extends object>(viewer: Viewer, breachId: string, action: BreachAction<D>, starts: object = {}): Promise<Page> {
    const breach = await this.breaches.view(viewer, breachId);
    if (action.decides === true) assertDecides(breach.force.cjs, viewer);
    const now = this.clock.now();
    const at = { date: londonDate(now), time: londonTime(now) };
    const person = await this.breaches.person(viewer, breach.perpetratorId);
    return this.page(viewer, breach, person, action, newForm({ at, ...action.starts?.(breach), ...starts }));
  }

  async submit<D extends object>(viewer: Viewer, breachId: string, action: BreachAction<D>, request: WebRequest): Promise<Page | Redirect> {
    const breach = await this.breaches.view(viewer, breachId);
    if (action.decides === true) assertDecides(breach.force.cjs, viewer);
    const person = await this.breaches.person(viewer, breach.perpetratorId);
    return this.submissions.form<D, Receipt>({
      request,
      emptyIsNow: action.emptyIsNow,
      dto: action.dto,
      command: commandOf(action, breachId, breach.force.cjs, viewer),
      words: refusalWords,
      show: (form) => this.page(viewer, breach, person, action, form),
      to: () => `/breaches/${breachId}`,
      done: action.done,
    });
  }

  async api<D extends object>(viewer: Viewer, breachId: string, action: BreachAction<D>, request: WebRequest): Promise<Recorded> {
    const { force } = await this.breaches.row(viewer, breachId);
    if (action.decides === true) assertDecides(force, viewer);
    return this.submissions.api<D, Receipt>({
      request,
      dto: action.dto,
      command: commandOf(action, breachId, force, viewer),
      words: refusalWords,
      id: () => breachId,
    });
  }

  private async page<D extends object>(
    viewer: Viewer,
    breach: BreachView,
    person: string,
    { title, template, data }: BreachAction<D>,
    form: FormView,
  ): Promise<Page> {
    const back = { href: `/breaches/${breach.id}`, text: 'Back to the breach' };
    return page(template, { title, breach, person, form, back, ...(await data?.(breach, viewer)) });
  }
}

function commandOf<D extends object>({ decides, command }: BreachAction<D>, breachId: string, force: string, viewer: Viewer) {
  return (details: D, act: Act): Command<Receipt> => {
    if (typeof decides === 'function' && decides(details)) assertDecides(force, viewer);
    return command(breachId, details, act);
  };
}

/** @throws KeptByForce when the breach was recorded by another force */
function assertDecides(force: string, viewer: Viewer): void {
  if (force !== viewer.force)
    throw new KeptByForce(
      force,
      'this breach',
      'Your force can add to it: an arrest, an interview, evidence, an addendum, what was done for safety.',
    );
}
