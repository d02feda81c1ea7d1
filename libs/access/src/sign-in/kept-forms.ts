import { Inject, Injectable } from '@nestjs/common';
import { type Instant, millisecondsOf } from '#calendar';
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
  /** Who typed it; null where the session that knew is gone, and the token of the form says it. */
  readonly userId: string | null;
  /** The token of the form. */
  readonly madeFor: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const PURPOSE = 'kept-form';
/** More than anybody types. Characters. */
const LONGEST = 200_000;

/**
 * Keeps what was typed over the end of a session: the browser carries it, wrapped, through signing in again. Only who was signed in gets
 * it back, also where the session is gone without a trace, and only what a page of that session sent is kept.
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
    const form = formOf(request);
    if (!form) return null;
    const userId = await this.visits.userOfEnded(request);
    if (userId === null && !isOwnPage(request)) return null;
    const now = this.clock.now();
    const carried: Carried = { ...form, fields: sentAt(form.fields, now), userId, madeFor: tokenOf(request), at: millisecondsOf(now) };
    const text = JSON.stringify(carried);
    return text.length > LONGEST ? null : this.sealer.wrapText(PURPOSE, text);
  }

  /** What `userId` had typed; null when it was somebody else's, is too old or is not ours. */
  open(kept: string, userId: string): KeptForm | null {
    const text = this.sealer.unwrapText(PURPOSE, kept);
    if (text === null) return null;
    const { userId: owner, madeFor, at, path, fields } = JSON.parse(text) as Carried;
    const age = millisecondsOf(this.clock.now()) - at;
    const isTheirs = owner === null ? this.visits.isMadeFor(madeFor, userId) : owner === userId;
    return isTheirs && age <= this.options.sessionHours * 3_600_000 ? { path, fields } : null;
  }

  /** The form that somebody signed in sent from a page that an earlier session of theirs made; null for anything else, and of anybody else. */
  ofEarlierSession(request: WebRequest): KeptForm | null {
    const visitor = request.visit?.visitor;
    return visitor && isOwnPage(request) && this.visits.isMadeFor(tokenOf(request), visitor.userId) ? formOf(request) : null;
  }
}

function formOf({ method, url, body, ...request }: WebRequest): KeptForm | null {
  if (method !== 'POST' || isApi({ url, ...request }) || !isRecord(body) || !isLocalPath(url) || url.startsWith('/sign-')) return null;
  return { path: url, fields: fieldsOf(body).filter(([name]) => name !== '_csrf') };
}

/** A time left empty means when it was sent, however long signing in takes: see `sentFirst`. */
function sentAt(fields: KeptForm['fields'], now: Instant): KeptForm['fields'] {
  return fields.some(([name]) => name === '_tried') ? fields : [...fields, ['_tried', now]];
}

function tokenOf({ body }: WebRequest): string {
  const sent = isRecord(body) ? body['_csrf'] : undefined;
  return typeof sent === 'string' ? sent : '';
}

/** Whether the browser says that a page of this service sent the request: no page from elsewhere can make it say so. */
function isOwnPage({ headers }: WebRequest): boolean {
  return headers['sec-fetch-site'] === 'same-origin';
}

/** The inputs as the form named them: `acts[0][on][day]`. */
function fieldsOf(value: unknown, name = ''): [string, string][] {
  if (typeof value === 'string') return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => fieldsOf(item, name === '' ? key : `${name}[${key}]`));
}
