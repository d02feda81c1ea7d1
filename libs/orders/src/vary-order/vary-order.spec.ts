import { describe, expect, it } from '@jest/globals';
import { conditionsInForceAt } from '../domain/in-force.js';
import * as s from '../domain/specimens.js';
import { varyOrder, type VariationDetails } from './vary-order.js';

const { on, until } = s;
const area = s.draftCondition('area', 2, { code: 'EX-AREA', wording: 'You must not enter Testville centre' });
const made = s.orderMade({ conditions: [s.version('area', 1, { code: 'EX-AREA' })] });
const widened: VariationDetails = {
  variationId: 'v1',
  court: s.maidstone,
  effective: on('2026-07-03', '14:00'),
  onApplicationOf: 'chief-officer',
  respondentPresent: true,
  changes: [{ change: 'reworded', condition: area }],
  end: null,
  reason: 'She moved',
};
const vary = (over: Partial<VariationDetails>, state = s.orderOf(made)) => varyOrder(state, { ...widened, ...over });
const wordsAt = (day: string, time: string) => {
  const [then] = conditionsInForceAt(s.orderOf(made, ...vary({})), on(day, time));
  return then?.is === 'in-force' ? then.version.words.value?.wording : then?.is;
};

describe('varying an order', () => {
  it('leaves the old words in force up to its hour', () => {
    expect(wordsAt('2026-07-03', '13:59')).toBe('You must not contact A by any means');
    expect(wordsAt('2026-07-03', '14:00')).toBe('You must not enter Testville centre');
  });

  it('may begin in the past', () => {
    expect(vary({ effective: on('2026-06-01') })).toMatchObject([{ type: 'OrderVaried', data: { effective: { on: '2026-06-01' } } }]);
  });

  it('may change nothing but the end', () => {
    expect(vary({ changes: [], end: { is: 'until-further-order' } })).toHaveLength(1);
  });

  it('keeps no new end where it is the one the order had', () => {
    expect(vary({ end: s.until('2028-05-13') })).toMatchObject([{ data: { end: null } }]);
  });

  it('seals the words for all whom they may name', () => {
    expect(vary({})[0]?.personal).toMatchObject({
      'words:area-v2': { about: [s.perpetratorId, s.protectedA] },
      reason: { value: 'She moved' },
    });
  });

  it.each([
    ['asked for by the protected person, who has no standing', { onApplicationOf: 'protected-person' }, 'no-standing'],
    ['by the county court', { court: { type: 'county', name: 'Testville' } }, 'wrong-court'],
    ['before the order', { effective: on('2026-05-01') }, 'not-in-force'],
    ['after the order', { effective: on('2028-05-14') }, 'not-in-force'],
    ['that changes nothing', { changes: [] }, 'nothing-changed'],
    ['that gives it the end it has', { changes: [], end: s.until('2028-05-13') }, 'nothing-changed'],
    ['of a condition that is not there', { changes: [{ change: 'removed', conditionId: 'x' }] }, 'condition-not-in-force'],
    ['that adds what is there', { changes: [{ change: 'added', condition: area }] }, 'condition-exists'],
    ['that leaves no condition', { changes: [{ change: 'removed', conditionId: 'area' }] }, 'no-conditions-left'],
    ['of one clause twice', { changes: [...widened.changes, { change: 'removed', conditionId: 'area' }] }, 'changed-twice'],
    ['in the same words', { changes: [{ change: 'reworded', condition: s.draftCondition('area', 2, { code: 'EX-AREA' }) }] }, 'same-words'],
    [
      'that names somebody it does not protect',
      {
        changes: [
          { change: 'added', condition: s.draftCondition('d', 2, { number: 2, library: 2, parameters: { persons: s.protectedB } }) },
        ],
      },
      'person-not-protected',
    ],
    [
      'that changes the words but not the details',
      {
        changes: [
          {
            change: 'reworded',
            condition: s.draftCondition('area', 2, {
              ...{ code: 'EX-AREA', library: 2, parameters: { area: 'Market Square' }, wording: 'You must not enter Secret Lane' },
            }),
          },
        ],
      },
      'words-disagree',
    ],
    ['that ends it before two years', { end: until('2027-05-14') }, 'too-short'],
  ] as const)('is refused %s', (_, over, reason) => {
    expect(s.refusal(() => vary(over as Partial<VariationDetails>))).toBe(reason);
  });

  it('is open to the protected person under a restraining order, which stays one of prohibitions', () => {
    const restraining = s.orderOf(s.orderMade({ kind: 'restraining-conviction', court: s.crown, conditions: [s.version('area', 1)] }));
    expect(vary({ onApplicationOf: 'protected-person' }, restraining)).toHaveLength(1);
    const programme = { change: 'added', condition: s.draftCondition('programme', 1, { code: 'R-PROG' }) } as const;
    expect(s.refusal(() => vary({ onApplicationOf: 'protected-person', changes: [programme] }, restraining))).toBe('prohibitions-only');
  });
});
