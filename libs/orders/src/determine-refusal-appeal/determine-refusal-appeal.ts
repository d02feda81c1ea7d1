import { personal, refuse } from '#event-sourcing';
import type { ApplicationState, FiledApplication } from '../domain/application.js';
import type { BadDraft, OrderDraft } from '../domain/draft.js';
import type { ApplicationFact, Court, OrderFact } from '../domain/events.js';
import type { Moment } from '../domain/moments.js';
import { orderMade } from '../domain/order-made.js';
import { type RefusalAppealResult, refusalAppealRule, waitingAppeal } from '../domain/refusal-appeals.js';
import { anApplication, type NoApplication, notAhead } from '../domain/required.js';
import { madeFrom, nothingBeside, type Unanswered, weighed } from '../domain/weighing.js';

/** The court made the order that had been refused: its court and moment are those of the decision. */
export interface OrderOnAppeal {
  readonly appealId: string;
  readonly result: 'order-made';
  readonly orderId: string;
  readonly draft: OrderDraft;
  readonly note: string | null;
}

export interface NoOrderOnAppeal {
  readonly appealId: string;
  readonly result: Exclude<RefusalAppealResult, 'order-made'>;
  readonly at: Moment;
  readonly court: Court;
  readonly note: string | null;
}

export type RefusalAppealOutcome = OrderOnAppeal | NoOrderOnAppeal;

export type CannotDetermineRefusalAppeal =
  NoApplication | 'no-such-appeal' | 'already-determined' | 'in-the-future' | 'before-lodged' | 'wrong-court' | BadDraft | Unanswered;

/**
 * The appeal against the refusal is decided. The refusal stays what the first court decided. An order that the court makes instead begins
 * with its making and replaces none: an interim order ceased with the refusal, so the first notification is owed (SPA 2019 ss.5 and 9).
 */
export function determineRefusalAppeal(
  application: ApplicationState,
  outcome: RefusalAppealOutcome,
  now: Moment,
  beside = nothingBeside,
): { readonly application: ApplicationFact[]; readonly order: OrderFact[] } {
  const filed = anApplication(application);
  const { appealId, result, note } = outcome;
  const [at, court] = outcome.result === 'order-made' ? [outcome.draft.made, outcome.draft.court] : [outcome.at, outcome.court];
  mayBeDecided(filed, appealId, { at, court }, now);
  const { applicationId, perpetratorId, force, protectedPersonIds, victimIds } = filed;
  const of = { applicationId, perpetratorId, force };
  const about = [perpetratorId, ...protectedPersonIds, ...victimIds] as const;
  const decided: ApplicationFact = {
    type: 'RefusalAppealDecided',
    data: { ...of, appealId, court, at, result, orderId: outcome.result === 'order-made' ? outcome.orderId : null },
    personal: note?.trim() ? { note: personal(about, note.trim()) } : {},
  };
  if (outcome.result !== 'order-made') return { application: [decided], order: [] };
  const { orderId, draft } = outcome;
  const begins = { ...of, orderId, kind: 'spo', origin: 'application', protectedPersonIds, replaces: null, onAppeal: appealId } as const;
  return { application: [decided], order: [orderMade(begins, draft), ...weighed(madeFrom(begins, draft), beside, now)] };
}

function mayBeDecided(filed: FiledApplication, appealId: string, { at, court }: { at: Moment; court: Court }, now: Moment): void {
  const appeal = filed.appeals.find((one) => one.appealId === appealId);
  if (!appeal) throw refuse<CannotDetermineRefusalAppeal>('no-such-appeal');
  if (waitingAppeal(filed) !== appeal) throw refuse<CannotDetermineRefusalAppeal>('already-determined');
  notAhead(at, now);
  if (at.on < appeal.on) throw refuse<CannotDetermineRefusalAppeal>('before-lodged');
  if (!refusalAppealRule(filed)?.courts.includes(court.type)) throw refuse<CannotDetermineRefusalAppeal>('wrong-court');
}
