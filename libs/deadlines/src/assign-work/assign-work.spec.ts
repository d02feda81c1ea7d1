import { describe, expect, it } from '@jest/globals';
import { fold, Refusal } from '#event-sourcing';
import { work, type WorkFact } from '../domain/assigned.js';
import { assignWork } from './assign-work.js';

const of = { taskId: 't-1', perpetratorId: 'p-1', force: '46' };
const colleagues = ['u-1', 'u-2', 'u-3'];
/** The third may not open the record. */
const readers = ['u-1', 'u-2'];
const after = (...facts: readonly WorkFact[]) => fold(work, facts);
const assign = (to: string | null, facts: readonly WorkFact[] = [], note: string | null = null) =>
  assignWork(after(...facts), of, { to, note }, colleagues, readers);

describe('assigning work', () => {
  it('gives it to a colleague, then to another, then back to the team', () => {
    const first = assign('u-1', [], ' Please ring the court ');
    expect(first).toEqual([
      { type: 'WorkAssigned', data: { ...of, to: 'u-1' }, personal: { note: { about: ['p-1'], value: 'Please ring the court' } } },
    ]);
    const second = assign('u-2', first);
    expect(second).toEqual([{ type: 'WorkReassigned', data: { ...of, from: 'u-1', to: 'u-2' }, personal: {} }]);
    const third = assign(null, [...first, ...second]);
    expect(third).toMatchObject([{ type: 'WorkReassigned', data: { from: 'u-2', to: null } }]);
    expect(assign('u-1', [...first, ...second, ...third])).toMatchObject([{ type: 'WorkReassigned', data: { from: null, to: 'u-1' } }]);
  });

  it('says nothing twice', () => {
    expect(assign('u-1', assign('u-1'))).toEqual([]);
    expect(assign(null)).toEqual([]);
  });

  it('is refused for somebody who is no colleague, or who may not open the record', () => {
    const refused = (to: string) => {
      try {
        assign(to);
      } catch (error) {
        return error instanceof Refusal ? error.reason : error;
      }
      return null;
    };
    expect([refused('u-9'), refused('u-3')]).toEqual(['not-a-colleague', 'may-not-open-record']);
  });
});
