import { describe, expect, it } from '@jest/globals';
import type { Hearing } from '../hearings.js';
import * as s from '../specimens.js';
import { evolveDraft, type ApplicationDraft } from './draft.js';
import type { DraftFact } from './facts.js';
import { hearsayNotice, noticedHearing } from './hearsay-notice.js';
import * as d from './specimens.js';

function draftOf(...facts: readonly DraftFact[]): ApplicationDraft {
  const draft = facts.reduce<ApplicationDraft | null>(evolveDraft, null);
  if (!draft) throw new Error('The specimen has no draft');
  return draft;
}
const relied = (hearingOn: string | null, relies = true): DraftFact => ({
  ...d.whole.hearsay,
  data: { ...d.whole.hearsay.data, relied: relies, hearingOn },
});
const statement = (on: string): DraftFact => ({
  ...d.whole.evidence,
  data: { ...d.whole.evidence.data, items: d.whole.evidence.data.items.map((item) => ({ ...item, on })) },
});
const noticed = (today: string, hearing = relied('2026-06-30'), evidence = statement('2026-05-01')) =>
  hearsayNotice(draftOf(d.begun, d.whole.people, evidence, hearing), today);

describe('the notice of hearsay', () => {
  it('has its last day 21 days before the hearing', () => {
    expect(noticed('2026-06-09')).toEqual({ hearingOn: '2026-06-30', serveBy: '2026-06-09', problems: [] });
  });

  it('is none where nothing is relied on or no hearing is known', () => {
    expect([noticed('2026-06-09', relied('2026-06-30', false)), noticed('2026-06-09', relied(null))]).toEqual([null, null]);
  });

  it('is said to be too late, to be for a hearing that passed, or to come before its own evidence', () => {
    expect(noticed('2026-06-10')?.problems).toEqual(['too-late']);
    expect(noticed('2026-07-01')?.problems).toEqual(['hearing-passed']);
    expect(noticed('2026-06-09', relied('2026-06-30'), statement('2026-06-10'))?.problems).toEqual(['evidence-later']);
    expect(noticed('2026-06-09', relied('2026-06-30'), statement('2026-06-09'))?.problems).toEqual([]);
  });

  it('follows the hearings that are listed: the open final one, else the next, else what was stated', () => {
    const hearing = (on: string, purpose: Hearing['purpose'], isOpen = true): Hearing => ({
      ...{ hearingId: on, court: s.maidstone, at: { on, at: null }, purpose, follows: null, room: null, directions: [] },
      outcome: isOpen ? null : { is: 'adjourned', reason: 'court-time', note: null },
    });
    const directions = hearing('2026-07-01', 'directions');
    expect(noticedHearing([], '2026-06-30')).toBe('2026-06-30');
    expect(noticedHearing([directions], '2026-06-30')).toBe('2026-07-01');
    expect(noticedHearing([directions, hearing('2026-07-10', 'final', false), hearing('2026-08-01', 'final')], '2026-06-30')).toBe(
      '2026-08-01',
    );
  });
});
