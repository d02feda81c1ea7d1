import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#calendar';
import { ceasingToo } from '../domain/ceasing.js';
import { determineApplication } from '../determine-application/determine-application.js';
import { applications, type ApplicationState } from '../domain/application.js';
import type { ApplicationFact, OrderFact } from '../domain/events.js';
import { inForceAt, reachesThen } from '../domain/in-force.js';
import { inPlaceNow, interimReplaced } from '../domain/in-its-place.js';
import { ceasedAlone } from '../domain/made-on.js';
import { byMoment, type Moment } from '../domain/moments.js';
import { type MadeOrder, orders, type OrderState } from '../domain/order.js';
import * as s from '../domain/specimens.js';
import { correctOrder, type Correction } from './correct-order.js';
import { decidedThen } from './decided-then.js';

const { on, until } = s;
const who = { force: s.force, now: s.now, dateOfBirth: null };
const nothing: Correction = { correctionId: 'c', court: null, made: null, end: null, respondentPresent: null, reason: 'Misread' };
const interim = (orderId: string, made: Moment, lastDay: string) =>
  s.orderMade({ orderId, kind: 'interim-spo', made, end: until(lastDay), applicationId: s.applicationId });

interface Record {
  readonly application: ApplicationState;
  readonly full: MadeOrder;
  readonly interims: readonly MadeOrder[];
}

const fold = (order: OrderState, facts: readonly OrderFact[]) =>
  facts.reduce((state, fact) => orders.evolve(state, fact), order) as MadeOrder;

/** An application with these interim orders, granted then. */
function granted(made: Moment, begun: readonly OrderFact[]): Record {
  const obtained = begun.map((fact): ApplicationFact => {
    const { orderId, made: then } = (fact as Extract<OrderFact, { type: 'OrderMade' }>).data;
    return {
      type: 'InterimOrderObtained',
      data: { applicationId: s.applicationId, perpetratorId: s.perpetratorId, force: s.force, orderId, made: then },
    };
  });
  const filed = s.applicationOf(s.applicationFiled({ filedOn: '2026-03-01' }), ...obtained);
  const interims = begun.map((fact) => s.orderOf(fact));
  const draft = s.orderDraft({ made, end: until('2030-01-01') });
  const facts = determineApplication(
    filed,
    interims,
    { outcome: 'granted', orderId: s.orderId, draft, contested: true, note: 'As asked' },
    s.now,
  );
  return {
    application: facts.application.reduce((state, fact) => applications.evolve(state, fact), filed),
    full: s.orderOf(...facts.order) as MadeOrder,
    interims: interims.map((one) =>
      fold(
        one,
        facts.interims.flatMap((more) => (one.is !== 'unmade' && more.orderId === one.orderId ? more.facts : [])),
      ),
    ),
  };
}

/** The record after the making of the full order was corrected. */
function corrected({ application, full, interims }: Record, made: Moment): Record {
  const why = { correctionId: 'c', reason: 'Misread', now: '2026-11-21T09:00:00.000Z' };
  const facts = correctOrder(full, { ...nothing, made }, who);
  const then = decidedThen(full, facts, { application, interims }, why);
  return {
    application: then.application.reduce((state, fact) => applications.evolve(state, fact), application),
    full: fold(full, then.order),
    interims: interims.map((one) =>
      fold(
        one,
        then.interims.flatMap((more) => (more.orderId === one.orderId ? more.facts : [])),
      ),
    ),
  };
}

/** The record after the end of an interim order was corrected, as such a correction is recorded. */
function ending({ application, full, interims }: Record, nth: number, lastDay: string): Record {
  const one = interims[nth];
  if (!one) return { application, full, interims };
  const facts = ceasingToo(one, correctOrder(one, { ...nothing, end: until(lastDay) }, who), application);
  const all = interims.map((other, index) => (index === nth ? fold(one, facts) : other));
  return { application, full: fold(full, inPlaceNow(full, all, { correctionId: 'p', reason: 'Misread' })), interims: all };
}

const determinationOf = ({ application }: Record) => (application.is === 'determined' ? application.determination : null);

/** The rule: determined with the making, each interim order that had not run out by then ended with it, and the last of them is replaced. */
function agrees(record: Record): void {
  const { full, interims } = record;
  expect(determinationOf(record)).toMatchObject({ at: full.made, outcome: 'granted', orderId: full.orderId, note: { value: 'As asked' } });
  for (const one of interims) {
    const reached = reachesThen(one, full.made) && byMoment(one.made, full.made) <= 0;
    expect([one.orderId, one.is === 'over' && one.over.because === 'ceased' ? one.over.at : null]).toEqual([
      one.orderId,
      reached ? full.made : null,
    ]);
  }
  expect(full.replaces).toBe(interimReplaced(full, interims));
}

