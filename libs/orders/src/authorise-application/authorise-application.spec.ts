import { describe, expect, it } from '@jest/globals';
import type { DraftFact } from '../domain/application-draft/facts.js';
import { policyOn } from '../domain/application-draft/policy.js';
import { nothingAround, writtenSections } from '../domain/application-draft/sections.js';
import * as d from '../domain/application-draft/specimens.js';
import type { YouthFact } from '../domain/youth/facts.js';
import * as s from '../domain/specimens.js';
import { givesNothingAway } from '../domain/giving.js';
import { fileDraftedApplication, type FilingDetails } from '../file-drafted-application/file-drafted-application.js';
import { namesakesOf } from './namesakes.js';
import { type AuthorisationDecision, decideAuthorisation, requestAuthorisation } from './authorise-application.js';

const all = writtenSections.length;
const complete = s.applicationOf(...d.written);
const asked = s.applicationOf(...d.written, d.requested(all));
const officer = d.at(d.authoriser);
const giving: AuthorisationDecision = {
  ...{ of: all, rank: 'superintendent', officer: 'Supt 0000 Invented', on: '2026-03-02', namesakes: [] },
  decision: { is: 'given', note: null },
};

const contactIds = { 'youth-justice': 'c-team', parent: 'c-parent' };

describe('asking for authorisation', () => {
  it('is of the draft as it stands, and once', () => {
    expect(requestAuthorisation(complete, nothingAround, d.at(d.solicitor))).toEqual([d.requested(all)]);
    expect(requestAuthorisation(asked, nothingAround, d.at(d.solicitor))).toEqual([]);
  });

  it('is refused while a section is not complete, an order in force that nobody weighed included', () => {
    const unfinished = s.applicationOf(d.begun, d.whole.people);
    expect(s.refusal(() => requestAuthorisation(unfinished, nothingAround, d.at(d.solicitor)))).toBe('not-ready');
    const around = { isAgeKnown: true, live: [{ orderId: 'o', versionIds: ['v'] }], struck: [], corrections: {} };
    expect(s.refusal(() => requestAuthorisation(complete, around, d.at(d.solicitor)))).toBe('not-ready');
  });

  it('can be done again after a refusal', () => {
    const refused = decideAuthorisation(
      asked,
      { ...giving, decision: { is: 'refused', reason: 'Say more of the risk' } },
      nothingAround,
      officer,
    );
    expect(refused).toMatchObject([{ type: 'AuthorisationRefused', personal: { reason: { value: 'Say more of the risk' } } }]);
    const returned = s.applicationOf(...d.written, d.requested(all), ...refused);
    expect(requestAuthorisation(returned, nothingAround, d.at(d.solicitor))).toHaveLength(1);
  });
});

