import { describe, expect, it } from '@jest/globals';
import type { OrderFact } from '../domain/events.js';
import { orderMade } from '../domain/order-made.js';
import * as s from '../domain/specimens.js';
import { checkedAs, earlierSpans, occasionsToCheck } from '../domain/requirement-checks.js';
import { isInError } from '../domain/in-error.js';
import { recordInError } from '../record-in-error/record-in-error.js';
import { entryInWords } from '../record-in-error/entry-words.js';
import { checkRequirement as checked, type RequirementAnswer } from './check-requirement.js';

const begins = { orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, kind: 'spo', origin: 'application' } as const;
const sign = s.draftCondition('sign', 1, {
  ...{ code: 'R-SIGN', library: 2, category: 'requirement', wording: 'Sign on at Testville on Tuesday and Friday between 18:00 and 20:00' },
  parameters: { station: 'Testville', days: 'tue,fri', hours: '18:00-20:00' },
});
const made = orderMade(
  { ...begins, applicationId: s.applicationId, protectedPersonIds: [s.protectedA], replaces: null },
  s.orderDraft({ conditions: [sign] }),
);
const order = s.orderOf(made);
const now = s.on('2026-05-22', '12:00');
const checkRequirement = (state: typeof order, said: RequirementAnswer, at = now, of = 'c') =>
  checked(state, said, at, (one) => `${of} ${one}`);
const answer = (over: Partial<RequirementAnswer> = {}): RequirementAnswer => ({
  ...{ occasions: [{ versionId: 'sign-v1', day: '2026-05-15' }], result: 'met', note: null },
  ...over,
});
function after(...answers: readonly RequirementAnswer[]): OrderFact[] {
  return answers.reduce<OrderFact[]>(
    (facts, one, nth) => [...facts, ...checkRequirement(s.orderOf(...facts), one, now, `c${nth}`)],
    [made],
  );
}

describe('an occasion of a requirement', () => {
  it('is met, missed or excused, and what is recorded last counts', () => {
    const both = answer({ occasions: ['2026-05-19', '2026-05-15'].map((day) => ({ versionId: 'sign-v1', day })) });
    expect(checkRequirement(order, both, now)).toMatchObject([
      { type: 'RequirementChecked', data: { days: ['2026-05-15', '2026-05-19'], result: 'met' } },
    ]);
    const state = s.orderOf(...after(both, answer({ result: 'excused', note: 'In hospital' })));
    if (state.is === 'unmade') throw new Error('made');
    expect(occasionsToCheck(state, '2026-05-22').map(({ day, result }) => [day, result])).toEqual([
      ['2026-05-15', 'excused'],
      ['2026-05-19', 'met'],
      ['2026-05-22', null],
    ]);
    expect(checkedAs(state, 'sign-v1', '2026-05-22')).toBeNull();
  });

  it('is asked for however far back it lies, all the earlier ones together', () => {
    const later = s.on('2026-09-01', '12:00');
    if (order.is === 'unmade') throw new Error('made');
    const [span] = earlierSpans(order, later.on);
    expect(span).toMatchObject({ versionId: 'sign-v1', number: 1, from: '2026-05-15', to: '2026-07-31', count: 23 });
    expect(occasionsToCheck(order, later.on)[0]).toMatchObject({ day: '2026-05-15', result: null });
    const [all] = checkRequirement(order, answer({ occasions: [{ versionId: 'sign-v1', day: '2026-05-15', to: '2026-07-31' }] }), later);
    expect(all?.type === 'RequirementChecked' && all.data.days).toHaveLength(23);
    const state = s.orderOf(made, ...(all ? [all] : []));
    if (state.is === 'unmade') throw new Error('made');
    expect(earlierSpans(state, later.on)).toEqual([]);
    expect(occasionsToCheck(state, later.on)[0]).toMatchObject({ day: '2026-08-04', result: null });
    const ahead = answer({ occasions: [{ versionId: 'sign-v1', day: '2026-05-15', to: '2026-09-30' }] });
    expect(s.refusal(() => checkRequirement(order, ahead, later))).toBe('not-yet');
  });

  it('waits again when what is recorded of it was said to be in error, and what was recorded before counts again', () => {
    const facts = after(answer(), answer({ result: 'missed' }));
    const takenBack =
      (...known: OrderFact[]) =>
      (nth: number) =>
        recordInError(
          s.orderOf(...known),
          { errorId: `e${nth}`, of: { is: 'entry', key: `requirement-check:c${nth} check sign-v1` }, reason: 'Of another man' },
          { force: s.force, now: '2026-05-22T12:00:00.000Z' },
        );
    const is = (...known: OrderFact[]) => {
      const state = s.orderOf(...known);
      if (state.is === 'unmade') throw new Error('made');
      return state;
    };
    expect(entryInWords(is(...facts), { is: 'requirement-check', id: 'c1 check sign-v1' })).toBe('Requirement 1 missed on 15 May 2026');
    const once = [...facts, ...takenBack(...facts)(1)];
    expect(checkedAs(is(...once), 'sign-v1', '2026-05-15')).toBe('met');
    const twice = [...once, ...takenBack(...once)(0)];
    expect(occasionsToCheck(is(...twice), '2026-05-22')[0]).toMatchObject({ day: '2026-05-15', result: null });
    expect(facts.slice(1).map((fact) => isInError(is(...once), fact, '2026-05-22T11:00:00.000Z'))).toEqual([false, true]);
    expect(s.refusal(() => takenBack(...twice)(0))).toBe('no-such-entry');
  });

  it('is recorded once', () => {
    expect(checkRequirement(s.orderOf(...after(answer())), answer(), now)).toEqual([]);
  });

  it.each<[string, Partial<RequirementAnswer>, string]>([
    ['on a day without one', { occasions: [{ versionId: 'sign-v1', day: '2026-05-16' }] }, 'no-such-occasion'],
    ['of another wording', { occasions: [{ versionId: 'x', day: '2026-05-15' }] }, 'no-such-occasion'],
    ['to come', { occasions: [{ versionId: 'sign-v1', day: '2026-05-26' }] }, 'not-yet'],
    ['excused without a reason', { result: 'excused' }, 'note-needed'],
  ])('is refused %s', (_, over, reason) => {
    expect(s.refusal(() => checkRequirement(order, answer(over), now))).toBe(reason);
  });
});
