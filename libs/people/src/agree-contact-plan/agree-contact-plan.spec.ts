import { describe, expect, it } from '@jest/globals';
import { personal, Refusal } from '#event-sourcing';
import { type ContactPlan, isSafeAt, rightsUnder } from '../domain/contact-plan.js';
import { evolveProtectedPerson, type ProtectedPersonState } from '../domain/protected-person.js';
import { agreeContactPlan, type ContactPlanDetails } from './agree-contact-plan.js';
import { safeTimesWords } from './words.js';

const plan: ContactPlan = {
  ...{ frequency: 'weekly', safe: ['text-message'], never: ['letter'], days: 'weekdays', from: '17:00', until: '19:00' },
  ...{ alsoTell: ' Ivy Specimen, ISAC ', note: '' },
};
const enhanced: ContactPlanDetails = { rights: 'enhanced', standardBecause: null, plan };
const nora: ProtectedPersonState = evolveProtectedPerson(
  { is: 'unknown' },
  {
    type: 'ProtectedPersonRecorded',
    data: { protectedPersonId: 'v-1', force: '46', perpetratorId: 'p-1' },
    personal: {
      identity: personal(['v-1'], { name: { given: 'Nora', family: 'Nonesuch' }, dateOfBirth: null, sex: 'unknown' }),
      contact: personal(['v-1'], { phone: null, email: null, address: null, safeTimes: null }),
    },
  },
);
const agree = (over: Partial<ContactPlanDetails>, force = '46') => {
  try {
    return agreeContactPlan(nora, { by: 'u-1', force }, { ...enhanced, ...over });
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
};

describe('agreeing how to keep in touch', () => {
  it('seals all that is agreed, and gives Enhanced Rights', () => {
    expect(agree({ standardBecause: 'other' })).toEqual([
      {
        type: 'ContactPlanAgreed',
        data: { protectedPersonId: 'v-1', perpetratorId: 'p-1', force: '46', rights: 'enhanced', standardBecause: null },
        personal: { plan: personal(['v-1'], { ...plan, alsoTell: 'Ivy Specimen, ISAC', note: null }) },
      },
    ]);
  });

  it('asks why when the rights are less', () => {
    expect(agree({ rights: 'standard' })).toBe('why-standard');
    expect(agree({ rights: 'standard', standardBecause: 'other' })).toBe('say-why-standard');
    expect(agree({ rights: 'standard', standardBecause: 'their-choice' })).toHaveLength(1);
  });

  it('refuses what contradicts itself, and other forces', () => {
    expect(agree({ plan: { ...plan, never: ['text-message'] } })).toBe('safe-and-never');
    expect(agree({ plan: { ...plan, until: null } })).toBe('both-times');
    expect(agree({ plan: { ...plan, until: '17:00' } })).toBe('both-times');
    expect(agree({}, '42')).toBe('not-your-force');
  });

  it('binds only the force that decided on the rights, for the perpetrator on whose record they are', () => {
    const [fact] = agreeContactPlan(nora, { by: 'u-1', force: '46' }, { ...enhanced, rights: 'standard', standardBecause: 'their-choice' });
    const after = fact ? evolveProtectedPerson(nora, fact) : nora;
    if (after.is !== 'recorded') throw new Error('Not recorded');
    expect(rightsUnder(after, { perpetratorId: 'p-1', force: '46' })).toBe('standard');
    expect(rightsUnder(after, { perpetratorId: 'p-1', force: '42' })).toBe('enhanced');
    expect(rightsUnder(after, { perpetratorId: 'p-2', force: '46' })).toBe('enhanced');
    // Another force that looks after them later decides for itself, and takes nothing back.
    const moved = evolveProtectedPerson(after, {
      type: 'ContactPlanAgreed',
      data: {
        ...(fact as Extract<typeof fact, { type: 'ContactPlanAgreed' }>).data,
        force: '42',
        rights: 'enhanced',
        standardBecause: null,
      },
    });
    if (moved.is !== 'recorded') throw new Error('Not recorded');
    expect(rightsUnder(moved, { perpetratorId: 'p-1', force: '46' })).toBe('standard');
    expect(rightsUnder(moved, { perpetratorId: 'p-1', force: '42' })).toBe('enhanced');
  });
});

describe('a safe moment', () => {
  it('is counted by London time, the end left out, also past midnight', () => {
    expect(isSafeAt(plan, '2026-06-08T16:00:00.000Z')).toBe(true);
    expect(isSafeAt(plan, '2026-06-08T15:59:00.000Z')).toBe(false);
    expect(isSafeAt(plan, '2026-06-08T18:00:00.000Z')).toBe(false);
    expect(isSafeAt(plan, '2026-06-07T16:30:00.000Z')).toBe(false);
    expect(isSafeAt({ days: 'weekends', from: null, until: null }, '2026-06-07T16:30:00.000Z')).toBe(true);
    expect(isSafeAt({ days: 'every-day', from: '22:00', until: '06:00' }, '2026-06-08T03:00:00.000Z')).toBe(true);
    expect(isSafeAt({ days: 'every-day', from: '22:00', until: '06:00' }, '2026-06-08T12:00:00.000Z')).toBe(false);
    expect(safeTimesWords(plan)).toBe('Monday to Friday, from 17:00 to 19:00');
  });
});
