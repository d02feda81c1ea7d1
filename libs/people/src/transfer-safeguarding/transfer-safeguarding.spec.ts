import { describe, expect, it } from '@jest/globals';
import { kent, noraRecorded, protectedPerson, refusal } from '../domain/examples.js';
import { transferSafeguarding } from './transfer-safeguarding.js';

describe('handing over safeguarding', () => {
  it('names the force that looks after the person from now on', () => {
    expect(transferSafeguarding(protectedPerson(noraRecorded), kent, '61')).toEqual([
      { type: 'SafeguardingTransferred', data: { protectedPersonId: 'v1', to: '61', from: '46', force: '46', perpetratorId: 'p1' } },
    ]);
  });

  it('is refused to the force that does so already', () => {
    expect(refusal(() => transferSafeguarding(protectedPerson(noraRecorded), kent, '46'))).toBe('same-force');
  });
});
