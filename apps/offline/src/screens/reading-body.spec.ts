import { describe, expect, it } from '@jest/globals';
import { readForm, readJson } from '#pages';
import { ReadOutOrderDto } from '../../../../libs/orders/src/read-out-order/read-out-order.dto.js';
import { posted } from './posted.fixture.js';
import { type ReadingAnswers, readingBody, readingFields } from './reading-body.js';
import { most } from './reading.js';

const answers: ReadingAnswers = {
  read: ['6f1c0a52-55a1-4b8e-9a0e-3a4b1f6c2d10', '6f1c0a52-55a1-4b8e-9a0e-3a4b1f6c2d11'],
  told: ['made', 'end'],
  at: '2026-07-04T00:40:12.345Z',
  place: 'Mill Street',
  by: 'PC 0001 Invented',
  identified: 'Known to me',
  reaction: 'Shut the door',
};
const { at, ...told } = answers;

describe('A reading made without signal', () => {
  it('is what the API takes, word for word, with the London day', () => {
    expect(readJson(ReadOutOrderDto, readingBody(answers))).toMatchObject({ ok: true, value: { ...told, at: { on: '2026-07-04', at } } });
    const silent = readJson(ReadOutOrderDto, readingBody({ ...answers, reaction: null }));
    expect(silent.ok && silent.value.reaction).toBeUndefined();
  });

  it.each(Object.entries(most))('may have as many characters here as there: %s', (field, count) => {
    const reads = (length: number) => readJson(ReadOutOrderDto, { ...readingBody(answers), [field]: 'x'.repeat(length) }).ok;
    expect([reads(count), reads(count + 1)]).toEqual([true, false]);
  });

  it('can be finished in the form of the service with every answer kept', () => {
    const reading = readForm(ReadOutOrderDto, posted(readingFields(answers)));
    expect(reading).toMatchObject({ ok: true, value: { ...told, at: { on: '2026-07-04', at: '2026-07-04T00:40:00.000Z' } } });
  });

  it.each(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'])(
    'keeps which of two it was in the night the clocks go back: %s',
    (then) => {
      const reading = readForm(ReadOutOrderDto, posted(readingFields({ ...answers, at: then })));
      expect(reading).toMatchObject({ ok: true, value: { at: { at: then } } });
    },
  );
});
