import { describe, expect, it } from '@jest/globals';
import { asTyped, knownAgain, savable, saysAnything } from './save-what-can-be.js';

const row = (number: string, draftedAs?: string) => ({ number, ...(draftedAs === undefined ? {} : { draftedAs }) });
const wrongIn = (field: string) => ({ field, href: `#${field}`, text: `Condition 2 (x): wrong` });
const typed = { duration: 'years', years: 'two', conditions: [row('1'), row('x'), row('y', 'c-1'), row('4')] };
const stored = { duration: 'years', years: 3, conditions: [row('9', 'c-0'), row('3', 'c-1')] };

describe('saving what can be saved', () => {
  const wrong = ['conditions.1.number', 'conditions.2.number', 'years'].map(wrongIn);
  const { values, places } = savable(typed, wrong, stored);

  it('leaves a new condition out and another as it was while they are wrong, and takes out what was taken out', () => {
    expect(values['conditions']).toEqual([row('1'), row('3', 'c-1'), row('4')]);
    expect([places, values['years'], values['duration']]).toEqual([[0, 2, 3], 3, 'years']);
  });

  it('leaves an answer as it was that was not given', () => {
    const { values: kept } = savable({ years: '', conditions: [row('x', 'c-1')] }, ['conditions.0.number', 'years'].map(wrongIn), stored);
    expect(kept).toEqual({ duration: 'years', years: 3, conditions: [row('3', 'c-1')] });
  });

  it('tells errors of the places in which things were typed', () => {
    expect(asTyped([wrongIn('conditions.2.parameters.day')], places)).toEqual([
      { field: 'conditions.3.parameters.day', href: '#conditions-3-parameters-day', text: 'Condition 4 (x): wrong' },
    ]);
    expect(asTyped([wrongIn('duration')], places)).toEqual([wrongIn('duration')]);
  });

  it('knows what was saved again by its id', () => {
    expect(knownAgain(typed, places, [row('1', 'c-2'), row('3', 'c-1'), row('4', 'c-3')])).toEqual([
      row('1', 'c-2'),
      row('x'),
      row('y', 'c-1'),
      row('4', 'c-3'),
    ]);
    expect(knownAgain(typed, places, [])).toEqual(typed.conditions);
  });

  it('saves nothing where nothing is left', () => {
    expect(saysAnything(savable({ conditions: [row('x')] }, [wrongIn('conditions.0.number')], {}))).toBe(false);
    expect(saysAnything({ values, places })).toBe(true);
  });
});