describe('authorising', () => {
  it('records the rank, the policy it was measured by and who decided', () => {
    expect(decideAuthorisation(asked, giving, nothingAround, officer)).toMatchObject([
      { type: 'AuthorisationGiven', data: { of: all, rank: 'superintendent', policyFrom: '2020-01-20', by: d.authoriser } },
    ]);
  });

  it.each([
    ['nobody asked', complete, giving, d.authoriser, 'not-asked'],
    ['it is the own application', asked, giving, d.solicitor, 'own-application'],
    ['the name is that of a writer', asked, { ...giving, namesakes: [d.solicitor.userId] }, d.authoriser, 'same-name'],
    ['the rank is too low', asked, { ...giving, rank: 'inspector' }, d.authoriser, 'rank-too-low'],
    ['another state was read', asked, { ...giving, of: all - 1 }, d.authoriser, 'changed-since-shown'],
    [
      'it changed since it was asked for',
      s.applicationOf(...d.written, d.requested(all), d.whole.risk),
      giving,
      d.authoriser,
      'changed-since-shown',
    ],
    ['no reason is given for a refusal', asked, { ...giving, decision: { is: 'refused', reason: ' ' } }, d.authoriser, 'reason-missing'],
  ] as const)('is refused when %s', (_, state, decision, author, reason) => {
    expect(s.refusal(() => decideAuthorisation(state, decision, nothingAround, d.at(author)))).toBe(reason);
  });

  it('is refused with words that tell where somebody can be reached, unless the officer says that they saw them; sending it back is not', () => {
    const found = [{ section: 'necessity', gives: 'address' as const }];
    const deciding = (knowingly: boolean): AuthorisationDecision => ({
      ...giving,
      decision: { is: 'given', note: null, giving: { found, knowingly } },
    });
    expect(s.refusal(() => decideAuthorisation(asked, deciding(false), nothingAround, officer))).toBe('gives-away');
    const given = decideAuthorisation(asked, deciding(true), nothingAround, officer);
    expect(given[0]?.data).toMatchObject({ givesAway: found });
    expect(s.applicationOf(...d.written, d.requested(all), ...given)).toMatchObject({ draft: { authorisation: { givesAway: found } } });
    expect(decideAuthorisation(asked, giving, nothingAround, officer)[0]?.data).not.toHaveProperty('givesAway');
    const back: AuthorisationDecision = { ...giving, decision: { is: 'refused', reason: 'Mend it' } };
    expect(decideAuthorisation(asked, back, nothingAround, officer)).toHaveLength(1);
  });

  it('takes a second account of a writer, or a writer’s name, for the writer', () => {
    const names = new Map([
      ['u-1', 'Lee Fictional'],
      ['u-2', 'Zoë Notreal'],
      ['u-3', 'Lee'],
    ]);
    expect(namesakesOf(names, ['Supt 0000 FICTIONAL, Lee'])).toEqual(['u-1']);
    expect(namesakesOf(names, ['Sue Notreal', 'zoe notreal'])).toEqual(['u-2']);
    expect(namesakesOf(names, ['Supt Lee Invented', ''])).toEqual([]);
  });

  it('is refused while an order in force was not compared with the conditions; sending it back is not', () => {
    const live = [{ orderId: 'o', versionIds: ['v'] }];
    expect(s.refusal(() => decideAuthorisation(asked, giving, { live, struck: [], corrections: {} }, officer))).toBe('orders-unweighed');
    const back = { ...giving, decision: { is: 'refused' as const, reason: 'Compare the order of Essex first' } };
    expect(decideAuthorisation(asked, back, { live, struck: [], corrections: {} }, officer)).toMatchObject([
      { type: 'AuthorisationRefused' },
    ]);
  });

  it('is by the policy of the force on that day, then by the common one', () => {
    const policies = [
      { force: 'any', from: '2020-01-20', lowest: 'superintendent', source: '' },
      { force: '46', from: '2026-01-01', lowest: 'inspector', source: '' },
      { force: '46', from: '2026-06-01', lowest: 'chief-superintendent', source: '' },
    ] as const;
    const lowest = (force: string, day: string) => policyOn(force, day, policies).lowest;
    expect([lowest('46', '2025-12-31'), lowest('46', '2026-01-01'), lowest('46', '2026-06-01'), lowest('42', '2026-06-01')]).toEqual([
      'superintendent',
      'inspector',
      'chief-superintendent',
      'superintendent',
    ]);
  });
});

