import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '#event-sourcing';
import { declineLink } from '../decline-link/decline-link.js';
import { linkRecords } from '../link-records/link-records.js';
import { offerLink } from '../offer-link/offer-link.js';
import { unlinkRecords } from '../unlink-records/unlink-records.js';
import { refusal, types } from './examples.js';
import { type Evidence, type LinkFact, links, type LinkState, pairId, pairOf } from './links.js';

const pair = pairOf('p2', 'p1');
const evidence: Evidence = { pair, weight: 31, as: 'one-person', digest: 'd1' };
const more: Evidence = { ...evidence, digest: 'd2' };
const state = (...facts: readonly LinkFact[]): LinkState => fold(links, facts);
const offered = offerLink(state(), evidence);
const linked = linkRecords(state(...offered), evidence);
const declined = declineLink(state(...offered), evidence, 'Two cousins');

describe('a pair of records', () => {
  it('is the same pair from both sides', () => {
    fc.assert(fc.property(fc.uuid(), fc.uuid(), (a, b) => expect(pairId(pairOf(a, b))).toBe(pairId(pairOf(b, a)))));
    expect(pair).toEqual({ a: 'p1', b: 'p2' });
  });

  it('is offered once', () => {
    expect(offered).toEqual([
      {
        type: 'LinkOffered',
        data: { pairId: pairId(pair), perpetratorIds: ['p1', 'p2'], weight: 31, as: 'one-person', evidence: 'd1' },
      },
    ]);
    expect(offerLink(state(...offered), more)).toEqual([]);
    expect(offerLink(state(...offered, ...linked), more)).toEqual([]);
  });

  it('is declined with a reason, which may speak of both; older facts have none', () => {
    expect(declined).toMatchObject([{ type: 'LinkDeclined', personal: { reason: { about: ['p1', 'p2'], value: 'Two cousins' } } }]);
    const [{ data }] = declined as [Extract<LinkFact, { type: 'LinkDeclined' }>];
    expect(state(...offered, { type: 'LinkDeclined', data }).is).toBe('declined');
  });

  it('is offered again after a no only on new evidence', () => {
    expect(offerLink(state(...offered, ...declined), evidence)).toEqual([]);
    expect(types(offerLink(state(...offered, ...declined), more))).toEqual(['LinkOffered']);
  });

  it('is linked and unlinked by a person, and not offered again for the same', () => {
    const undone = unlinkRecords(state(...offered, ...linked), pair, 'Two cousins');
    expect(undone).toMatchObject([{ type: 'IdentityUnlinked', personal: { reason: { about: ['p1', 'p2'], value: 'Two cousins' } } }]);
    const after = state(...offered, ...linked, ...undone);
    expect(after.is).toBe('unlinked');
    expect(offerLink(after, evidence)).toEqual([]);
    expect(types(linkRecords(after, evidence))).toEqual(['IdentityLinked']);
  });

  it.each([
    ['linked twice', () => linkRecords(state(...linked), evidence), 'already-linked'],
    ['declined while linked', () => declineLink(state(...linked), evidence, 'No'), 'already-linked'],
    ['declined twice on the same evidence', () => declineLink(state(...declined), evidence, 'No'), 'already-declined'],
    ['declined without a reason', () => declineLink(state(...offered), evidence, ''), 'no-reason'],
    ['undone before it was linked', () => unlinkRecords(state(...offered), pair, 'No'), 'not-linked'],
  ])('is not %s', (_, decide, reason) => {
    expect(refusal(decide)).toBe(reason);
  });
});
