import { describe, expect, it } from '@jest/globals';
import { force } from '#access';
import type { LocalDate } from '#calendar';
import { allegationChoices, isDoneToNobody, nothingToNotify, shownAtOnce, whyKept } from './allegation-choices.js';
import { allegeable } from './allegeable.js';
import { allegingOf, keyOf } from './alleging-keys.js';
import type { OrderFact } from '#orders';
import { made, moved, notified, order, orderMade, orderServed, orderVaried, version } from './example-orders.js';

const june8 = { on: '2026-06-08', until: '2026-06-08', at: null };
const conditions = [version('c-1', 'c-1-1', { number: 1, code: 'EX-AREA' }), version('c-2', 'c-2-1', { number: 2, code: 'NC-DIR' })];
const spo = order(orderMade('o-1', { conditions }), orderServed('o-1', made));

describe('what may be ticked', () => {
  it('is the conditions then in force, those that the tiles suggest first', () => {
    const [choices] = allegationChoices(allegeable([spo], june8), ['message']);
    expect(choices).toMatchObject({ state: 'in-force', unknownToHim: false, title: 'Stalking protection order' });
    expect(choices?.choices.map(({ key, suggested }) => [key, suggested])).toEqual([
      ['o-1/c-2/c-2-1', true],
      ['o-1/c-1/c-1-1', false],
    ]);
  });

  it('ticks nothing where two orders in force protect different people, and calls each by its force', () => {
    const theirs = (protectedPersonIds: readonly string[], end: LocalDate = '2028-05-13') =>
      order(
        orderMade('o-2', { conditions: [version('c-9', 'c-9-1')], force: '42', protectedPersonIds, end: { is: 'fixed', lastDay: end } }),
      );
    const seen = (...orders: Parameters<typeof allegeable>[0]) =>
      allegationChoices(allegeable(orders, june8), ['message']).flatMap(({ title, choices }) =>
        choices.flatMap(({ suggested, likely }) => (likely ? [`${title}${suggested ? ', ticked' : ''}`] : [])),
      );
    const [kent, essex] = ['46', '42'].map((cjs) => `Stalking protection order of 14 May 2026, ${force(cjs)?.name ?? ''}`);
    expect(seen(spo, theirs(['v-2']))).toEqual([kent, essex]);
    expect(seen(spo, theirs(['v-2', 'v-1']))).toEqual([`${kent}, ticked`, `${essex}, ticked`]);
    expect(seen(spo, theirs(['v-2'], '2026-06-07'))).toEqual([`${kent}, ticked`]);
    expect(seen(spo)).toEqual(['Stalking protection order, ticked']);
  });

  it('ticks a missed requirement only where there is one', () => {
    const duties = (...codes: readonly ('R-SIGN' | 'R-PROG')[]) => {
      const required = codes.map((code, nth) => version(`d-${nth}`, `d-${nth}-1`, { number: nth + 1, code, category: 'requirement' }));
      const [choices] = allegationChoices(allegeable([order(orderMade('o-1', { conditions: required }))], june8), ['missed-requirement']);
      return choices?.choices.map(({ suggested, likely }) => [suggested, likely]);
    };
    expect(duties('R-SIGN')).toEqual([[true, true]]);
    expect(duties('R-SIGN', 'R-PROG')).toEqual([
      [false, true],
      [false, true],
    ]);
  });

  it('is the offences of the duty to notify when that is what happened', () => {
    const keys = allegationChoices(allegeable([spo], june8), ['notification'])[0]?.choices.map(({ key }) => key);
    expect(keys).toContain('o-1/ST19004');
  });

  it('says of a full order in place of an interim one that the first notification was never given', () => {
    const interim = order(orderMade('o-0', { kind: 'interim-spo' }));
    const told = (...orders: Parameters<typeof allegeable>[0]) =>
      allegeable(orders, june8)
        .flatMap(({ notification }) => notification)
        .flatMap(({ stood }) => stood);
    const full = order(orderMade('o-1', { replaces: 'o-0' }));
    expect(told(interim, full)).toContain('The first notification under the interim order was never given: ask the force solicitor');
    expect(told(full)).toEqual([]);
  });

  it('ticks a failure to notify only where a duty ran out unmet, and says how each duty stood', () => {
    const served = [orderMade('o-1', { conditions }), orderServed('o-1', made)];
    const ticked = (...facts: readonly OrderFact[]) =>
      allegationChoices(allegeable([order(...served, ...facts)], june8), ['notification']).flatMap(({ choices }) =>
        choices.filter(({ suggested }) => suggested).map(({ key }) => key),
      );
    expect(ticked()).toEqual(['o-1/ST19002']);
    expect(ticked(notified('initial', '2026-05-15'))).toEqual([]);
    expect(ticked(notified('initial', '2026-05-17'))).toEqual(['o-1/ST19002']);
    expect(ticked(notified('initial', '2026-05-15'), moved('2026-06-01'))).toEqual(['o-1/ST19004']);
    expect(ticked(notified('initial', '2026-05-15'), moved('2026-06-07'))).toEqual([]);
    const [inTime] = allegationChoices(allegeable([order(...served, notified('initial', '2026-05-15'))], june8), ['notification']);
    expect(inTime?.choices[0]?.detail).toBe('ST19002. Due by the end of 16 May 2026: the police were notified on 15 May 2026, in time');
    const [unserved] = allegationChoices(allegeable([order(orderMade('o-1'))], june8), ['notification']);
    expect(unserved?.choices.some(({ suggested }) => suggested)).toBe(false);
  });

  it('lists no order that brings no duty to notify where only that is what happened', () => {
    const restraining = order(orderMade('o-2', { kind: 'restraining-conviction' }));
    const ids = (kinds: Parameters<typeof allegationChoices>[1]) =>
      allegationChoices(allegeable([spo, restraining], june8), kinds).map(({ orderId }) => orderId);
    expect(ids(['notification'])).toEqual(['o-1']);
    expect(ids(['notification', 'message'])).toEqual(['o-1', 'o-2']);
  });

  it('denies no duty of a kind whose offence has no confirmed code', () => {
    const [dapo, injunction] = (['dapo', 'pha-injunction'] as const).map((kind) => allegeable([order(orderMade('o-1', { kind }))], june8));
    expect(nothingToNotify(dapo ?? [], ['notification'])).toMatch(/^Domestic abuse protection order: .* not confirmed/);
    expect(nothingToNotify(injunction ?? [], ['notification'])).toMatch(/^No order in force then/);
    expect(nothingToNotify(allegeable([order(orderMade('o-1'))], june8), ['notification'])).toBeNull();
    expect(nothingToNotify(dapo ?? [], ['call'])).toBeNull();
  });

  it('is done to nobody when it is only that the police were not notified', () => {
    expect(isDoneToNobody(['notification'])).toBe(true);
    expect(isDoneToNobody(['notification', 'call'])).toBe(false);
    expect(isDoneToNobody([])).toBe(false);
  });

  it('shows at once what the tiles may mean, and folds three or more others, unless a wording or a duty to notify is in question', () => {
    const shown = (
      codes: readonly ('EX-AREA' | 'NC-DIR' | 'DEV-HIST' | 'ITEM' | 'SEARCH')[],
      kinds: Parameters<typeof allegationChoices>[1],
    ) => {
      const many = codes.map((code, nth) => version(`m-${nth}`, `m-${nth}-1`, { number: nth + 1, code }));
      const [choices] = allegationChoices(allegeable([order(orderMade('o-1', { conditions: many }))], june8), kinds);
      return choices && [shownAtOnce(choices, kinds), choices.choices.length];
    };
    expect(shown(['EX-AREA', 'DEV-HIST', 'ITEM', 'NC-DIR'], ['message'])).toEqual([1, 4]);
    expect(shown(['EX-AREA', 'DEV-HIST', 'NC-DIR'], ['message'])).toEqual([3, 3]);
    expect(shown(['EX-AREA', 'DEV-HIST', 'ITEM'], ['message'])).toEqual([3, 3]);
    const both = shown(['EX-AREA', 'DEV-HIST', 'ITEM', 'NC-DIR'], ['message', 'notification']);
    expect(both?.[0]).toBe(both?.[1]);
  });

  it('is nothing of an order that was not in force, which comes last', () => {
    const ended = order(orderMade('o-2', { end: { is: 'fixed', lastDay: '2026-06-07' } }));
    const all = allegationChoices(allegeable([ended, spo], june8), ['message']);
    expect(all.map(({ orderId, state, choices }) => [orderId, state, choices.length])).toEqual([
      ['o-1', 'in-force', 2],
      ['o-2', 'not-in-force', 0],
    ]);
  });

  it('names what is unclear on the day of a change', () => {
    const changed = order(
      orderMade('o-1', { conditions }),
      orderVaried('o-1', { on: '2026-06-08', at: '2026-06-08T10:00:00.000Z' }, [
        { change: 'reworded', version: { ...conditions[0]!, versionId: 'c-1-2' } },
      ]),
    );
    const [choices] = allegationChoices(allegeable([changed], june8), ['area']);
    expect(choices).toMatchObject({ state: 'in-force', unclear: ['Stay out of an area'] });
    expect(choices?.choices.map(({ key }) => key)).toEqual(['o-1/c-2/c-2-1']);
  });

  it('says why contact is kept that nobody alleges', () => {
    expect(whyKept(allegeable([], june8), ['call'])).toBe('no-order-in-force');
    const bare = order(orderMade('o-2', { conditions: [] }));
    expect(whyKept(allegeable([bare], june8), ['device'])).toBe('no-condition-forbids-it');
    expect(whyKept(allegeable([bare, spo], june8), ['device'])).toBe('not-alleged');
    expect(whyKept(allegeable([spo], june8), ['call'])).toBe('not-alleged');
    expect(whyKept(allegeable([spo], june8), ['other'])).toBe('not-alleged');
    expect(whyKept(allegeable([], june8), ['other'])).toBe('no-order-in-force');
  });
});

describe('the value of a tick', () => {
  it('is read back as it was written', () => {
    for (const key of ['o-1/c-1/c-1-1', 'o-1/ST19004']) expect(keyOf(allegingOf(key)!)).toBe(key);
  });

  it('is nothing else', () => {
    for (const key of ['', 'o-1', 'a/b/c/d', 'o-1//c', '../x']) expect(allegingOf(key)).toBeNull();
  });
});
