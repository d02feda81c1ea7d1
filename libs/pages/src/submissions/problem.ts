import { HttpException } from '@nestjs/common';
import type { Refusal } from '#event-sourcing';
import type { FieldError } from '../forms/form-view.js';

/** Problem details by RFC 9457, as the API answers every error. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The stable code of a refusal. */
  readonly reason?: string;
  /** What is wrong where; `pointer` is a JSON pointer into the request's body, or names a parameter of its address. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly correlationId?: string;
}

/** A sentence, and the field it is about: none when it is about all of it. */
interface Told {
  readonly text: string;
  readonly field?: string;
}

/** An error for the caller of the API, with its answer. */
export class Problem extends HttpException {
  constructor(readonly details: ProblemDetails) {
    super(details, details.status);
  }

  static of(status: number, title: string, detail: string, more: Partial<ProblemDetails> = {}): Problem {
    return new Problem({ type: 'about:blank', title, status, detail, ...more });
  }

  static input(errors: readonly FieldError[]): Problem {
    return Problem.of(400, 'The request is not valid', 'Correct what errors names and send it again', { errors: errors.map(pointed) });
  }

  /** Wrong parameters of an address: to pass one over would answer another question than was asked. */
  static query(errors: readonly Told[]): Problem {
    return Problem.of(400, 'The address is not valid', 'Correct the parameters that errors names and send it again', {
      errors: errors.map(pointed),
    });
  }

  static refused({ reason }: Refusal, { text, field }: Told): Problem {
    if (reason === 'command-reused') {
      return Problem.of(422, 'The idempotency key was used before', 'Another request was sent with this Idempotency-Key. Use a new one', {
        reason,
      });
    }
    return Problem.of(409, 'The request was refused', text, { reason, ...(field ? { errors: [pointed({ field, text })] } : {}) });
  }
}

/** Somebody asked more often than they may (429); the answer says when to ask again. */
export class TooOften extends Problem {
  /** @param seconds until it is worth asking again, 1 or more */
  constructor(
    title: string,
    detail: string,
    readonly seconds: number,
  ) {
    super({ type: 'about:blank', title, status: 429, detail });
  }
}

function pointed({ field, text }: Told): { readonly pointer: string; readonly detail: string } {
  return { pointer: field ? `/${field.split('.').map(escaped).join('/')}` : '', detail: text };
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
