import { describe, expect, it } from '@jest/globals';
import { newForm } from './form-view.js';
import { choiceItems } from './inputs.js';

const chosen = (form: ReturnType<typeof newForm>, items: { value: string }[]): boolean[] =>
  choiceItems(form, 'answer', items).map((item) => 'selected' in item && item.selected === true);

describe('choices', () => {
  const items = ['', 'kent', 'yes', 'no'].map((value) => ({ value }));

  it('are all open in a form nobody has filled in', () => {
    expect(chosen(newForm(), items)).toEqual([false, false, false, false]);
  });

  it('are chosen by their value, and yes and no by what they mean', () => {
    expect(chosen(newForm({ answer: 'kent' }), items)).toEqual([false, true, false, false]);
    expect(chosen(newForm({ answer: true }), items)).toEqual([false, false, true, false]);
    expect(chosen(newForm({ answer: false }), items)).toEqual([false, false, false, true]);
    expect(chosen(newForm({ answer: '' }), items)).toEqual([false, false, false, false]);
  });
});
