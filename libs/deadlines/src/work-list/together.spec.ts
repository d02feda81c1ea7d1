import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TaskKind } from '../domain/task.js';
import type { WorkRow } from './work-list.query.js';
import { together } from './work-row.view.js';

const row = (id: string, what: TaskKind, person: string | null, over: Partial<WorkRow> = {}): WorkRow => ({
  ...{ id, taskId: `t-${id}`, perpetratorId: 'p-1', name: null, what, lane: 'own', team: 'officers', owner: null, ownerReads: true },
  ...{ dueBy: '2026-11-22', dueAt: null, courtOn: null, daysLeft: 0, state: 'due', urgent: false, words: id, why: '', subject: '' },
  ...{ waitsFor: null, about: { perpetratorId: 'p-1', ...(person === null ? {} : { protectedPersonId: person }) } },
  next: { text: 'Tell', href: '/' },
  ...over,
});
const told = (...rows: readonly WorkRow[]) => together(rows).map(({ first, others }) => [first.id, ...others.map(({ id }) => id)]);

describe('rows of the work list', () => {
  it('stand together where one person is to be told, at the place of the first of them', () => {
    expect(
      told(
        row('serve', 'serve', null),
        row('made', 'tell-of-order', 'v-1'),
        row('other', 'tell-of-order', 'v-2'),
        row('served', 'tell-of-order', 'v-1'),
        row('charge', 'tell-victim', 'v-1'),
      ),
    ).toEqual([['serve'], ['made', 'served', 'charge'], ['other']]);
  });

  it('stay apart for another respondent, another person or somebody else to do them, and where nobody is to be told', () => {
    const rows = [
      row('one', 'tell-victim', 'v-1'),
      row('elsewhere', 'tell-victim', 'v-1', { perpetratorId: 'p-2' }),
      row('theirs', 'tell-victim', 'v-1', { owner: 'u-1' }),
      row('move', 'follow-move', 'v-1'),
      row('move again', 'follow-move', 'v-1'),
    ];
    expect(told(...rows)).toEqual(rows.map(({ id }) => [id]));
  });

  it('are never lost, nor said twice', () => {
    const any = fc.array(fc.tuple(fc.constantFrom<TaskKind>('serve', 'tell-victim', 'tell-of-order'), fc.constantFrom('v-1', 'v-2', null)));
    fc.assert(
      fc.property(any, (kinds) => {
        const rows = kinds.map(([what, person], nth) => row(`${nth}`, what, person));
        expect(
          told(...rows)
            .flat()
            .toSorted((a, b) => Number(a) - Number(b)),
        ).toEqual(rows.map(({ id }) => id));
      }),
    );
  });
});
