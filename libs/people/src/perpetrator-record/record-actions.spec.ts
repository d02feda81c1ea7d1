import { describe, expect, it } from '@jest/globals';
import { type Role, viewer } from '#access';
import { recordActions } from './record-actions.js';

const record = { perpetratorId: 'p1', force: '46', restriction: null };
const hidden = { ...record, restriction: { basis: 'other', readers: ['u1'] } } as const;
const texts = (role: Role, force: string, of: typeof record | typeof hidden = record) =>
  recordActions(viewer({ userId: 'u1', role, force, name: 'A. Specimen' }), of).map(({ text }) => text);

describe('what may be done to a record', () => {
  it('is for its own force, but for recording a protected person', () => {
    expect(texts('officer', '46')).toHaveLength(6);
    expect(texts('officer', '42')).toEqual(['Record a protected person']);
    expect(texts('manager', '46')).toEqual([]);
  });

  it('includes restricting it for the legal team, and its readers of any force', () => {
    expect(texts('legal', '46')).toContain('Restrict this record');
    expect(texts('legal', '42')).toEqual(['Record a protected person']);
    expect(texts('legal', '42', hidden)).toContain('See or change who may read it');
  });
});
