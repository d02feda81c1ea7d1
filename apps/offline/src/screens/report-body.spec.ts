import { describe, expect, it } from '@jest/globals';
import { readForm, readJson } from '#pages';
import { ReportBreachDetails, WhenAndWhat } from '../../../../libs/breaches/src/report-breach/report-breach.dto.js';
import { posted } from './posted.fixture.js';
import { bodyOf, fieldsOf, keptAndAlleged, type WhatAnswers } from './report-body.js';
import type { WhenAnswers } from './report.js';
import { most } from './report-what.js';

const key = '6f1c0a52-55a1-4b8e-9a0e-3a4b1f6c2d10/c-1/c-1-1';
const order = '6f1c0a52-55a1-4b8e-9a0e-3a4b1f6c2d10';
const victim = '6f1c0a52-55a1-4b8e-9a0e-3a4b1f6c2d11';
const what: WhatAnswers = {
  ...{
    alleging: [key],
    keep: false,
    account: 'A text message',
    people: [victim],
    evenSo: [],
    reasonableExcuse: 'offered',
    excuse: 'A mistake',
  },
  ...{ reportedAt: '2026-10-25T08:10:00.000Z', place: 'Testville', channel: 'phone-101', reporter: 'witness' },
};
// In the hour that came twice.
const atNight: WhenAnswers = {
  when: 'other',
  occurred: { on: '2026-10-25', until: '2026-10-25', at: '2026-10-25T01:30:00.000Z' },
  which: 'later',
  kinds: ['message', 'call'],
};
const overDays: WhenAnswers = {
  when: 'other',
  occurred: { on: '2026-10-01', until: '2026-10-03', at: null },
  which: null,
  kinds: ['gift'],
};

describe('A report made without signal', () => {
  it('is what the API takes, word for word', () => {
    const reading = readJson(ReportBreachDetails, bodyOf(atNight, what));
    expect(reading).toMatchObject({
      ok: true,
      value: { at: '2026-10-25T01:30:00.000Z', alleging: [key], people: [victim], excuse: 'A mistake' },
    });
    expect(
      readJson(ReportBreachDetails, bodyOf(overDays, { ...what, alleging: [], keep: true, reasonableExcuse: null, excuse: null })),
    ).toMatchObject({
      ...{ ok: true, value: { on: '2026-10-01', until: '2026-10-03', keep: true } },
    });
  });

  it('is no contact that is kept while something is alleged, or excused: it asks first', () => {
    const fields = (keep: boolean, alleging: readonly string[], excuse: string) =>
      keptAndAlleged(keep, alleging, excuse).map(({ field }) => field);
    expect(fields(true, [key], 'offered')).toEqual(['alleging', 'reasonableExcuse']);
    expect([fields(true, [], 'not-asked'), fields(true, [], ''), fields(false, [key], 'offered')]).toEqual([[], [], []]);
  });

  it('says of which order it was confirmed that it protects none of the people named', () => {
    const confirmed = { ...what, evenSo: [order] };
    expect(readJson(ReportBreachDetails, bodyOf(atNight, confirmed))).toMatchObject({ ok: true, value: { evenSo: [order] } });
    expect(bodyOf(atNight, what)).not.toHaveProperty('evenSo');
    expect(fieldsOf(atNight, confirmed)).toContainEqual(['evenSo', order]);
  });

  it('is taken where a failure to notify is alleged, whatever the device did not know; its form asks', () => {
    const failure = { ...what, alleging: ['6f1c0a52-55a1-4b8e-9a0e-3a4b1f6c2d10/ST19002'] };
    expect(readJson(ReportBreachDetails, bodyOf(atNight, failure))).toMatchObject({ ok: true, value: { recordIsWrong: true } });
    expect(bodyOf(atNight, what)).not.toHaveProperty('recordIsWrong');
    expect(fieldsOf(atNight, failure).map(([name]) => name)).not.toContain('recordIsWrong');
  });

  it('says when nobody can say more exactly when it happened, to the API and in the form', () => {
    const vague: WhenAnswers = { ...overDays, occurred: { ...overDays.occurred, narrowest: true } };
    expect(readJson(ReportBreachDetails, bodyOf(vague, what))).toMatchObject({ ok: true, value: { narrowest: true } });
    expect(readForm(ReportBreachDetails, posted(fieldsOf(vague, what)))).toMatchObject({ ok: true, value: { narrowest: true } });
    expect(readJson(ReportBreachDetails, bodyOf(overDays, what))).not.toMatchObject({ value: { narrowest: true } });
  });

  it.each(Object.entries(most))('may have as many characters here as there: %s', (field, count) => {
    const reads = (length: number) => readJson(ReportBreachDetails, { ...bodyOf(atNight, what), [field]: 'x'.repeat(length) }).ok;
    expect([reads(count), reads(count + 1)]).toEqual([true, false]);
  });

  it('can be finished in the form of the service with every answer kept', () => {
    const body = posted(fieldsOf(atNight, what));
    expect(readForm(WhenAndWhat, body)).toMatchObject({ ok: true, value: { on: '2026-10-25', time: '01:30', which: 'later' } });
    expect(readForm(ReportBreachDetails, body)).toMatchObject({
      ok: true,
      value: { account: 'A text message', place: 'Testville', reasonableExcuse: 'offered', reportedAt: '2026-10-25T08:10:00.000Z' },
    });
    expect(readForm(WhenAndWhat, posted(fieldsOf(overDays, what)))).toMatchObject({ ok: true, value: { until: '2026-10-03' } });
  });
});
