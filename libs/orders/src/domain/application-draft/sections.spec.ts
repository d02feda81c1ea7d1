import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applicationOf, protectedA, protectedB, version } from '../specimens.js';
import type { WrittenSection } from './contents.js';
import { type ApplicationDraft, evolveDraft } from './draft.js';
import type { DraftFact } from './facts.js';
import type { Surroundings } from './missing.js';
import { isAuthorised, isReadyToFile, nextStep, nothingAround, standingsOf, writtenSections } from './sections.js';
import * as d from './specimens.js';

const draftOf = (...facts: readonly DraftFact[]): ApplicationDraft => {
  const draft = facts.reduce<ApplicationDraft | null>(evolveDraft, null);
  if (draft === null) throw new Error('A scene begins with a draft');
  return draft;
};
const states = (draft: ApplicationDraft, around: Surroundings = nothingAround) =>
  Object.fromEntries(standingsOf(draft, around).map(({ section, state }) => [section, state]));
const all = writtenSections.length;
const live = [{ orderId: 'o-1', versionIds: ['v-1'] }];
const weighed: DraftFact = {
  type: 'ConflictsWeighed',
  data: { ...d.begun.data, orders: live },
  personal: { reason: { about: [], value: 'Both can be obeyed' } },
};

describe('the sections of a new draft', () => {
  it('wait for the people they speak of, so that what is written can be sealed', () => {
    expect(states(draftOf(d.begun))).toEqual({
      ...{ parties: 'incomplete', people: 'incomplete', area: 'incomplete' },
      ...{ acts: 'cannot-start', risk: 'cannot-start', necessity: 'cannot-start', conditions: 'cannot-start' },
      ...{ interim: 'cannot-start', evidence: 'cannot-start', hearsay: 'cannot-start', authorisation: 'cannot-start' },
    });
    expect(states(draftOf(d.begun, d.whole.people))).toMatchObject({ people: 'complete', acts: 'incomplete', hearsay: 'cannot-start' });
  });

  it('are complete when nothing is missing, and authorisation can be asked for', () => {
    const draft = draftOf(...d.written);
    expect(Object.values(states(draft))).toEqual([...Array<string>(all).fill('complete'), 'incomplete']);
    expect(nextStep(draft, nothingAround)).toEqual({ is: 'ask' });
  });
});

