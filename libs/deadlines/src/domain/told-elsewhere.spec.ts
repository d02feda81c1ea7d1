import { describe, expect, it } from '@jest/globals';
import { viewer } from '#access';
import { nextFor } from './task-kinds.js';
import type { Task } from './task.js';
import { toldElsewhere } from './told-elsewhere.js';

const about = { perpetratorId: 'p-1', breachId: 'b-1', protectedPersonId: 'v-1', development: 'arrest' } as const;
const task: Task = {
  ...{ id: 'tell-victim:b-1', what: 'tell-victim', words: 'Tell the protected person', why: 'Right 6', about, force: '46' },
  ...{ opens: '2026-05-15', dueBy: '2026-05-18', lapses: null, done: false },
};
const officer = viewer({ userId: 'u', role: 'officer', force: '46', name: 'Officer' });
const moved = { 'v-1': { to: '61', on: '2026-05-14' } };

describe('what somebody is to be told who was handed over to another force', () => {
  it('stands on the list of the force that can reach them, and waits for it on that of the force whose record it is', () => {
    const [kept, there, ...more] = toldElsewhere(task, moved);
    expect(more).toEqual([]);
    expect([kept?.force, kept?.id, kept?.waitsFor]).toEqual(['46', task.id, 'The force that looks after them now: ask it to tell them']);
    expect([there?.force, there?.waitsFor, there?.about.keptBy]).toEqual(['61', undefined, '46']);
    expect(there?.id).not.toBe(task.id);
    expect(toldElsewhere({ ...task, done: true }, moved).map(({ done }) => done)).toEqual([true, true]);
  });

  it('leads each force to the page that it may use', () => {
    const [kept, there] = toldElsewhere(task, moved);
    const href = (one: Task | undefined) => (one ? nextFor(one.what, one.about, officer).href : null);
    expect([href(kept), href(there)]).toEqual(['/breaches/b-1/tell-victim?of=arrest&person=v-1', '/protected-people/v-1/told']);
  });

  it('is left alone where they came back, were not handed over, or something else is to be done', () => {
    expect(toldElsewhere(task, { 'v-1': { to: '46', on: '2026-05-20' } })).toEqual([task]);
    expect(toldElsewhere(task, {})).toEqual([task]);
    const other: Task = { ...task, what: 'supervise' };
    expect(toldElsewhere(other, moved)).toEqual([other]);
  });
});
