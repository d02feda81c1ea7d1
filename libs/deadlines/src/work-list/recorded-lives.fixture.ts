import type { BreachFact } from '#breaches';
import { addDays, type LocalDate } from '#calendar';
import type { Fact } from '#event-sourcing';
import type { ApplicationFact, OrderFact } from '#orders';
import fc from 'fast-check';
import { breachReported, confirmed, court, day, determined, filed, noon, orderMade, served } from '../domain/example-facts.js';

// Made-up lives of fictional people, for the specs of the work list.

/** Facts written to one stream on one London day. */
export interface Written {
  readonly category: string;
  readonly id: string;
  readonly on: LocalDate;
  readonly facts: readonly Fact[];
}

/** One perpetrator's order, what was done about it, and perhaps an incident, as they were recorded over time. */
const story = fc
  .record({
    force: fc.constantFrom('46', '42'),
    madeOn: fc.nat(300).map((days) => addDays('2026-02-01', days)),
    lasts: fc.option(fc.integer({ min: 20, max: 500 })),
    interim: fc.boolean(),
    servedAfter: fc.option(fc.nat(10)),
    notified: fc.boolean(),
    onRecord: fc.boolean(),
    dischargedAfter: fc.option(fc.nat(100), { freq: 1 }),
    breachedAfter: fc.option(fc.nat(60), { freq: 1 }),
    arrested: fc.boolean(),
    told: fc.boolean(),
  })
  .map((made) => (nth: number): Written[] => {
    const { madeOn } = made;
    const of = { orderId: `o-${nth}`, perpetratorId: `p-${nth}`, force: made.force };
    const ofBreach = { breachId: `b-${nth}`, perpetratorId: `p-${nth}`, force: made.force };
    const end =
      made.lasts === null ? ({ is: 'until-further-order' } as const) : ({ is: 'fixed', lastDay: addDays(madeOn, made.lasts) } as const);
    const later = (days: number) => addDays(madeOn, days);
    const order: [LocalDate, OrderFact][] = [
      [madeOn, orderMade({ ...of, made: day(madeOn), end, kind: made.interim ? 'interim-spo' : 'spo' })],
    ];
    if (made.servedAfter !== null) order.push([later(made.servedAfter), served(later(made.servedAfter), of)]);
    if (made.notified && made.servedAfter !== null) {
      const on = later(made.servedAfter);
      order.push([
        on,
        { type: 'NotificationGiven', data: { ...of, notificationId: 'g-1', about: 'initial', at: day(on), inAdvance: false } },
      ]);
    }
    if (made.onRecord)
      order.push([
        later(1),
        { ...confirmed('created', later(1)), data: { ...of, confirmationId: 'n-1', state: 'created', on: later(1) } } as OrderFact,
      ]);
    if (made.dischargedAfter !== null) {
      const on = later(made.dischargedAfter);
      order.push([on, { type: 'OrderDischarged', data: { ...of, court, at: day(on), onApplicationOf: 'respondent' } }]);
    }
    const breach: [LocalDate, BreachFact][] = [];
    if (made.breachedAfter !== null) {
      const on = later(made.breachedAfter);
      breach.push([
        on,
        breachReported({
          ...ofBreach,
          occurred: { on, until: on, at: null },
          reportedAt: noon(on),
          awarenessToShow: made.servedAfter === null,
        }),
      ]);
      if (made.arrested) breach.push([on, { type: 'ArrestMade', data: { ...ofBreach, at: noon(on) } }]);
      if (made.told)
        breach.push([
          on,
          { type: 'VictimTold', data: { ...ofBreach, updateId: 'u-1', protectedPersonId: 'v-1', at: noon(on), of: 'arrest' } },
        ]);
    }
    const application: [LocalDate, ApplicationFact][] = [
      [addDays(madeOn, -20), filed()],
      [later(30), determined(later(30), 'refused')],
    ].map(([on, fact]) => {
      const { data, ...rest } = fact as ApplicationFact;
      return [
        on as LocalDate,
        { ...rest, data: { ...data, perpetratorId: `p-${nth}`, force: made.force, applicationId: `a-${nth}` } } as ApplicationFact,
      ];
    });
    const write =
      (category: string, id: string) =>
      ([on, fact]: [LocalDate, Fact]) => ({ category, id, on, facts: [fact] });
    return [
      ...application.map(write('application', `a-${nth}`)),
      ...order.map(write('order', of.orderId)),
      ...breach.map(write('breach', ofBreach.breachId)),
    ];
  });

/** How many perpetrators there are. */
export const COUNT = 160;
/** What was recorded of them, in the order of the days; the same every time. */
export const written: readonly Written[] = fc
  .sample(fc.array(story, { minLength: COUNT, maxLength: COUNT }), { seed: 20261121, numRuns: 1 })[0]!
  .flatMap((make, nth) => make(nth))
  .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