describe('a section', () => {
  it('asks how the risk reaches a protected person who did not suffer the acts', () => {
    const { byProxy: _, ...personal } = d.whole.people.personal;
    const people = standingsOf(draftOf(d.begun, { ...d.whole.people, personal }), nothingAround).find(
      ({ section }) => section === 'people',
    );
    expect(people).toMatchObject({ state: 'incomplete', missing: ['by-proxy'] });
  });

  it('asks for an act again when every incident that it relies on was recorded in error', () => {
    const relying: DraftFact = { ...d.whole.acts, data: { ...d.whole.acts.data, acts: [], incidentIds: ['i-1', 'i-2'] } };
    const draft = draftOf(...d.written, relying);
    const acts = (...struck: readonly string[]) =>
      standingsOf(draft, { ...nothingAround, struck }).find(({ section }) => section === 'acts');
    expect(acts()).toMatchObject({ state: 'complete', missing: [] });
    expect(acts('i-1')).toMatchObject({ state: 'to-check', missing: ['acts-in-error'] });
    expect(acts('i-1', 'i-2')).toMatchObject({ state: 'incomplete', missing: ['acts'] });
    expect(states(draftOf(...d.written), { ...nothingAround, struck: ['i-1'] })).toMatchObject({ acts: 'complete' });
  });

  it('stays authorised only while every incident that whoever authorised it read stands as it was', () => {
    const given = d.authorised(all) as Extract<DraftFact, { type: 'AuthorisationGiven' }>;
    const draft = draftOf(...d.written, d.requested(all), {
      ...given,
      data: { ...given.data, relied: [{ incidentId: 'i-1', corrections: 1 }] },
    });
    const around = (struck: readonly string[], corrections: Readonly<Record<string, number>> = {}) => ({ struck, corrections });
    expect(isAuthorised(draft, around([], { 'i-1': 1 }))).toBe(true);
    expect(isAuthorised(draft, around(['i-2'], { 'i-2': 4 }))).toBe(true);
    expect(isAuthorised(draft, around(['i-1']))).toBe(false);
    expect(isAuthorised(draft, around([], { 'i-1': 2 }))).toBe(false);
  });

  it('is to be checked when what it rests on changed, until it is saved again', () => {
    const changed = draftOf(...d.written, d.whole.people);
    expect(states(changed)).toMatchObject({ people: 'complete', acts: 'to-check', conditions: 'to-check', parties: 'complete' });
    expect(states(evolveDraft(changed, d.whole.acts) ?? changed)).toMatchObject({ acts: 'complete', conditions: 'to-check' });
  });

  it('is to be checked by its writer when somebody else added to it', () => {
    const { acts } = d.whole.acts.data;
    const added: DraftFact = {
      type: 'ActAdded',
      data: { ...d.begun.data, by: d.colleague, act: { ...acts[0], actId: 'a-2', addedBy: d.colleague } },
      personal: { 'act:a-2': { about: [], value: { what: 'He rang', source: null } } },
    };
    const draft = draftOf(...d.written, added);
    expect(states(draft)).toMatchObject({ acts: 'to-check', authorisation: 'cannot-start' });
    expect(draft.sections.acts?.content.acts.map(({ actId }) => actId)).toEqual(['a-1', 'a-2']);
    expect(nextStep(draft, nothingAround)).toEqual({ is: 'write', section: 'acts' });
  });

  it('of conditions is incomplete while an order in force is not weighed, again when a wording is new or the conditions change', () => {
    const around = { isAgeKnown: true, live, struck: [], corrections: {} };
    expect(states(draftOf(...d.written), around)).toMatchObject({ conditions: 'incomplete' });
    const answered = draftOf(...d.written, weighed);
    expect(states(answered, around)).toMatchObject({ conditions: 'complete' });
    const varied = [{ orderId: 'o-1', versionIds: ['v-1', 'v-2'] }];
    expect(states(answered, { ...around, live: varied })).toMatchObject({ conditions: 'incomplete' });
    expect(states(draftOf(...d.written, weighed, d.whole.conditions), around)).toMatchObject({ conditions: 'incomplete' });
  });

  it('of conditions is incomplete while a detail is empty that it needs or one names somebody else, and to be checked while its words say another', () => {
    const distance = version('distance', 1, { code: 'AP-DIST', library: 2 });
    const asking = (parameters: Readonly<Record<string, string>>, wording = 'Keep 200 metres away'): DraftFact => ({
      ...d.whole.conditions,
      data: { ...d.whole.conditions.data, conditions: [distance] },
      personal: { 'words:distance-v1': { about: [], value: { wording, parameters, locality: null, necessity: 'He came' } } },
    });
    const standing = (parameters: Readonly<Record<string, string>>, wording?: string) =>
      standingsOf(draftOf(...d.written, asking(parameters, wording)), nothingAround).find(({ section }) => section === 'conditions');
    expect(standing({ metres: '200' })).toMatchObject({ state: 'complete', missing: [] });
    expect(standing({ metres: '200', persons: protectedA })).toMatchObject({ state: 'complete' });
    expect(standing({})).toMatchObject({ state: 'incomplete', missing: ['blanks-of-conditions'] });
    expect(standing({ metres: '500' })).toMatchObject({ state: 'to-check', missing: ['words-disagree'] });
    expect(standing({ metres: '500' }, '')).toMatchObject({ state: 'incomplete', missing: ['words-of-conditions'] });
    expect(standing({ metres: '200', persons: protectedB })).toMatchObject({ state: 'incomplete', missing: ['person-not-protected'] });
    expect(nextStep(draftOf(...d.written, asking({})), nothingAround)).toEqual({ is: 'write', section: 'conditions' });
  });

  it('of conditions is incomplete while they contradict each other, with no other order, until somebody says why they go on', () => {
    const stay = version('stay', 1, { code: 'EX-AREA', library: 2 });
    const sign = version('sign', 1, { code: 'R-SIGN', library: 2, number: 2, category: 'requirement' });
    const words = (wording: string, parameters: Readonly<Record<string, string>>) => ({
      about: [],
      value: { wording, parameters, locality: null, necessity: 'He came' },
    });
    const both = (station: string): DraftFact => ({
      ...d.whole.conditions,
      data: { ...d.whole.conditions.data, conditions: [stay, sign] },
      personal: {
        'words:stay-v1': words('Not to enter Testville', { area: 'Testville' }),
        'words:sign-v1': words(`Sign on at ${station} every Tuesday between 18:00 and 20:00`, {
          station,
          days: 'tue',
          hours: '18:00-20:00',
        }),
      },
    });
    const contradicting = both('Testville police station');
    const standing = (...facts: readonly DraftFact[]) =>
      standingsOf(draftOf(...d.written, ...facts), nothingAround).find(({ section }) => section === 'conditions');
    expect(standing(both('Mockham police station'))).toMatchObject({ state: 'complete' });
    expect(standing(contradicting)).toMatchObject({ state: 'incomplete', missing: ['conflicts'] });
    expect(standing(contradicting, weighed)).toMatchObject({ state: 'complete' });
    expect(standing(contradicting, weighed, contradicting)).toMatchObject({ state: 'incomplete' });
  });

  it('of the parties asks for the court that hears it only where the age is not known', () => {
    expect(states(draftOf(...d.written), { isAgeKnown: false, live: [], struck: [], corrections: {} })).toMatchObject({
      parties: 'incomplete',
    });
  });
});

