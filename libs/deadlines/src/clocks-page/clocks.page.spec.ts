import { describe, expect, it } from '@jest/globals';
import { Clock } from '#event-store';
import type { WebRequest } from '#pages';
import { PageRenderer } from '#pages/module';
import { parse } from 'node-html-parser';
import { clockRules } from '../domain/rules/clock-rules.js';
import { ClocksPage } from './clocks.page.js';

class Noon extends Clock {
  override now(): string {
    return '2026-05-04T12:00:00.000Z';
  }
}

const request = { id: 'r', method: 'GET', url: '/work/clocks', ip: '', headers: {}, query: {}, params: {} } satisfies WebRequest;
function shown(query: Readonly<Record<string, string>>) {
  const page = new ClocksPage(new Noon()).show(query);
  return { status: page.status, html: parse(new PageRenderer({ demo: false, navigation: [] }, new Noon()).render(page, request)) };
}
const on = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { 'on-year': year, 'on-month': month, 'on-day': date };
};
const answer = (query: Readonly<Record<string, string>>) =>
  shown(query)
    .html.querySelectorAll('.govuk-inset-text p')
    .map(({ text }) => text);

describe('the page of the clocks', () => {
  it('says of each how it is counted and whose word that is', () => {
    const { html } = shown({});
    expect(html.querySelectorAll('.ow-clock')).toHaveLength(clockRules.length);
    const words = html.querySelector('main')?.text.replaceAll(/\s+/g, ' ') ?? '';
    expect(words).toContain(
      '3 calendar days, the first day counts, counted from service. Stalking Protection Act 2019 s.9. Read in the source.',
    );
    expect(words).toContain('21 calendar days before the hearing.');
    expect(words).toContain('To be confirmed From memory: to be confirmed by the force solicitor.');
  });

  it('counts a clock that starts on a day of the reader’s own', () => {
    expect(answer({ clock: 'victim-update-enhanced', ...on('2026-05-01') })).toEqual(['In time until the end of 5 May 2026.']);
    expect(answer({ clock: 'detention-24', ...on('2026-05-01'), time: '22:10' })).toEqual([
      'In time until 2 May 2026 at 22:10, which has passed.',
    ]);
    expect(answer({ clock: 'detention-24', ...on('2026-05-04') })[1]).toContain('Counted from midnight');
  });

  it('shows the earlier limit for an appeal as the safe one, and says so', () => {
    for (const clock of ['appeal-business', 'appeal-calendar'])
      expect(answer({ clock, ...on('2026-03-27') })).toEqual([
        'In time until the end of 17 Apr 2026, which has passed.',
        'No source decides between the two limits: 15 business days end with 21 Apr 2026, 21 days with 17 Apr 2026. The earlier is shown as the safe one.',
      ]);
  });

  it('says what to put right', () => {
    expect(shown({ clock: 'detention-24', ...on('2026-02-30') }).status).toBe(400);
    expect(shown({ clock: 'detention-24', ...on('2026-03-29'), time: '01:30' }).html.querySelector('.govuk-error-summary')?.text).toContain(
      'there was no such time',
    );
  });
});
