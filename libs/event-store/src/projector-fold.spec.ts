import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Projection, Recorded, Row } from '#event-sourcing';
import { WorkingRows } from './projector-fold.js';

interface Tally extends Row {
  readonly times: number;
}

/** A row for each name in `touches`, counting how often it was touched. */
const tally: Projection<Tally> = {
  name: 'tally',
  table: 'tally',
  version: 1,
  reads: ['Touched'],
  rows: ({ fact }) => (fact.data as { touches: string[] }).touches,
  evolve: (row, _event, id) => ({ id, times: (row?.times ?? 0) + 1 }),
};

const touched = (id: string, ...touches: string[]): Recorded => ({
  id,
  stream: 'tally-1',
  revision: 0n,
  position: '1',
  schemaVersion: 1,
  fact: { type: 'Touched', data: { touches } },
  envelope: { by: 'u', force: '46', recordedAt: '2026-05-14T13:00:00.000Z', commandId: 'c', digest: 'd', correlationId: 'k' },
});

describe('rows held in memory', () => {
  let rows: WorkingRows;
  const touch = (id: string, ...touches: string[]): void => rows.apply(tally, touched(id, ...touches));

  beforeEach(() => {
    rows = new WorkingRows();
  });

  it('gives a row as cold once it has not changed between two calls, and once only', () => {
    touch('e1', 'a', 'b');
    expect(rows.takeCold()).toEqual([]);
    touch('e2', 'b');
    expect(rows.takeCold()).toEqual([['a', { id: 'a', times: 1 }]]);
    expect(rows.takeCold()).toEqual([['b', { id: 'b', times: 2 }]]);
    touch('e3', 'a');
    expect(rows.takeCold()).toEqual([]);
    expect(rows.takeCold()).toEqual([]);
  });

  it('gives a row that changed after it was given as stale and among the changes', () => {
    touch('e1', 'a', 'b');
    rows.takeCold();
    rows.takeCold();
    touch('e2', 'a');
    expect(rows.takeStale()).toEqual(['a']);
    expect(rows.takeStale()).toEqual([]);
    expect(rows.takeChanges()).toEqual([['a', { id: 'a', times: 2 }]]);
  });

  it('lets go of rows that were given and have not changed since', () => {
    touch('e1', 'a', 'b', 'c');
    rows.takeCold();
    rows.takeCold();
    touch('e2', 'b', 'd');
    expect(rows.letGo()).toEqual(['a', 'c']);
    expect(['a', 'b', 'c', 'd'].filter((id) => rows.has(id))).toEqual(['b', 'd']);
    expect(rows.takeStale()).toEqual(['b']);
  });

  it('lets go of rows named after their fact, unless another fact touched them', () => {
    touch('e1', 'e1');
    touch('e2', 'e2');
    touch('e3', 'e2');
    rows.takeCold();
    expect(rows.takeCold()).toEqual([['e2', { id: 'e2', times: 2 }]]);
    expect(rows.ownSize).toBe(1);
    expect(rows.takeOwn()).toEqual([['e1', { id: 'e1', times: 1 }]]);
    expect(rows.has('e1')).toBe(false);
    expect(rows.takeChanges()).toEqual([]);
  });
});