describe('an application that relies on one incident', () => {
  const relying: DraftFact = { ...d.whole.acts, data: { ...d.whole.acts.data, acts: [], incidentIds: ['i-1'] } };
  const written = [...d.written.filter((fact) => fact !== d.whole.acts), relying];
  const requested = s.applicationOf(...written, d.requested(all));
  const struck = { ...nothingAround, struck: ['i-1'] };

  it('is neither asked for, authorised nor filed once that was recorded in error, but can be sent back', () => {
    expect(requestAuthorisation(s.applicationOf(...written), nothingAround, d.at(d.solicitor))).toHaveLength(1);
    expect(s.refusal(() => requestAuthorisation(s.applicationOf(...written), struck, d.at(d.solicitor)))).toBe('not-ready');
    expect(decideAuthorisation(requested, giving, nothingAround, officer)).toHaveLength(1);
    expect(s.refusal(() => decideAuthorisation(requested, giving, struck, officer))).toBe('acts-struck');
    expect(
      decideAuthorisation(requested, { ...giving, decision: { is: 'refused', reason: 'Nothing is left' } }, struck, officer),
    ).toHaveLength(1);
    const authorised = s.applicationOf(...written, d.requested(all), d.authorised(all));
    const filing = { details: { filedOn: '2026-04-02', reference: null }, dateOfBirth: '1988-03-04', giving: givesNothingAway, contactIds };
    const file = (around: typeof struck) => fileDraftedApplication(authorised, { ...filing, ...around }, d.at(d.solicitor), s.now);
    expect(file(nothingAround as typeof struck)).toHaveLength(1);
    expect(s.refusal(() => file(struck))).toBe('not-ready');
  });

  it('is authorised and filed anew once that was corrected after the authorisation, or one of several was recorded in error', () => {
    const acts = { ...d.whole.acts, data: { ...d.whole.acts.data, incidentIds: ['i-1', 'i-2'] } };
    const both = [...d.written.filter((fact) => fact !== d.whole.acts), acts, d.requested(all)];
    const read = { ...nothingAround, struck: [], corrections: { 'i-1': 2, 'i-2': 0 } };
    const given = decideAuthorisation(s.applicationOf(...both), giving, read, officer);
    expect(given[0]?.data).toMatchObject({
      relied: [
        { incidentId: 'i-1', corrections: 2 },
        { incidentId: 'i-2', corrections: 0 },
      ],
    });
    const state = s.applicationOf(...both, ...given);
    const filing = { details: { filedOn: '2026-04-02', reference: null }, dateOfBirth: '1988-03-04', giving: givesNothingAway, contactIds };
    const file = (around: typeof read) => fileDraftedApplication(state, { ...filing, ...around }, d.at(d.solicitor), s.now);
    const ask = (around: typeof read) => requestAuthorisation(state, around, d.at(d.solicitor));
    expect([file(read), ask(read)]).toEqual([[expect.objectContaining({ type: 'ApplicationFiled' })], []]);
    const corrected = { ...read, corrections: { 'i-1': 3, 'i-2': 0 } };
    expect(s.refusal(() => file(corrected))).toBe('not-ready');
    expect(ask(corrected)).toMatchObject([{ type: 'AuthorisationRequested' }]);
    const inError: typeof read = { ...read, struck: ['i-2'] as never[] };
    expect(s.refusal(() => file(inError))).toBe('not-ready');
    expect(s.refusal(() => ask(inError))).toBe('not-ready');
  });
});

