import { describe, expect, it } from '@jest/globals';
import { knowledgeAt } from '../domain/knowledge.js';
import { knownNow } from '../domain/known-now.js';
import type { MadeOrder, OrderState } from '../domain/order.js';
import { linesAloud } from '../domain/read-aloud.js';
import * as s from '../domain/specimens.js';
import { renewalToServe } from '../domain/to-serve.js';
import { documentWords } from '../order-record/words.js';
import { readOutOrder, type Reading, toBeRead } from './read-out-order.js';

const { on } = s;
const made = s.orderMade({ conditions: [s.version('contact', 1, { number: 2 }), s.version('area', 1, { number: 1 })] });
const varied = s.orderVaried('v1', on('2026-07-03', '14:00'), {
  changes: [{ change: 'reworded', version: s.version('area', 2, { number: 1 }) }],
});
const reading: Reading = {
  ...{
    read: ['area-v1', 'contact-v1'],
    at: on('2026-06-01', '21:10'),
    place: 'Mill Street',
    by: 'PC 0000 Test',
    identified: 'Known to me',
    reaction: 'Said "I know" and shut the door',
  },
  serviceId: (of) => (of === 'order' ? 's-order' : `s-${of.variationId}`),
};
const read = (order: OrderState, over: Partial<Reading> = {}) => readOutOrder(order, { ...reading, ...over }, s.now);
const later = { at: on('2026-07-04', '21:10'), read: ['area-v2', 'contact-v1'] };

describe('reading the conditions out at the scene', () => {
  it('serves the order, and says which words were read and how he was identified', () => {
    const facts = read(s.orderOf(made));
    expect(facts).toMatchObject([
      {
        type: 'OrderServed',
        data: { served: 'order', method: 'read-by-officer', read: ['area-v1', 'contact-v1'] },
        personal: {
          identified: { about: [s.perpetratorId], value: 'Known to me' },
          reaction: { about: [s.perpetratorId], value: 'Said "I know" and shut the door' },
        },
      },
    ]);
    expect(knowledgeAt(s.orderOf(made, ...facts), 'order', on('2026-06-02'))).toMatchObject({ shownBy: 'service', sure: true });
  });

  it('reads what binds him now, by the clause: with the variation it serves that too', () => {
    const order = s.orderOf(made, varied) as MadeOrder;
    expect(toBeRead(order, later.at).map(({ plain }) => plain.versionId)).toEqual(['area-v2', 'contact-v1']);
    const facts = read(order, later);
    expect(facts.map((fact) => fact.type === 'OrderServed' && fact.data.served)).toEqual(['order', { variationId: 'v1' }]);
    const served = s.orderOf(made, s.orderServed(on('2026-05-15', '09:30')), varied);
    expect(read(served, later)).toMatchObject([{ data: { served: { variationId: 'v1' } } }]);
    expect(s.refusal(() => read(s.orderOf(made, varied, ...facts), later))).toBe('served-already');
  });

  it('is one more service of all that binds him where all was served and that is said', () => {
    const facts = read(s.orderOf(made, varied), later);
    const served = s.orderOf(made, varied, ...facts);
    const again = { ...later, at: on('2026-07-05', '09:00'), again: true };
    expect(s.refusal(() => read(served, { ...again, again: false }))).toBe('served-already');
    expect(read(served, again).map((fact) => fact.type === 'OrderServed' && [fact.data.served, fact.data.at])).toEqual([
      ['order', again.at],
      [{ variationId: 'v1' }, again.at],
    ]);
    // What waits alone, where something does.
    const posted = s.orderOf(made, s.orderServed(on('2026-05-15', '09:30')), varied);
    expect(read(posted, again)).toMatchObject([{ data: { served: { variationId: 'v1' } } }]);
  });

  it('tells of a renewal only where that line was read', () => {
    const renewed = s.orderRenewed(on('2026-06-10', '10:00'), s.until('2030-05-13'));
    const order = s.orderOf(made, s.orderServed(on('2026-05-15', '09:30')), renewed);
    const when = { ...reading, at: on('2026-06-20', '21:10') };
    const lines = linesAloud(order as MadeOrder, when.at).map(({ value }) => value);
    expect(lines).toEqual(['made', 'renewal:renewal-2026-06-10', 'end', 'duties']);
    const silent = readOutOrder(order, when, s.now);
    expect(silent).toMatchObject([{ data: { served: 'order' } }]);
    const untold = s.orderOf(made, s.orderServed(on('2026-05-15', '09:30')), renewed, ...silent) as MadeOrder;
    expect([renewalToServe(untold, s.now), documentWords(untold, 'order', untold.services.at(-1) ?? null)]).toMatchObject([
      { by: 'renewal' },
      'the order',
    ]);
    const facts = readOutOrder(order, { ...when, told: lines }, s.now);
    expect(facts).toMatchObject([{ data: { told: lines } }]);
    const told = s.orderOf(made, s.orderServed(on('2026-05-15', '09:30')), renewed, ...facts) as MadeOrder;
    expect([renewalToServe(told, s.now), documentWords(told, 'order', told.services.at(-1) ?? null)]).toEqual([
      null,
      'the order as renewed on 10 Jun 2026',
    ]);
    const late = s.on('2030-01-10');
    expect([untold, told].map((one) => knownNow(one, late).renewed?.isKnown)).toEqual([false, true]);
    expect(s.refusal(() => readOutOrder(order, { ...when, told: ['renewal:another'] }, s.now))).toBe('other-words');
  });

  it('reads also what was posted and nothing proves to have reached him', () => {
    const posted = s.orderServed(on('2026-05-20'), { method: 'post', proof: 'none-yet' });
    expect(read(s.orderOf(made, posted))).toHaveLength(1);
  });

  it.each([
    ['one condition left out', s.orderOf(made), { read: ['area-v1'] }, 'not-all-read'],
    ['words that are no longer in force', s.orderOf(made, varied), { at: later.at }, 'other-words'],
    ['an order that is over', s.orderOf(made, s.orderQuashed(on('2026-05-20'))), {}, 'not-in-force'],
    ['a time before the order', s.orderOf(made), { at: on('2026-05-14', '09:00') }, 'before-made'],
  ] as const)('refuses %s', (_, order, over, reason) => {
    expect(s.refusal(() => read(order, over))).toBe(reason);
  });
});
