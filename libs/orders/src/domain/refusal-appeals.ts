import type { LocalDate } from '#calendar';
import type { Personal } from '#event-sourcing';
import type { FiledApplication } from './application.js';
import type { Applicant, Court } from './events.js';
import { kindRule } from './kinds/index.js';
import type { Moment } from './moments.js';

// Appeals against the refusal of an application (SPA 2019 s.7). Those against decisions about an order are in appeals.ts.

/**
 * What the court did. `order-made`: it made the order that had been refused; `remitted`: the court below hears the application again;
 * `confirmed`: the refusal stands; `abandoned`: the appeal was given up or withdrawn, and the refusal stands.
 */
export type RefusalAppealResult = 'order-made' | 'remitted' | 'confirmed' | 'abandoned';

export interface RefusalAppeal {
  readonly appealId: string;
  /** The day on which it was lodged. */
  readonly on: LocalDate;
  readonly by: Applicant;
  /** Where it was lodged. */
  readonly court: Court;
  readonly grounds: Personal<string> | null;
  readonly determined: {
    readonly at: Moment;
    readonly court: Court;
    readonly result: RefusalAppealResult;
    /** The order that the court made. */
    readonly orderId: string | null;
    readonly note: Personal<string> | null;
  } | null;
}

/** Who may appeal against a refusal, and which courts hear it, by the law of the day of the refusal. */
export interface RefusalAppealRule {
  readonly source: string;
  readonly by: readonly Applicant[];
  readonly courts: readonly Court['type'][];
}

/** The law of an appeal against the refusal of this application; null where it was not refused, or nobody could appeal on that day. */
export function refusalAppealRule(application: FiledApplication): RefusalAppealRule | null {
  if (application.is !== 'determined' || application.determination.outcome !== 'refused') return null;
  const { at, court } = application.determination;
  const appeals = kindRule('spo').appeals(at.on);
  const by = appeals?.application ?? [];
  return appeals && by.length > 0 ? { source: appeals.source, by, courts: appeals.heardBy[court.type] ?? [] } : null;
}

/** The appeal against the refusal as it stands; one that sent the application back belongs to an earlier refusal. Null where nobody appealed. */
export function refusalAppeal(application: FiledApplication): RefusalAppeal | null {
  if (application.is !== 'determined') return null;
  return application.appeals.find(({ determined }) => determined?.result !== 'remitted') ?? null;
}

/** The appeal that nobody has decided. */
export function waitingAppeal(application: FiledApplication): RefusalAppeal | null {
  const appeal = refusalAppeal(application);
  return appeal?.determined === null ? appeal : null;
}

/** Whether a court has still to decide about the application: at first instance or on appeal. */
export function waitsForCourt(application: FiledApplication): boolean {
  return application.is === 'pending' || waitingAppeal(application) !== null;
}

/** When a court last sent the application back to be heard again; null where none did. */
export function lastSentBack({ appeals }: FiledApplication): Moment | null {
  return appeals.findLast(({ determined }) => determined?.result === 'remitted')?.determined?.at ?? null;
}

/** What a court, or who appealed, did last about the application: nothing that is recorded goes on from it, so it can be said to be in error. */
export type LastDecided =
  | { readonly is: 'determination'; readonly on: LocalDate; readonly orderId: string | null }
  | { readonly is: 'appeal' | 'decision'; readonly appealId: string; readonly on: LocalDate; readonly orderId: string | null };

/** The last of them; null where nothing was decided yet. */
export function lastDecidedOf(application: FiledApplication): LastDecided | null {
  const sentBack =
    application.is === 'pending' ? application.appeals.findLast(({ determined }) => determined?.result === 'remitted') : null;
  const appeal = sentBack ?? refusalAppeal(application);
  if (appeal) {
    const { appealId, on, determined } = appeal;
    return determined
      ? { is: 'decision', appealId, on: determined.at.on, orderId: determined.orderId }
      : { is: 'appeal', appealId, on, orderId: null };
  }
  if (application.is !== 'determined') return null;
  const { at, orderId } = application.determination;
  return { is: 'determination', on: at.on, orderId };
}

/** What is taken back, as forms and the API name it, for instance `appeal:<id>`. */
export function lastDecidedKey(last: LastDecided): string {
  return last.is === 'determination' ? last.is : `${last.is}:${last.appealId}`;
}
