import { type BreachFact, breaches } from '#breaches';
import { addDays } from '#calendar';
import { type Fact, personal } from '#event-sourcing';
import { type ApplicationFact, applications, type OrderFact, orders } from '#orders';
import fc from 'fast-check';
import { applicationDetermined, applicationFiled, breachReported, orderMade, orderServed, refusalAppealDecided } from './example-facts.js';

// Applications, orders and incidents of many kinds about ten perpetrators, for the specs of the figures.

export type History = { readonly type: { readonly category: string }; readonly id: string; readonly facts: readonly Fact[] };

/** Ten perpetrators; the record of the tenth is restricted. */
const perpetrator = fc.integer({ min: 0, max: 9 }).map((nth) => `p-${nth}`);
const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-10-01', days));
const force = fc.constantFrom('46', '42');

const application = fc
  .record({
    perpetratorId: perpetrator,
    force,
    filedOn: day,
    wait: fc.option(fc.nat(200)),
    outcome: fc.constantFrom('granted', 'refused', 'withdrawn', 'otherwise'),
    appeal: fc.option(fc.constantFrom('order-made', 'remitted', 'confirmed')),
  })
  .map(({ perpetratorId, force: of, filedOn, wait, outcome, appeal }) => (nth: number): History => {
    const ids = { applicationId: `a-${nth}`, perpetratorId, force: of };
    const ends = wait === null ? [] : [applicationDetermined({ ...ids, outcome, at: { on: addDays(filedOn, wait), at: null } })];
    const decided =
      wait !== null && outcome === 'refused' && appeal !== null ? [refusalAppealDecided(appeal, addDays(filedOn, wait + 60), ids)] : [];
    return {
      type: applications,
      id: ids.applicationId,
      facts: [
        applicationFiled({ ...ids, filedOn }),
        ...ends,
        ...decided,
        ...(wait === null && nth % 3 === 0 ? [inError(ids)] : []),
      ] satisfies ApplicationFact[],
    };
  });

function inError(ids: { readonly applicationId: string; readonly perpetratorId: string; readonly force: string }): ApplicationFact {
  const data = { ...ids, errorId: `e-${ids.applicationId}`, why: 'twice', at: '2026-11-20T09:00:00.000Z' } as const;
  return { type: 'ApplicationRecordedInError', data, personal: { reason: personal([ids.perpetratorId], 'Keyed twice') } };
}

const order = fc
  .record({
    perpetratorId: perpetrator,
    force,
    kind: fc.constantFrom('spo', 'interim-spo', 'restraining-conviction'),
    madeOn: day,
    lasts: fc.option(fc.nat(500)),
    served: fc.option(fc.nat(60)),
    present: fc.boolean(),
    quashed: fc.option(fc.nat(300)),
  })
  .map(({ perpetratorId, force: of, kind, madeOn, lasts, served, present, quashed }) => (nth: number): History => {
    const ids = { orderId: `o-${nth}`, perpetratorId, force: of };
    const end = lasts === null ? ({ is: 'until-further-order' } as const) : ({ is: 'fixed', lastDay: addDays(madeOn, lasts) } as const);
    const facts: OrderFact[] = [orderMade({ ...ids, kind, made: { on: madeOn, at: null }, end, respondentPresent: present })];
    if (served !== null) facts.push(orderServed(addDays(madeOn, served), ids));
    if (quashed !== null) {
      const court = { type: 'crown', name: 'Testville' } as const;
      facts.push({ type: 'OrderQuashed', data: { ...ids, appealId: null, court, at: { on: addDays(madeOn, quashed), at: null } } });
    }
    return { type: orders, id: ids.orderId, facts };
  });

const breach = fc
  .record({
    perpetratorId: perpetrator,
    on: day,
    against: fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 3 }),
    withdrawn: fc.boolean(),
  })
  .map(({ perpetratorId, on, against, withdrawn }) => (nth: number): History => {
    const ids = { breachId: `b-${nth}`, perpetratorId, force: '46' };
    const alleged = against.map((of) => ({
      allegationId: `al-${of}`,
      orderId: `o-${of}`,
      conditionId: null,
      conditionVersionId: null,
      offenceCode: 'ST19001',
    }));
    const facts: BreachFact[] = [breachReported({ ...ids, occurred: { on, until: on, at: null }, allegations: alleged })];
    if (withdrawn)
      facts.push({
        type: 'AllegationWithdrawn',
        data: { ...ids, allegationId: `al-${against[0]}` },
        personal: { reason: personal([perpetratorId], 'A mistake') },
      });
    return { type: breaches, id: ids.breachId, facts };
  });

const seeded = { seed: 20261121, numRuns: 1 };
const many = <Made>(of: fc.Arbitrary<(nth: number) => Made>, count: number): Made[] =>
  fc.sample(fc.array(of, { minLength: count, maxLength: count }), seeded)[0]!.map((make, nth) => make(nth));
export const histories: readonly History[] = [...many(application, 40), ...many(order, 60), ...many(breach, 30)];
