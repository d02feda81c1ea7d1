import { describe, expect, it } from '@jest/globals';
import { personal } from '#event-sourcing';
import fc from 'fast-check';
import type { Clause } from '../domain/conflicts/index.js';
import type { ConditionVersionPlain } from '../domain/events.js';
import * as s from '../domain/specimens.js';
import { againstDraft } from './against-draft.js';

const clause = (id: string, code: ConditionVersionPlain['code'], wording: string, draftedAs?: string): Clause => ({
  plain: s.version(id, 1, { code, ...(draftedAs !== undefined && { draftedAs }) }),
  words: personal([s.perpetratorId], s.words(wording)),
});
const plainly = (text: string) => text;

describe('what the court made of the draft', () => {
  const drafted = [
    clause('d1', 'NC-DIR', 'Not to contact A'),
    clause('d2', 'EX-AREA', 'Not to enter Testville'),
    clause('d3', 'SURV', 'No drones'),
  ];

  it('is told clause by clause, with the words that differ', () => {
    const made = [
      clause('c1', 'EX-AREA', 'Not to enter Mockham', 'd2'),
      clause('c2', 'NC-DIR', 'Not to contact A'),
      clause('c3', 'PUB', 'Post nothing'),
    ];
    expect(againstDraft(drafted, made, plainly)).toMatchObject([
      {
        is: 'changed',
        title: 'Stay out of an area',
        parts: [{ is: 'same' }, { is: 'removed', text: 'Testville' }, { is: 'added', text: 'Mockham' }],
      },
      { is: 'as-drafted', parts: [{ is: 'same', text: 'Not to contact A' }] },
      { is: 'added', parts: [{ is: 'added', text: 'Post nothing' }] },
      { is: 'left-out', title: 'No watching or tracking', parts: [{ is: 'removed', text: 'No drones' }] },
    ]);
  });

  it('is masked for who may not read it, and nothing where it was erased', () => {
    const masks = (text: string) => text.replaceAll('A', 'protected person A');
    expect(againstDraft([], [clause('c1', 'NC-DIR', 'Not to contact A')], masks)[0]?.parts).toEqual([
      { is: 'added', text: 'Not to contact protected person A' },
    ]);
    expect(againstDraft(drafted, [{ plain: s.version('c', 1), words: { about: [], value: null } }], plainly)[0]).toMatchObject({
      parts: null,
    });
  });

  it('leaves out no clause of either, and names none of the draft twice', () => {
    const some = fc.array(fc.constantFrom('NC-DIR', 'SURV', 'BESPOKE'), { maxLength: 5 });
    fc.assert(
      fc.property(some, some, (asked, got) => {
        const draft = asked.map((code, nth) => clause(`d${nth}`, code as 'SURV', `drafted ${nth}`));
        const made = got.map((code, nth) => clause(`c${nth}`, code as 'SURV', `made ${nth}`));
        const told = againstDraft(draft, made, plainly);
        const paired = told.filter((one) => one.is === 'changed').length;
        expect(told).toHaveLength(made.length + draft.length - paired);
      }),
    );
  });
});
