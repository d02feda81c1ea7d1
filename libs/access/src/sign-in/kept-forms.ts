import { Inject, Injectable } from '@nestjs/common';
import { millisecondsOf } from '#calendar';
import { Clock, Sealer } from '#event-store';
import { isApi, isLocalPath, isRecord, type WebRequest } from '#pages';
import { ACCESS_OPTIONS, type AccessOptions } from '../access-options.js';
import { Visits } from '../guard/visits.js';

/** What somebody typed into a form and sent after the session had ended. */
export interface KeptForm {
  /** Where it was sent. */
  readonly path: string;
  /** The inputs by their names in the form, without the token of the session that ended. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

interface Carried extends KeptForm {
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const PURPOSE = 'kept-form';
/** More than anybody types. Characters. */
const LONGEST = 200_000;

/**
 * Keeps what was typed over the end of a session: the browser carries it, wrapped, through signing in again. Only who was signed in gets
 * it back, and only what a page of that session sent is kept.
 */
@Injectable()
export class KeptForms {
  constructor(
    private readonly visits: Visits,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  /** The form of this request, wrapped; null when it was not sent by a page of a session that ended, or is too long. */
  async keep(request: WebRequest): Promise<string | null> {
    if (request.method !== 'POST' || isApi(request) || !isRecord(request.body) || !isLocalPath(request.url)) return null;
    const userId = await this.visits.userOfEnded(request);
    if (userId === null) return null;
    const fields = fieldsOf(request.body).filter(([name]) => name !== '_csrf');
    const carried: Carried = { userId, path: request.url, fields, at: millisecondsOf(this.clock.now()) };
    const text = JSON.stringify(carried);
    return text.length > LONGEST ? null : this.sealer.wrapText(PURPOSE, text);
  }

  /** What `userId` had typed; null when it was somebody else's, is too old or is not ours. */
  open(kept: string, userId: string): KeptForm | null {
    const text = this.sealer.unwrapText(PURPOSE, kept);
    if (text === null) return null;
    const { userId: owner, at, path, fields } = JSON.parse(text) as Carried;
    const age = millisecondsOf(this.clock.now()) - at;
    return owner === userId && age <= this.options.sessionHours * 3_600_000 ? { path, fields } : null;
  }
}

/** The inputs as the form named them: `acts[0][on][day]`. */
function fieldsOf(value: unknown, name = ''): [string, string][] {
  if (typeof value === 'string') return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => fieldsOf(item, name === '' ? key : `${name}[${key}]`));
}
