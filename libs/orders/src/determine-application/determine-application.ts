import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import { ofAge, type WrongAge } from '../domain/age.js';
import type { ApplicationState, FiledApplication } from '../domain/application.js';
import type { BadDraft, OrderDraft } from '../domain/draft.js';
import type { ApplicationFact, Court, DeterminationReason, OrderFact, OtherForumReason } from '../domain/events.js';
import type { Heard } from '../domain/hearings.js';
import { isOrderInError } from '../domain/in-error.js';
import { inForceAt } from '../domain/in-force.js';
import { ceasedAlone, interimGrantedWith, type WhichInterim } from '../domain/made-on.js';
import { byMoment, passed, type Moment } from '../domain/moments.js';
import { type BadForum, otherForumOf } from '../domain/forum.js';
import { type Beginning, orderMade } from '../domain/order-made.js';
import type { MadeOrder, OrderState } from '../domain/order.js';
import { anApplication, type BeforeOpen, type NoApplication, notAhead, sinceOpen } from '../domain/required.js';
import { madeFrom, nothingBeside, type Unanswered, weighed } from '../domain/weighing.js';

interface HowHeard {
  readonly contested: boolean | null;
  /** How the respondent met it, where that is known more exactly. */
  readonly heard?: Heard | null;
  /** The hearing at which it was; it must be one of the application, with no other outcome. */
  readonly hearingId?: string | null;
  /** Why a court of the other forum than that of the application dealt with it. */
  readonly otherForum?: OtherForumReason | null;
  readonly note: string | null;
}

/** Granted: it makes the full order, whose court and moment are those of the determination. */
export interface GrantedDetails extends HowHeard {
  readonly outcome: 'granted';
  readonly orderId: string;
  readonly draft: OrderDraft;
  /** Of the respondent. */
  readonly dateOfBirth?: LocalDate | null;
  /** Which interim order that was recorded without its application was made in this one: its id, or `ANOTHER` where none was. */
  readonly interim?: string | null;
}

export interface NotGrantedDetails extends HowHeard {
  readonly outcome: 'refused' | 'withdrawn' | 'otherwise';
  readonly at: Moment;
  readonly court: Court;
  readonly reason: DeterminationReason;
}

export type DeterminationDetails = GrantedDetails | NotGrantedDetails;

export type CannotDetermine =
  | NoApplication
  | 'already-determined'
  | BeforeOpen
  | 'before-interim'
  | BadForum
  | 'in-the-future'
  | 'no-such-hearing'
  | 'hearing-over'
  | 'absent-and-present'
  | WhichInterim
  | WrongAge
  | BadDraft
  | Unanswered;

export interface Determined {
  readonly application: ApplicationFact[];
  /** The full order's first facts; none unless granted. */
  readonly order: OrderFact[];
  /** For each interim order that still stood, that it ceased. */
  readonly interims: readonly { readonly orderId: string; readonly facts: OrderFact[] }[];
}

/**
 * The main application is determined. Every interim order made in it that still stands ceases, whichever way it went and whatever its
 * own date (SPA 2019 s.5). The age on the day of filing decides between the youth court and another; where the other dealt with it, it is said
 * why. A full order that follows on one of them replaces it, so no new first notification is owed (s.9). `alone`: interim orders against the same
 * person that were recorded without their application; where one may be in force at a grant, somebody says whether it was made in this one.
 */
export function determineApplication(
  application: ApplicationState,
  interims: readonly OrderState[],
  details: DeterminationDetails,
  now: Moment,
  beside = nothingBeside,
  alone: readonly OrderState[] = [],
): Determined {
  const filed = anApplication(application);
  if (filed.is === 'determined') throw refuse<CannotDetermine>('already-determined');
  const granted = details.outcome === 'granted';
  const at = granted ? details.draft.made : details.at;
  const court = granted ? details.draft.court : details.court;
  notAhead(at, now);
  // What shows that he knows of the order turns on it.
  if (granted && details.heard === 'in-absence' && details.draft.respondentPresent) throw refuse<CannotDetermine>('absent-and-present');
  if (granted) ofAge('spo', details.dateOfBirth ?? null, at.on);
  sinceOpen(filed, at);
  const otherForum = otherForumOf(filed, court, details.otherForum ?? null);
  const heardAt = hearingOf(filed, details.hearingId ?? null);
  const made = interims.filter((interim): interim is MadeOrder => interim.is !== 'unmade' && !isOrderInError(interim));
  if (made.some((interim) => passed(interim.made, at) === 'no')) throw refuse<CannotDetermine>('before-interim');
  const standing = made.filter((interim) => interim.is === 'standing' && inForceAt(interim, at).is !== 'not-in-force');
  const same = granted ? interimGrantedWith(filed, { made: at, interim: details.interim ?? null }, alone) : null;
  const ending = same?.isReplaced ? [...standing, same.interim] : standing;
  const latest = ending.toSorted((a, b) => byMoment(a.made, b.made)).at(-1);
  const { applicationId, perpetratorId, force, protectedPersonIds } = filed;
  const of = { applicationId, perpetratorId, force };
  const full = { ...of, kind: 'spo', origin: 'application', protectedPersonIds, replaces: latest?.orderId ?? null } as const;
  const { outcome, contested, note, heard = null } = details;
  const madeBeside = (begins: Beginning, draft: OrderDraft) => [orderMade(begins, draft), ...weighed(madeFrom(begins, draft), beside, now)];
  const about = [perpetratorId, ...protectedPersonIds, ...filed.victimIds] as const;
  return {
    application: [
      {
        type: 'ApplicationDetermined',
        data: {
          ...{ ...of, outcome, at, court, contested: heard === null ? contested : heard === 'contested', heard, hearingId: heardAt },
          orderId: granted ? details.orderId : null,
          reason: granted ? null : details.reason,
          ...(otherForum === null ? {} : { otherForum }),
        },
        personal: note?.trim() ? { note: personal(about, note.trim()) } : {},
      },
    ],
    order: granted ? madeBeside({ ...full, orderId: details.orderId }, details.draft) : [],
    interims: [
      ...standing.map(({ orderId, force: keeps }) => ({
        orderId,
        facts: [{ type: 'InterimOrderCeased', data: { orderId, perpetratorId, force: keeps, applicationId, at, outcome } } as const],
      })),
      ...(granted && same
        ? [{ orderId: same.interim.orderId, facts: [ceasedAlone(same.interim, { at, outcome, fullOrderId: details.orderId })] }]
        : []),
    ],
  };
}

/** The hearing at which it was determined. Refuses one that is not of this application, or of which another outcome is recorded. */
function hearingOf({ hearings }: FiledApplication, hearingId: string | null): string | null {
  if (hearingId === null) return null;
  const hearing = hearings.find((one) => one.hearingId === hearingId);
  if (!hearing) throw refuse<CannotDetermine>('no-such-hearing');
  if (hearing.outcome) throw refuse<CannotDetermine>('hearing-over');
  return hearingId;
}
