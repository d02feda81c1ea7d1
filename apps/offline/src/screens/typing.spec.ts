import { describe, expect, it } from '@jest/globals';
import type { Draft } from '../device/drafts.js';
import { whenMeant } from './typing.js';

const draft = (typed: Draft['typed'], at = '2026-07-01T09:10:00.000Z'): Draft => ({
  ...{ personId: 'p', name: 'PLACEHOLDER, Barnaby', shownOn: '2026-07-01', at },
  typed: { kinds: ['call'], ...typed },
});
const soon = '2026-07-01T09:10:30.000Z';
const later = '2026-07-01T10:40:00.000Z';
const nextDay = '2026-07-02T08:00:00.000Z';

describe('When it happened, taken up again later', () => {
  it('is still now a moment later, and afterwards the time it was', () => {
    expect(whenMeant(draft({ when: ['now'] }), soon, true)).toMatchObject({ when: ['now'] });
    expect(whenMeant(draft({ when: ['now'] }), later, true)).toEqual({ kinds: ['call'], when: ['today'], todayAt: ['10:10'] });
    expect(whenMeant(draft({ when: ['now'] }), nextDay, true)).toMatchObject({ when: ['other'], on: ['2026-07-01'], time: ['10:10'] });
    expect(whenMeant(draft({ when: ['now'] }), later, false)).toMatchObject({ when: ['other'], on: ['2026-07-01'], time: ['10:10'] });
  });

  it('stays the day it was when midnight has passed', () => {
    expect(whenMeant(draft({ when: ['today'], todayAt: ['07:15'] }), later, true)).toMatchObject({ when: ['today'], todayAt: ['07:15'] });
    expect(whenMeant(draft({ when: ['today'], todayAt: ['07:15'] }), nextDay, true)).toMatchObject({
      ...{ when: ['other'], on: ['2026-07-01'], time: ['07:15'] },
    });
    expect(whenMeant(draft({ when: ['yesterday'] }), nextDay, true)).toMatchObject({ when: ['other'], on: ['2026-06-30'], time: [''] });
    expect(whenMeant(draft({ when: ['other'], on: ['2026-06-01'] }), nextDay, true)).toMatchObject({ on: ['2026-06-01'] });
  });
});