describe('when a full order was made, put right', () => {
  const first = interim('interim-1', on('2026-03-10', '10:00'), '2026-05-20');
  const record = granted(on('2026-05-14', '10:00'), [first]);

  it('moves the determination, the end of the interim order and what the full order replaces', () => {
    agrees(record);
    const later = corrected(record, on('2026-05-15', '11:30'));
    agrees(later);
    expect(determinationOf(later)?.at).toEqual(on('2026-05-15', '11:30'));
    expect(inForceAt(later.interims[0]!, on('2026-05-15', '11:00')).is).toBe('in-force');
    expect(inForceAt(later.interims[0]!, on('2026-05-15', '11:31')).is).toBe('not-in-force');
    const beyond = corrected(record, on('2026-05-25', '10:00'));
    agrees(beyond);
    expect([beyond.full.replaces, beyond.interims[0]?.is]).toEqual([null, 'standing']);
    agrees(corrected(beyond, on('2026-05-14', '10:00')));
  });

  it('is refused to a time before the filing, and before an interim order of the application', () => {
    expect(s.refusal(() => corrected(record, on('2026-02-28')))).toBe('before-filing');
    expect(s.refusal(() => corrected(record, on('2026-03-09')))).toBe('before-interim');
  });

  it('leaves an interim order that a court had discharged as it was, and what else is corrected alone', () => {
    const discharged = {
      ...record,
      interims: [
        fold(record.interims[0]!, [
          {
            ...s.orderDischarged(on('2026-05-01')),
            data: { ...s.orderDischarged(on('2026-05-01')).data, orderId: 'interim-1' },
          } as OrderFact,
        ]),
      ],
    };
    expect(corrected(discharged, on('2026-05-15')).interims[0]).toMatchObject({ over: { because: 'discharged' } });
    const facts = correctOrder(record.full, { ...nothing, respondentPresent: true }, who);
    const why = { correctionId: 'c', reason: 'Misread', now: '2026-11-21T09:00:00.000Z' };
    expect(decidedThen(record.full, facts, record, why)).toEqual({ order: facts, application: [], interims: [] });
  });

  it('moves the end of an interim order whose application is not on record here', () => {
    const alone = s.orderMade({
      orderId: 'interim-1',
      kind: 'interim-spo',
      made: on('2026-03-10', '10:00'),
      end: until('2026-05-20'),
      applicationId: null,
    });
    const full = s.orderOf(
      s.orderMade({ made: on('2026-05-14', '10:00'), end: until('2030-01-01'), applicationId: null, replaces: 'interim-1' }),
    ) as MadeOrder;
    const ceased = fold(s.orderOf(alone), [
      ceasedAlone(s.orderOf(alone) as MadeOrder, { at: full.made, outcome: 'granted', fullOrderId: full.orderId }),
    ]);
    const none = { application: applications.initial, full, interims: [ceased] };
    const later = corrected(none, on('2026-05-15', '10:00'));
    expect([later.interims[0], later.full.replaces]).toMatchObject([{ over: { at: on('2026-05-15', '10:00') } }, 'interim-1']);
    expect(later.application).toEqual(applications.initial);
    const beyond = corrected(none, on('2026-05-25', '10:00'));
    expect([beyond.interims[0]?.is, beyond.full.replaces]).toEqual(['standing', null]);
    expect(corrected(beyond, on('2026-05-16')).full.replaces).toBe('interim-1');
  });

  it('agrees after any corrections of it and of the ends of its interim orders', () => {
    const day = (nth: number): string => addDays('2026-04-01', nth);
    const time = fc.constantFrom('09:00', '13:30', null);
    const moment = fc.tuple(fc.integer({ min: 0, max: 60 }), time).map(([nth, at]) => on(day(nth), at ?? undefined));
    const step = fc.oneof(
      moment.map((made) => (known: Record) => corrected(known, made)),
      fc.tuple(fc.nat(1), fc.integer({ min: 0, max: 60 })).map(
        ([nth, last]) =>
          (known: Record) =>
            ending(known, nth, day(last)),
      ),
    );
    let moved = 0;
    const ends = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 0, maxLength: 2 });
    fc.assert(
      fc.property(moment, ends, fc.array(step, { minLength: 1, maxLength: 6 }), (made, lastDays, steps) => {
        const begun = lastDays.map((last, nth) => interim(`interim-${nth}`, on('2026-03-10', `1${nth}:00`), day(last)));
        let known = granted(made, begun);
        agrees(known);
        for (const next of steps) {
          try {
            known = next(known);
            moved += 1;
          } catch (error) {
            if ((error as Error).name !== 'Refusal') throw error;
          }
          agrees(known);
        }
      }),
      { numRuns: 300 },
    );
    expect(moved).toBeGreaterThan(300);
  });
});