describe('filing what was drafted', () => {
  const found = [{ section: 'conditions', gives: 'address' as const }];
  const authorised = s.applicationOf(...d.written, d.requested(all), d.authorised(all));
  const filing = {
    details: { filedOn: '2026-04-02', reference: 'Ref 1' } as FilingDetails,
    dateOfBirth: '1988-03-04',
    live: [],
    struck: [],
    corrections: {},
    giving: givesNothingAway,
    contactIds,
  };
  const file = (over: Partial<typeof filing> = {}, state = authorised) =>
    fileDraftedApplication(state, { ...filing, ...over }, d.at(d.solicitor), s.now);

  it('is refused while its words give away where a protected person can be reached, and nobody says that they are needed', () => {
    expect(s.refusal(() => file({ giving: { found, knowingly: false } }))).toBe('gives-away');
  });

  it('keeps who filed it knowingly and what it gives away, never the words; nothing where nothing is given away', () => {
    const [filed] = file({ giving: { found, knowingly: true } });
    expect(filed?.data).toMatchObject({ givenAway: { by: { userId: d.solicitor.userId, role: 'legal' }, found } });
    expect(s.applicationOf(...d.written, ...(filed ? [filed] : []))).toMatchObject({ givenAway: { found } });
    expect(file({ giving: { found: [], knowingly: true } })[0]?.data).not.toHaveProperty('givenAway');
  });

  it('files the very application that was drafted, by the rules of filing', () => {
    expect(file()).toMatchObject([
      {
        type: 'ApplicationFiled',
        data: {
          ...{ applicationId: s.applicationId, forum: 'adult', court: { name: 'Testville' }, areaBasis: 'resides', notice: 'with' },
          ...{ interimSought: true, protectedPersonIds: [s.protectedA], victimIds: [s.protectedB] },
        },
        personal: { grounds: { value: 'Repeated and unwanted\n\nShe moved\n\nHe goes on' } },
      },
    ]);
  });

  it('asks, of a respondent who is under 18 on the day, why nobody was told, and records what is said of each', () => {
    const child = { dateOfBirth: '2008-04-07' };
    expect(s.refusal(() => file(child))).toBe('nobody-told-of-a-child');
    const untold = 'The team was closed; it is rung tomorrow';
    const facts = file({ ...child, details: { ...filing.details, untold } });
    expect(facts).toMatchObject([
      { data: { forum: 'youth', court: { type: 'youth' } }, personal: { eighteenOn: { about: [s.perpetratorId], value: '2026-04-07' } } },
      { type: 'YouthContactRecorded', data: { of: 'youth-justice', contactId: 'c-team', whyNot: 'other' } },
      { type: 'YouthContactRecorded', data: { of: 'parent', contactId: 'c-parent' }, personal: { note: { value: untold } } },
    ]);
    const ofYouth = { applicationId: s.applicationId, perpetratorId: s.perpetratorId, force: s.force };
    const said = (['youth-justice', 'parent'] as const).map((of): YouthFact => ({
      type: 'YouthContactRecorded',
      data: { ...ofYouth, contactId: of, of, on: '2026-04-01', whyNot: 'not-yet' },
    }));
    const answered = s.applicationOf(...d.written, d.requested(all), d.authorised(all), ...said);
    expect(file(child, answered)).toMatchObject([{ type: 'ApplicationFiled' }]);
    expect(file({ dateOfBirth: '2008-04-02', details: { ...filing.details, untold } })).toMatchObject([{ data: { forum: 'adult' } }]);
  });

  it.each([
    ['it is not authorised', {}, complete, 'not-ready'],
    [
      'it changed after it was authorised',
      {},
      s.applicationOf(...d.written, d.requested(all), d.authorised(all), d.whole.area),
      'not-ready',
    ],
    ['a new order is in force', { live: [{ orderId: 'o', versionIds: ['v'] }] }, authorised, 'not-ready'],
    ['the age is not known and nobody says which court', { dateOfBirth: null }, authorised, 'not-ready'],
    ['it is dated before it was begun', { details: { filedOn: '2026-02-01', reference: null } }, authorised, 'before-begun'],
    ['it is dated ahead', { details: { filedOn: '2027-02-01', reference: null } }, authorised, 'in-the-future'],
    ['the respondent is a child under ten', { dateOfBirth: '2020-01-01' }, authorised, 'under-ten'],
  ])('is refused when %s', (_, over, state, reason) => {
    expect(s.refusal(() => file(over as Partial<typeof filing>, state))).toBe(reason);
  });

  it('is refused where the hearing that the hearsay notice names is before the filing', () => {
    const hearing = (hearingOn: string) => {
      const noticed = { ...d.whole.hearsay, data: { ...d.whole.hearsay.data, relied: true, hearingOn } };
      const words = { what: { about: [], value: 'What he told her' }, why: { about: [], value: 'She is afraid' } };
      return s.applicationOf(...d.written, { ...noticed, personal: words }, d.requested(all + 1), d.authorised(all + 1));
    };
    expect(s.refusal(() => file({}, hearing('2026-04-01')))).toBe('hearing-before-filing');
    expect(file({}, hearing('2026-04-02'))).toMatchObject([{ type: 'ApplicationFiled' }]);
  });

  it('ends the preparation: it happens once', () => {
    const filed = s.applicationOf(...d.written, d.requested(all), d.authorised(all), ...file());
    expect(filed.is).toBe('pending');
    expect(s.refusal(() => file({}, filed))).toBe('filed-already');
  });
});