describe('authorisation', () => {
  it('stands for what was authorised; whatever changes after makes it to be checked', () => {
    const given = draftOf(...d.written, d.requested(all), d.authorised(all));
    expect(isReadyToFile(given, nothingAround)).toBe(true);
    expect(nextStep(given, nothingAround)).toEqual({ is: 'file' });
    const changed = draftOf(...d.written, d.requested(all), d.authorised(all), d.whole.risk);
    expect(states(changed)).toMatchObject({ authorisation: 'to-check' });
    expect(isReadyToFile(changed, nothingAround)).toBe(false);
  });
});

// Any facts in any order: savings whole or with nothing in them, requests, decisions, weighings.
const empty: Readonly<Record<WrittenSection, DraftFact>> = {
  ...d.whole,
  parties: { type: 'PartiesStated', data: { ...d.begun.data, courtName: null, forum: null } },
  people: { type: 'ProtectedPeopleNamed', data: { ...d.begun.data, protectedPersonIds: [], victimIds: [] } },
  acts: { type: 'ActsStated', data: { ...d.begun.data, acts: [], incidentIds: [] } },
  evidence: { type: 'EvidenceListed', data: { ...d.begun.data, items: [] } },
  conditions: { type: 'ConditionsDrafted', data: { ...d.begun.data, duration: null, conditions: [] } },
};
const step = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...Object.values(d.whole)) },
  { weight: 2, arbitrary: fc.constantFrom(...Object.values(empty)) },
  { weight: 3, arbitrary: fc.nat(40).map(d.requested) },
  { weight: 3, arbitrary: fc.nat(40).map(d.authorised) },
  { weight: 1, arbitrary: fc.constant(weighed) },
);
const scene = fc.tuple(fc.array(step, { maxLength: 30 }), fc.boolean(), fc.boolean());

describe('the states of all sections', () => {
  it('follow from the facts alone, and filing is possible exactly when every one is complete', () => {
    fc.assert(
      fc.property(scene, ([steps, isFinished, isOrderLive]) => {
        const facts = [...(isFinished ? d.written : [d.begun]), ...steps];
        const around = { isAgeKnown: true, live: isOrderLive ? live : [], struck: [], corrections: {} };
        const draft = draftOf(...facts);
        const settled = isFinished ? draftOf(...facts, d.requested(draft.changes), d.authorised(draft.changes)) : draft;
        const found = standingsOf(settled, around);
        // Folded anew, from a copy of the facts as they are stored, the answer is the same.
        const again = draftOf(...(JSON.parse(JSON.stringify(facts)) as DraftFact[]));
        expect(standingsOf(again, around).slice(0, all)).toEqual(found.slice(0, all));
        expect(isReadyToFile(settled, around)).toBe(found.every(({ state }) => state === 'complete'));
        expect(found.every(({ state, missing }) => (state === 'complete' ? missing.length === 0 : true))).toBe(true);
        expect(nextStep(settled, around)?.is === 'file').toBe(isReadyToFile(settled, around));
      }),
      { numRuns: 400 },
    );
  });

  it('are those of the application’s own stream', () => {
    const state = applicationOf(...d.written);
    expect(state.is === 'not-filed' && state.draft && states(state.draft)).toEqual(states(draftOf(...d.written)));
  });
});
