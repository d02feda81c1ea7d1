import { type Fact, refuse, type StreamType } from '#event-sourcing';

/** What made a person appear: two records were linked or a link was undone, or another force recorded something. */
export type AlertBecause = 'linked' | 'unlinked' | 'application' | 'order' | 'report' | 'investigation' | 'incident' | 'words' | Handed;

/** A force was asked to look after a protected person, declined it or accepted it. */
export type Handed = 'handover' | 'handover-declined' | 'handover-accepted';

/** What another force recorded, for the way to it. */
export interface AlertAbout {
  readonly applicationId?: string;
  readonly orderId?: string;
  readonly breachId?: string;
  readonly caseId?: string;
  readonly pairId?: string;
  /** Whose handover it is. */
  readonly protectedPersonId?: string;
}

/** Everything that happens to an alert. Stream `alert-<id>`; nothing in it is personal. */
export type AlertFact =
  | Fact<
      'AlertRaised',
      {
        readonly alertId: string;
        /** The force that is told, by CJS code: it has an order, an application or a report on this person. */
        readonly toForce: string;
        /** The force that did what it is told of. */
        readonly byForce: string;
        readonly because: AlertBecause;
        /** From the record on which the told force has something, over links, to the record on which it happened. Often one and the same. */
        readonly perpetratorIds: readonly [string, ...string[]];
        /** The id of the event that is told of. */
        readonly cause: string;
        readonly about: AlertAbout;
      }
    >
  | Fact<'AlertAcknowledged', { readonly alertId: string }>;

export type AlertState =
  | { readonly is: 'unknown' }
  | { readonly is: 'waiting'; readonly toForce: string }
  | { readonly is: 'acknowledged'; readonly toForce: string };

export const alerts: StreamType<AlertState, AlertFact> = {
  category: 'alert',
  initial: { is: 'unknown' },
  evolve(state, fact) {
    switch (fact.type) {
      case 'AlertRaised':
        return { is: 'waiting', toForce: fact.data.toForce };
      case 'AlertAcknowledged':
        return state.is === 'unknown' ? state : { is: 'acknowledged', toForce: state.toForce };
    }
  },
};

/** Sends the alert, once. */
export function raiseAlert(state: AlertState, raised: Extract<AlertFact, { type: 'AlertRaised' }>['data']): AlertFact[] {
  return state.is === 'unknown' ? [{ type: 'AlertRaised', data: raised }] : [];
}

export type CannotAcknowledge = 'no-such-alert';

/** Somebody of the force that was told has seen it. Seen again it stays as it is. Refuses with `no-such-alert`, also of another force's. */
export function acknowledgeAlert(state: AlertState, alertId: string, who: { readonly force: string }): AlertFact[] {
  if (state.is === 'unknown' || state.toForce !== who.force) throw refuse<CannotAcknowledge>('no-such-alert');
  return state.is === 'waiting' ? [{ type: 'AlertAcknowledged', data: { alertId } }] : [];
}
