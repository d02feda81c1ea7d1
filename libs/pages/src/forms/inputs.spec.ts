import { describe, expect, it } from '@jest/globals';
import { newForm } from './form-view.js';
import { choiceItems, dateItems } from './inputs.js';

const chosen = (form: ReturnType<typeof newForm>, items: { value: string }[]): boolean[] =>
  choiceItems(form, 'answer', items).map((item) => 'selected' in item && item.selected === true);

describe('what is typed', () => {
  it('is text; something of another shape is nothing', () => {
    const form = newForm({ words: 'waited', count: 2, junk: { a: 'b' }, list: ['a', 'b'], on: { day: { a: 'b' }, month: '2' } });
    expect(['words', 'count', 'junk', 'list', 'on.day', 'none'].map((path) => form.text(path))).toEqual(['waited', '2', '', '', '', '']);
    expect(dateItems(form, 'on').map((item) => (item as { value: unknown }).value)).toEqual(['', '2', '']);
  });
});

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
