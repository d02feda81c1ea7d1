import { describe, expect, it } from '@jest/globals';
import { erased, essex, kent, noraRecorded, protectedPerson, refusal } from '../domain/examples.js';
import type { ProtectedPersonFact } from '../domain/events.js';
import { answerHandover, withdrawnByErasure } from './answer-handover.js';
import { askHandover } from './ask-handover.js';

const parties = { protectedPersonId: 'v1', to: '42', from: '46', force: '46', perpetratorId: 'p1' };
const asked: ProtectedPersonFact = { type: 'SafeguardingHandoverAsked', data: { ...parties, on: '2026-11-21' } };
const declined: ProtectedPersonFact = { type: 'SafeguardingHandoverDeclined', data: { ...parties, because: 'speak-first' } };
const withdrawn: ProtectedPersonFact = { type: 'SafeguardingHandoverWithdrawn', data: parties };
const accepted: ProtectedPersonFact = { type: 'SafeguardingTransferred', data: parties };
const waiting = protectedPerson(noraRecorded, asked);

describe('asking another force to look after somebody', () => {
  it('names the two forces and leaves the person where they are', () => {
    expect(askHandover(protectedPerson(noraRecorded), kent, '42')).toEqual([asked]);
    expect(waiting).toMatchObject({ safeguarding: '46', handover: { is: 'waiting', from: '46', to: '42', on: '2026-11-21' } });
  });

  it('is refused to the force that does so already, and while another is asked', () => {
    expect(refusal(() => askHandover(protectedPerson(noraRecorded), kent, '46'))).toBe('same-force');
    expect(refusal(() => askHandover(waiting, kent, '61'))).toBe('handover-waits');
    for (const over of [declined, withdrawn]) expect(askHandover(protectedPerson(noraRecorded, asked, over), kent, '42')).toEqual([asked]);
  });
});

describe('answering', () => {
  it('hands the person over when the force that was asked accepts', () => {
    expect(answerHandover(waiting, essex, 'accept', null)).toEqual([accepted]);
    expect(protectedPerson(noraRecorded, asked, accepted)).toMatchObject({ safeguarding: '42', handover: { is: 'accepted' } });
  });

  it('says why when it declines, and leaves the person where they are', () => {
    expect(answerHandover(waiting, essex, 'decline', 'speak-first')).toEqual([declined]);
    expect(refusal(() => answerHandover(waiting, essex, 'decline', null))).toBe('why-declined');
    expect(protectedPerson(noraRecorded, asked, declined)).toMatchObject({
      ...{ safeguarding: '46', handover: { is: 'declined', because: 'speak-first' } },
    });
  });

  it('is for the force that was asked alone, and taking it back for the one that asked', () => {
    expect(answerHandover(waiting, kent, 'withdraw', null)).toEqual([withdrawn]);
    expect(refusal(() => answerHandover(waiting, kent, 'accept', null))).toBe('not-asked');
    expect(refusal(() => answerHandover(waiting, kent, 'decline', 'speak-first'))).toBe('not-asked');
    expect(refusal(() => answerHandover(waiting, essex, 'withdraw', null))).toBe('not-your-force');
    expect(refusal(() => answerHandover(waiting, { ...essex, force: '61' }, 'accept', null))).toBe('not-asked');
  });

  it('comes once', () => {
    for (const over of [declined, withdrawn, accepted])
      expect(refusal(() => answerHandover(protectedPerson(noraRecorded, asked, over), essex, 'accept', null))).toBe('no-handover-waits');
    expect(refusal(() => answerHandover(protectedPerson(noraRecorded), essex, 'accept', null))).toBe('no-handover-waits');
    expect(refusal(() => answerHandover(protectedPerson(), essex, 'accept', null))).toBe('no-such-record');
  });

  it('is asked of nobody any more once the person is erased', () => {
    const gone = { ...erased, data: { ...erased.data, personId: 'v1' } };
    expect(withdrawnByErasure(waiting, [gone])).toEqual([withdrawn, gone]);
    expect(withdrawnByErasure(protectedPerson(noraRecorded), [gone])).toEqual([gone]);
    expect(withdrawnByErasure(waiting, [])).toEqual([]);
  });
});
