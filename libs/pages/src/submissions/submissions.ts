import { Injectable } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { type Act, Refusal } from '#event-sourcing';
import { Clock, Sealer } from '#event-store';
import { type Page, page, type Redirect, redirect } from '../answers/answers.js';
import { type FieldError, FormView, inputId, isRecord } from '../forms/form-view.js';
import { readForm, readJson } from '../forms/read-form.js';
import { withTimeSent } from '../forms/sent-first.js';
import type { Visitor, WebRequest } from '../request.js';
import { commandIdForKey, isUuid, newCommandId } from './ids.js';
import { Problem } from './problem.js';
import { type Words, wordsFor } from './words.js';

/** What a command left behind, as far as its page needs it. */
export interface Recording {
  /** Position of its last fact; null when nothing happened. */
  readonly position: string | null;
}

/** Waits until the read models show what was recorded. */
export abstract class ReadModels {
  /** True once every read model has passed `position`, false when `milliseconds` went by first. */
  abstract waitFor(position: string, milliseconds: number): Promise<boolean>;
}

/** What the API answers to every command. */
export interface Recorded {
  /** Of what was made, or of the record it is about where nothing with an id of its own was. */
  readonly id: string;
  /** False where there was nothing to record: it stood there already. */
  readonly recorded: boolean;
  /** Of its last fact among all; null where nothing was recorded. */
  readonly position: string | null;
  /** False where what is read may not show it yet. */
  readonly shown: boolean;
}

interface Submission<D extends object, R extends Recording> {
  readonly request: WebRequest;
  readonly dto: new () => D;
  readonly command: (details: D, act: Act) => Command<R>;
  /** What each reason of refusal is in words. */
  readonly words: Words<D>;
}

export interface FormSubmission<D extends object, R extends Recording> extends Submission<D, R> {
  /** What to read as the form instead of what was sent. */
  readonly body?: unknown;
  /** The field of day and time that, left empty, means when it was sent: where it waited for signal, when it was sent first. */
  readonly emptyIsNow?: string | undefined;
  /** The page with the form, shown again with what was typed and what is wrong. */
  readonly show: (form: FormView) => Page | Promise<Page>;
  /** Where to go when it is recorded: a path. */
  readonly to: (receipt: R, act: Act) => string;
  /** A sentence to show there; where it depends on what is recorded by now, what tells it. */
  readonly done?: string | ((act: Act) => Promise<string>);
}

export interface ApiSubmission<D extends object, R extends Recording> extends Submission<D, R> {
  /** The id to answer with. */
  readonly id: (act: Act) => string;
}

const patience = 2_000;

/** Submits: reads the input, executes the command, waits for the read models and leads on. The one way a page or the API changes the record. */
@Injectable()
export class Submissions {
  constructor(
    private readonly commands: CommandBus,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
    private readonly readModels: ReadModels,
  ) {}

  /** A form: shown again on an input error (400) or a refusal (409), else 303 to where `to` says. */
  async form<D extends object, R extends Recording>(submission: FormSubmission<D, R>): Promise<Page | Redirect> {
    const { request, dto, show, words, to, done, body = request.body, emptyIsNow } = submission;
    const sent = isRecord(body) ? body['_command'] : undefined;
    const commandId = isUuid(sent) ? sent : newCommandId();
    const typed = readForm(dto, body);
    const reading = emptyIsNow === undefined ? typed : readForm(dto, withTimeSent(body, emptyIsNow, this.clock.now()));
    const again = async (errors: readonly FieldError[], status: number, id = commandId) => {
      const shown = await show(new FormView(reading.values, errors, id));
      return page(shown.template, shown.data, { status });
    };
    if (!reading.ok) return again(reading.errors, 400);
    // Sent again after its answer was lost, it is the same, whether or not it waited.
    const act = this.act(request, commandId, typed.ok ? typed.value : reading.value);
    try {
      const receipt = await this.commands.execute(submission.command(reading.value, act));
      const shown = await this.shown(receipt);
      const text = shown
        ? typeof done === 'function'
          ? await done(act)
          : done
        : 'What you sent is being recorded. It will show here in a moment.';
      return redirect(to(receipt, act), text ? { flash: { kind: shown ? 'success' : 'information', text } } : {});
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { text, field } = wordsFor(error, words, reading.value);
      const told = { field: field ?? '', href: field ? `#${inputId(field)}` : '', text };
      // Sent again under the same id, a form already used for something else could never be recorded.
      return again([told], 409, error.reason === 'command-reused' ? newCommandId() : commandId);
    }
  }

  /**
   * A JSON request. `Idempotency-Key` (1 to 255 characters) is the command's id, a new one when absent. Throws `Problem`: 400 with pointers,
   * 409 with the reason, 422 when the key was used for another request.
   */
  async api<D extends object, R extends Recording>(submission: ApiSubmission<D, R>): Promise<Recorded> {
    const { request, dto, words, id } = submission;
    const commandId = keyed(request);
    const reading = readJson(dto, request.body);
    if (!reading.ok) throw Problem.input(reading.errors);
    const act = this.act(request, commandId, reading.value);
    try {
      const receipt = await this.commands.execute(submission.command(reading.value, act));
      const { position } = receipt;
      return { id: id(act), recorded: position !== null, position, shown: await this.shown(receipt) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw Problem.refused(error, wordsFor(error, words, reading.value));
    }
  }

  private act(request: WebRequest, commandId: string, details: object): Act {
    const { userId, force } = signedIn(request);
    // The same words for another order are another request.
    const digest = this.sealer.digest({ by: userId, route: request.routeOptions?.url ?? '', params: request.params ?? {}, details });
    return { by: userId, force, at: this.clock.now(), commandId, digest, correlationId: request.id };
  }

  private async shown({ position }: Recording): Promise<boolean> {
    return position === null || (await this.readModels.waitFor(position, patience));
  }
}

function keyed(request: WebRequest): string {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return newCommandId();
  if (typeof key !== 'string' || key.length < 1 || key.length > 255) {
    throw Problem.input([{ field: '', href: '', text: 'Send an Idempotency-Key of 1 to 255 characters' }]);
  }
  return commandIdForKey(signedIn(request).userId, key);
}

function signedIn(request: WebRequest): Visitor {
  const visitor = request.visit?.visitor;
  if (!visitor) throw new Error('Nothing can be recorded without a signed-in user');
  return visitor;
}
