import { describe, expect, it } from '@jest/globals';
import { type Fact, forget, personal, type Recorded } from '#event-sourcing';
import { erased, recorded, restricted } from '../domain/examples.js';
import type { PerpetratorFact } from '../domain/events.js';
import { perpetratorRecord, type PerpetratorRow } from './perpetrator-record.js';

const alias: PerpetratorFact = {
  type: 'AliasRecorded',
  data: { perpetratorId: 'p1', aliasId: 'a1' },
  personal: { name: personal(['p1'], { family: 'Fíctionson', given: 'Kwentin' }) },
};
const nominal: PerpetratorFact = {
  type: 'IdentifierRecorded',
  data: { perpetratorId: 'p1', identifierId: 'i1', scheme: 'nominal', force: '46', system: 'niche' },
  personal: { value: personal(['p1'], 'n-17') },
};

function event(fact: Fact): Recorded {
  const envelope = { by: 'u1', force: '46', recordedAt: '2026-11-21T10:00:00.000Z', commandId: 'c', digest: 'd', correlationId: 'x' };
  return { id: 'e', stream: 'perpetrator-p1', revision: 0n, position: '1', schemaVersion: 1, fact, envelope };
}
function row(...facts: Fact[]): PerpetratorRow | null {
  return facts.reduce<PerpetratorRow | null>((before, fact) => perpetratorRecord.evolve(before, event(fact), 'p1'), null);
}

describe('the row of a perpetrator', () => {
  it('copies what is searched by', () => {
    expect(row(recorded, alias, nominal)).toMatchObject({
      id: 'p1',
      force: '46',
      restricted: false,
      readers: [],
      recordedAt: '2026-11-21T10:00:00.000Z',
      searchNames: 'quentin exampleson\nkwentin fictionson',
      dateOfBirth: '1988-03-04',
      identifiers: ['nominal:46:niche:N-17'],
      nominals: ['N-17'],
      blocking: expect.arrayContaining(['born|1988-03-04', 'number|nominal:46:niche:N-17']),
    });
  });

  it('says who may read it', () => {
    expect(row(recorded, restricted)).toMatchObject({ restricted: true, readers: ['kent-officer', 'kent-standards'] });
  });

  it('holds nothing to find once it was forgotten or erased', () => {
    const nothing = { searchNames: '', dateOfBirth: null, identifiers: [], nominals: [], blocking: [] };
    const full = row(recorded, restricted, alias, nominal)!;
    expect(perpetratorRecord.forgotten?.(forget(full, 'p1'), 'p1')).toMatchObject({ ...nothing, restricted: true });
    expect(perpetratorRecord.evolve(full, event(erased), 'p1')).toMatchObject({ ...nothing, restricted: true, doc: { is: 'erased' } });
  });

  it('is not made of facts about somebody who has none, such as the erasure of a protected person', () => {
    expect(row(erased)).toBeNull();
    expect(perpetratorRecord.rows(event(erased))).toEqual(['p1']);
  });
});
