import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answersOf, type Speaking } from '../../drafted-application/answers.js';
import { hearsayAsked, interimAsked } from './asked.js';

const speaking: Speaking = { person: (id) => id, text: (value) => value, incident: (id) => id, begunOn: '2026-02-01' };
const yesNo = fc.option(fc.boolean());
const day = fc.option(fc.constantFrom('2026-03-01', '2026-04-01'));
const text = (value: string) => fc.option(fc.constant({ value, about: [] as string[] }));

const interim = fc.record({
  ...{ sought: yesNo, notice: fc.option(fc.constantFrom('with' as const, 'without' as const)), until: day },
  ...{ why: text('why'), whyWithoutNotice: text('why without') },
});
const hearsay = fc.record({ relied: yesNo, hearingOn: day, what: text('what'), why: text('why') });

/** The words that would be printed, and those that whoever checks the application reads. */
const printed = (asked: object) =>
  Object.values(asked).flatMap((one: unknown) => (one && typeof one === 'object' && 'value' in one ? [one.value] : []));

describe('What is asked for', () => {
  it('says no words that whoever checks the application does not read', () => {
    fc.assert(
      fc.property(interim, hearsay, (one, other) => {
        const shown = [...answersOf('interim', one, speaking), ...answersOf('hearsay', other, speaking)].flatMap(({ lines }) => lines);
        expect(shown).toEqual(expect.arrayContaining([...printed(interimAsked(one)), ...printed(hearsayAsked(other))]));
      }),
    );
  });

  it('keeps no words for what is not asked for', () => {
    fc.assert(
      fc.property(interim, hearsay, (one, other) => {
        expect(one.sought === true || printed(interimAsked(one)).length === 0).toBe(true);
        expect(one.notice === 'without' || interimAsked(one).whyWithoutNotice === null).toBe(true);
        expect(other.relied === true || printed(hearsayAsked(other)).length === 0).toBe(true);
      }),
    );
  });
});
