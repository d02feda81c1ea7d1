import { describe, expect, it } from '@jest/globals';
import { checksOf } from '../domain/checks.js';
import type { OrderDraft } from '../domain/draft.js';
import * as s from '../domain/specimens.js';
import { type DraftCondition, withWordsOnly } from '../domain/draft.js';
import { recordOrder, type RecordedOrder } from './record-order.js';

const restraining: RecordedOrder = {
  orderId: s.orderId,
  perpetratorId: s.perpetratorId,
  force: s.force,
  kind: 'restraining-conviction',
  origin: 'conviction',
  protectedPersonIds: [s.protectedA],
  dateOfBirth: '1988-03-04',
  draft: s.orderDraft({ court: s.crown, end: { is: 'until-further-order' }, reference: 'T2026 0001' }),
};
const record = (over: Partial<RecordedOrder>) => recordOrder(s.orderOf(), { ...restraining, ...over }, s.now);

describe('recording an order', () => {
  it('needs no application', () => {
    const facts = record({});
    expect(facts).toMatchObject([
      {
        type: 'OrderMade',
        data: { applicationId: null, kind: 'restraining-conviction', origin: 'conviction' },
        personal: { reference: { value: 'T2026 0001' } },
      },
    ]);
    expect(s.orderOf(...facts)).toMatchObject({
      is: 'standing',
      conditions: [{ versions: [{ words: { value: { wording: 'You must not contact A by any means' } } }] }],
    });
  });

  it.each([
    [
      'a requirement in a restraining order',
      { draft: s.orderDraft({ court: s.crown, conditions: [s.draftCondition('p', 1, { code: 'R-PROG' })] }) },
      'prohibitions-only',
    ],
    [
      'a bespoke requirement in a restraining order',
      { draft: s.orderDraft({ court: s.crown, conditions: [s.draftCondition('p', 1, { code: 'BESPOKE', category: 'requirement' })] }) },
      'prohibitions-only',
    ],
    ['an origin the kind does not have', { origin: 'notice' }, 'wrong-origin'],
    ['a court that cannot make it', { draft: s.orderDraft({ court: { type: 'family', name: 'Testville' } }) }, 'wrong-court'],
    ['a day before the respondent was born', { dateOfBirth: '2026-05-15' }, 'before-birth'],
    ['a respondent of nine', { dateOfBirth: '2016-05-15' }, 'too-young'],
    ['nobody protected', { protectedPersonIds: [] }, 'nobody-protected'],
    ['a DVPO of two years', { kind: 'dvpo', origin: 'application', draft: s.orderDraft() }, 'too-long'],
    [
      'a notice against somebody under 18',
      {
        kind: 'dapn',
        origin: 'notice',
        dateOfBirth: '2010-01-01',
        draft: s.orderDraft({ end: s.until('2026-05-16'), court: { type: 'police', name: 'Testville' } }),
      },
      'adults-only',
    ],
    ['a day to come', { draft: s.orderDraft({ court: s.crown, made: s.on('2026-12-01') }) }, 'in-the-future'],
  ] as const)('is refused with %s', (_, over, reason) => {
    expect(s.refusal(() => record(over))).toBe(reason);
  });

  it('is refused with something to be handed in by a day on which the order does not hold', () => {
    const surrender = (deadline: string) => {
      const parameters = { list: 'One telephone', station: 'Testville police station', deadline };
      const made = { code: 'R-SURR', library: 2 } as const;
      const conditions = [s.draftCondition('surrender', 3, { ...made, parameters, wording: s.saying(made, parameters) })];
      return () => record({ kind: 'spo', origin: 'application', draft: s.orderDraft({ conditions }) });
    };
    for (const deadline of ['2026-05-13', '2028-05-14']) expect(s.refusal(surrender(deadline))).toBe('due-outside-order');
    for (const deadline of ['2026-05-14', '2028-05-13']) expect(surrender(deadline)).not.toThrow();
  });

  it('is refused while the words of a condition and its details say different things, but with the details cleared', () => {
    const distance = s.draftCondition('distance', 1, {
      ...{ code: 'AP-DIST', library: 2, parameters: { metres: '500', persons: s.protectedA } },
      wording: 'You must not come within 900 metres of A',
    });
    const making = (condition: DraftCondition) => () =>
      record({ kind: 'spo', origin: 'application', draft: s.orderDraft({ conditions: [condition] }) });
    expect(s.refusal(making(distance))).toBe('words-disagree');
    const [made] = making(withWordsOnly(distance))();
    expect(made).toMatchObject({
      data: { conditions: [{ wordsOnly: true }] },
      personal: { 'words:distance-v1': { value: { parameters: { persons: s.protectedA } } } },
    });
    expect(making({ ...distance, parameters: { metres: '900' } })).not.toThrow();
  });

  it('is refused with a condition whose own last day lies before the order was made', () => {
    const ending = (lastDay: string) => () =>
      record({
        kind: 'spo',
        origin: 'application',
        draft: s.orderDraft({ conditions: [s.draftCondition('c', 1, { end: s.until(lastDay) })] }),
      });
    for (const lastDay of ['2020-01-01', '2026-05-13']) expect(s.refusal(ending(lastDay))).toBe('condition-ends-before');
    expect(s.refusal(ending('2028-05-14'))).toBe('condition-outlasts-order');
    expect(ending('2026-05-14')).not.toThrow();
  });

  it('asks for a look at a condition that ends before an order may, and at an unknown end, and refuses neither', () => {
    const checks = (draft: Partial<OrderDraft>) => {
      const order = s.orderOf(...record({ kind: 'spo', origin: 'application', draft: s.orderDraft(draft) }));
      return order.is === 'unmade' ? null : checksOf(order);
    };
    expect(checks({})).toEqual([]);
    expect(checks({ conditions: [s.draftCondition('contact', 1, { end: s.until('2027-05-13') })] })).toEqual([
      expect.stringContaining('Condition 1'),
    ]);
    expect(checks({ end: { is: 'unknown' } })).toEqual([expect.stringContaining('unknown')]);
  });

  it('asks why a court made a stalking protection order that belongs to the other by age, and takes the answer', () => {
    const youth = { type: 'youth', name: 'Testville Youth Court' } as const;
    const made = (dateOfBirth: string | null, court: OrderDraft['court'], over: Partial<RecordedOrder> = {}) =>
      record({ kind: 'spo', origin: 'application', dateOfBirth, draft: s.orderDraft({ court }), ...over });
    const magistrates = s.orderDraft().court;
    const [seventeen, adult] = ['2008-05-15', '2008-05-14'];
    for (const kind of ['spo', 'interim-spo'] as const) {
      expect(s.refusal(() => made(seventeen, magistrates, { kind }))).toBe('other-forum');
      expect(s.refusal(() => made(adult, youth, { kind }))).toBe('other-forum');
    }
    expect(made(seventeen, magistrates, { otherForum: 'sent-there' })).toMatchObject([{ data: { otherForum: 'sent-there' } }]);
    expect(made(adult, youth, { otherForum: 'turned-18' })).toMatchObject([{ data: { otherForum: 'turned-18' } }]);
    for (const [born, court] of [
      [seventeen, youth],
      [adult, magistrates],
      [null, youth],
    ] as const) {
      expect(made(born, court)[0]?.data).not.toHaveProperty('otherForum');
    }
    expect(s.refusal(() => made(adult, magistrates, { otherForum: 'other' }))).toBe('own-forum');
    expect(() => record({ dateOfBirth: seventeen })).not.toThrow();
  });

  it('asks whether it is on record already where one of the same kind, day and court is, and takes a second', () => {
    const { kind, draft } = restraining;
    const alike = { orderId: s.interimId, kind, made: draft.made, court: { ...draft.court, name: ` ${draft.court.name.toUpperCase()}.` } };
    const again =
      (known: Partial<typeof alike>, isAnother = false) =>
      () =>
        recordOrder(s.orderOf(), { ...restraining, isAnother }, s.now, undefined, null, [{ ...alike, ...known }]);
    expect(s.refusal(again({}))).toBe('recorded-before');
    expect(again({}, true)).not.toThrow();
    expect(again({ orderId: s.orderId })).not.toThrow();
    expect(again({ made: s.on('2026-05-13') })).not.toThrow();
    expect(again({ court: { ...draft.court, name: 'Elsewhere' } })).not.toThrow();
    expect(again({ kind: 'spo' })).not.toThrow();
  });

  it('happens once', () => {
    expect(s.refusal(() => recordOrder(s.orderOf(s.orderMade()), restraining, s.now))).toBe('already-recorded');
  });
});
