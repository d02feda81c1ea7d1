import { expect, it } from '@jest/globals';
import { fold, personal } from '#event-sourcing';
import { applications } from '../domain/application.js';
import type { ApplicationFact } from '../domain/application-facts.js';
import { applicationView } from './application-view.js';

const of = { applicationId: 'a-1', perpetratorId: 'p-1', force: '46' } as const;
const court = { type: 'magistrates', name: 'Testville' } as const;
const at = { on: '2026-07-02', time: null, at: '2026-07-02T09:00:00.000Z' } as const;
const typed = (what: string) => personal(['p-1', 'v-1'], `${what}: she stays with her aunt in Hiddenham`);

const facts = [
  {
    type: 'ApplicationFiled',
    data: {
      ...{ ...of, filedOn: '2026-06-01', court, forum: 'adult', notice: 'with', areaBasis: 'resides', interimSought: false },
      ...{ protectedPersonIds: ['v-1'], victimIds: ['v-1'] },
    },
    personal: { grounds: typed('Grounds') },
  },
  { type: 'HearingListed', data: { ...of, hearingId: 'h-1', court, at, purpose: 'directions', follows: null }, personal: {} },
  { type: 'HearingHeld', data: { ...of, hearingId: 'h-1', result: 'directions', heard: null }, personal: { note: typed('Hearing') } },
  {
    type: 'ApplicationDetermined',
    data: { ...of, outcome: 'refused', at, court, contested: true, orderId: null, reason: 'not-necessary' },
    personal: { note: typed('Determination') },
  },
  { type: 'RefusalAccepted', data: { ...of, on: '2026-07-03' }, personal: { reason: typed('No appeal') } },
] as unknown as ApplicationFact[];

const people = [{ id: 'v-1', letter: 'A', name: null, hide: [], safeguarding: '46' }];

function texts(own: string): (string | null | undefined)[] {
  const state = fold(applications, facts);
  if (state.is === 'not-filed') throw new Error('It was filed');
  const { grounds, hearings, determination, accepted } = applicationView(state, people, { today: '2026-07-04', own });
  return [grounds, hearings[0]?.outcome?.note, determination?.note, accepted?.reason];
}

it('What the force wrote for itself on an application is its own; others read whom to ask', () => {
  expect(texts('46')).toEqual(['Grounds', 'Hearing', 'Determination', 'No appeal'].map((what) => typed(what).value));
  expect(texts('42')).toEqual(Array.from({ length: 4 }, () => 'Kent wrote more on this for itself. Ask Kent'));
});
