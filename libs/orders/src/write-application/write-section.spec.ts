import { describe, expect, it } from '@jest/globals';
import * as s from '../domain/specimens.js';
import type { Births } from '../domain/application-draft/births.js';
import * as d from '../domain/application-draft/specimens.js';
import { addAct as addActOn, addEvidence as addEvidenceOn } from '../add-to-application/add-to-application.js';
import { weighConflicts } from '../weigh-conflicts/weigh-conflicts.js';
import { abandonApplication } from '../abandon-application/abandon-application.js';
import { beginApplication } from '../begin-application/begin-application.js';
import { missingIn } from '../domain/application-draft/missing.js';
import { nothingAround } from '../domain/application-draft/sections.js';
import { writeSection as writeOn } from './write-section.js';
import type { TypedAct, TypedEvidence, Written } from '../domain/application-draft/written.js';

type Draft = Parameters<typeof writeOn>[0];
type Writer = Parameters<typeof writeOn>[3];

const today = '2026-03-02';
const writeSection = (state: Draft, written: Written, seen: number, by: Writer) => writeOn(state, written, seen, by, today);
const addAct = (state: Draft, added: TypedAct, by: Writer) => addActOn(state, added, by, today);
const addEvidence = (state: Draft, added: TypedEvidence, by: Writer) => addEvidenceOn(state, added, by, today);
const begun = s.applicationOf(d.begun);
const named = s.applicationOf(d.begun, d.whole.people);
const writer = d.at(d.solicitor);
const risk = (facts: string | null, over = {}): Written => ({
  section: 'risk',
  typed: { harms: ['psychological'], grade: null, assessedOn: null, facts, ...over },
});
const act: TypedAct = { actId: 'a-9', kind: 'contact', from: '2026-02-03', to: null, what: 'He rang nine times', source: 'Her statement' };

describe('beginning an application', () => {
  const beginning = { applicationId: s.applicationId, perpetratorId: s.perpetratorId, begunOn: '2026-03-01', caseId: null };

  it('makes the force of whoever begins it the applicant', () => {
    expect(beginApplication(s.applicationOf(), beginning, writer)).toEqual([d.begun]);
  });

  it('happens beside another application only when somebody says so', () => {
    const begin =
      (asWell: boolean, others = 1) =>
      () =>
        beginApplication(s.applicationOf(), beginning, writer, { others, asWell });
    expect(s.refusal(begin(false))).toBe('others-live');
    expect([begin(true)(), begin(false, 0)()]).toEqual([[d.begun], [d.begun]]);
  });

  it('happens once', () => {
    expect(s.refusal(() => beginApplication(begun, beginning, writer))).toBe('already-begun');
    expect(s.refusal(() => beginApplication(s.applicationOf(s.applicationFiled()), beginning, writer))).toBe('already-filed');
  });
});

describe('writing a section', () => {
  it('seals its words under the respondent and everybody the draft names', () => {
    expect(writeSection(named, risk(' She moved house '), 0, writer)).toMatchObject([
      {
        type: 'RiskStated',
        data: { harms: ['psychological'], by: d.solicitor },
        personal: { facts: { about: [s.perpetratorId, s.protectedA, s.protectedB], value: 'She moved house' } },
      },
    ]);
  });

  it('saves what there is, however little', () => {
    expect(writeSection(named, risk(null), 0, writer)).toHaveLength(1);
  });

  it('does not overwrite what somebody else saved meanwhile, unless its writer has seen it', () => {
    const saved = s.applicationOf(d.begun, d.whole.people, d.whole.risk);
    expect(s.refusal(() => writeSection(saved, risk('Mine'), 0, writer))).toBe('section-changed');
    expect(writeSection(saved, risk('Mine'), 1, writer)).toHaveLength(1);
  });

  it('leaves another section alone: its revisions are its own', () => {
    const saved = s.applicationOf(d.begun, d.whole.people, d.whole.necessity, d.whole.necessity);
    expect(writeSection(saved, risk('Mine'), 0, writer)).toHaveLength(1);
  });

  it('records nothing when it says the same, but for a section that somebody must look at', () => {
    const first = writeSection(named, risk('The same'), 0, writer);
    const saved = s.applicationOf(d.begun, d.whole.people, ...first);
    expect(writeSection(saved, risk('The same'), 1, writer)).toEqual([]);
    const people = s.applicationOf(d.begun, d.whole.people, ...first, d.whole.people);
    expect(writeSection(people, risk('The same'), 1, writer)).toHaveLength(1);
  });

  it('keeps who added an act first', () => {
    const added = s.applicationOf(d.begun, d.whole.people, ...addAct(named, act, d.at(d.colleague)));
    const written: Written = { section: 'acts', typed: { acts: [{ ...act, what: 'He rang ten times' }], incidentIds: [], why: null } };
    expect(writeSection(added, written, 1, writer)).toMatchObject([{ data: { acts: [{ actId: 'a-9', addedBy: d.colleague }] } }]);
  });

  it.each([
    ['there is no such draft', s.applicationOf(), 'no-such-draft'],
    ['it was given up', s.applicationOf(d.begun, d.whole.people, d.abandoned), 'draft-abandoned'],
    ['it was filed', s.applicationOf(d.begun, d.whole.people, s.applicationFiled()), 'filed-already'],
    ['nobody it speaks of is named', begun, 'people-first'],
  ] as const)('is refused when %s', (_, state, reason) => {
    expect(s.refusal(() => writeSection(state, risk('x'), 0, writer))).toBe(reason);
  });

  it('is refused to another force, to whom there is no draft', () => {
    expect(s.refusal(() => writeSection(named, risk('x'), 0, d.at(d.solicitor, '42')))).toBe('no-such-draft');
  });

  it('is refused when a condition names somebody whom the order is not to protect', () => {
    const conditions = (id: string): Written => ({
      section: 'conditions',
      typed: { duration: null, conditions: [s.draftCondition('contact', 1, { library: 2, parameters: { persons: id } })] },
    });
    expect(writeSection(named, conditions(s.protectedA), 0, writer)).toHaveLength(1);
    expect(s.refusal(() => writeSection(named, conditions(s.protectedB), 0, writer))).toBe('person-not-protected');
  });

  it('is refused when nothing is given, and when an act ends before it begins', () => {
    expect(s.refusal(() => writeSection(named, risk(null, { harms: [] }), 0, writer))).toBe('nothing-given');
    const backwards: Written = { section: 'acts', typed: { acts: [{ ...act, to: '2026-02-02' }], incidentIds: [], why: null } };
    expect(s.refusal(() => writeSection(named, backwards, 0, writer))).toBe('ends-before-it-begins');
  });
});

describe('an unfinished section', () => {
  it('keeps an act and a condition as far as they have come', () => {
    const acts: Written = { section: 'acts', typed: { acts: [{ ...act, what: '' }], incidentIds: [], why: null } };
    const conditions: Written = {
      section: 'conditions',
      typed: { duration: null, conditions: [s.draftCondition('c', 1, { wording: '' })] },
    };
    expect(writeSection(named, acts, 0, writer)).toHaveLength(1);
    const kept = s.applicationOf(
      d.begun,
      d.whole.people,
      ...writeSection(named, acts, 0, writer),
      ...writeSection(named, conditions, 0, writer),
    );
    const draft = kept.is === 'not-filed' ? kept.draft : null;
    expect(draft && missingIn(draft, 'acts', nothingAround)).toContain('what-of-acts');
    expect(draft && missingIn(draft, 'conditions', nothingAround)).toContain('words-of-conditions');
  });

  it('keeps no condition that would end before today', () => {
    const ending = (lastDay: string): Written => ({
      section: 'conditions',
      typed: { duration: null, conditions: [s.draftCondition('c', 1, { end: s.until(lastDay) })] },
    });
    expect(s.refusal(() => writeSection(named, ending('2020-01-01'), 0, writer))).toBe('end-passed');
    expect(writeSection(named, ending(today), 0, writer)).toHaveLength(1);
  });
});

describe('conditions that contradict each other', () => {
  const conditions = (station: string): Written => {
    const [stay, sign] = [{ code: 'EX-AREA', library: 2 } as const, { code: 'R-SIGN', library: 2 } as const];
    const [area, where] = [{ area: 'Testville' }, { station, days: 'tue', hours: '18:00-20:00' }];
    const first = s.draftCondition('stay', 1, { ...stay, parameters: area, wording: s.saying(stay, area) });
    const second = s.draftCondition('sign', 1, { ...sign, number: 2, parameters: where, wording: s.saying(sign, where) });
    return { section: 'conditions', typed: { duration: null, conditions: [first, second] } };
  };
  const saved = (station: string) => s.applicationOf(d.begun, d.whole.people, ...writeSection(named, conditions(station), 0, writer));
  const weighing = { live: [], shown: [], reason: 'The court will name another area' };

  it('are answered though no other order is in force, and nothing is asked of those that fit', () => {
    expect(weighConflicts(saved('Testville police station'), weighing, writer)).toMatchObject([{ type: 'ConflictsWeighed' }]);
    expect(s.refusal(() => weighConflicts(saved('Mockham police station'), weighing, writer))).toBe('nothing-to-weigh');
  });
});

describe('the days in a section', () => {
  const surrender = (deadline: string): Written => ({
    section: 'conditions',
    typed: { duration: null, conditions: [s.draftCondition('surrender', 1, { code: 'R-SURR', library: 2, parameters: { deadline } })] },
  });
  const hearsay = (hearingOn: string, why: string, sureOf: string | null = null): Written => ({
    section: 'hearsay',
    typed: { relied: true, hearingOn, sureOf, what: 'A call log', why },
  });
  const item = (on: string): TypedEvidence => ({
    itemId: 'i',
    kind: 'exhibit',
    reference: null,
    on,
    description: 'A log',
    producedBy: null,
  });
  const acts = (from: string): Written => ({ section: 'acts', typed: { acts: [{ ...act, from }], incidentIds: [], why: null } });
  const ready = s.applicationOf(d.begun, d.whole.people, d.whole.evidence);

  it('are refused where an act was before the respondent, or everybody who suffered it, was born', () => {
    const write = (births: Births) => s.refusal(() => writeOn(ready, acts('1990-05-01'), 0, writer, today, births));
    const add = (births: Births) => s.refusal(() => addActOn(ready, { ...act, from: '1990-05-01' }, writer, today, births));
    for (const refusedAs of [write, add]) {
      expect(refusedAs({ respondent: '1990-05-02', victims: [] })).toBe('act-before-birth');
      expect(refusedAs({ respondent: null, victims: ['2001-01-01', '1991-01-01'] })).toBe('act-before-birth');
    }
    const born = { respondent: '1990-05-01', victims: ['2001-01-01', null] };
    expect(writeOn(ready, acts('1990-05-01'), 0, writer, today, born)).toHaveLength(1);
    expect(addActOn(ready, { ...act, from: '1990-05-01' }, writer, today, { ...born, victims: ['2001-01-01', '1980-01-01'] })).toHaveLength(
      1,
    );
  });

  it('are asked about where a hearing is on a day on which courts rarely sit, and not again once it is kept', () => {
    expect(s.refusal(() => writeSection(ready, hearsay('2026-12-25', 'x'), 0, writer))).toBe('day-unlikely');
    const facts = writeSection(ready, hearsay('2026-12-25', 'x', '2026-12-25'), 0, writer);
    expect(facts).toMatchObject([{ data: { hearingOn: '2026-12-25' } }]);
    const kept = s.applicationOf(d.begun, d.whole.people, d.whole.evidence, ...facts);
    expect(writeSection(kept, hearsay('2026-12-25', 'y'), 1, writer)).toHaveLength(1);
  });

  it.each([
    ['an act', acts(today), acts('2026-03-03'), 'act-ahead'],
    ['an assessment', risk('x', { assessedOn: today }), risk('x', { assessedOn: '2026-03-03' }), 'assessed-ahead'],
    ['a surrender', surrender(today), surrender('2026-03-01'), 'day-passed'],
    ['a hearing', hearsay(today, 'x'), hearsay('2026-03-01', 'x'), 'hearing-passed'],
  ] as const)('are refused where %s cannot be then', (_, fine, wrong, reason) => {
    expect(writeSection(ready, fine, 0, writer)).toHaveLength(1);
    expect(s.refusal(() => writeSection(ready, wrong, 0, writer))).toBe(reason);
  });

  it('are refused in evidence dated ahead, listed or added, and in an added act', () => {
    const listed: Written = { section: 'evidence', typed: { items: [item('2026-03-03')] } };
    expect(s.refusal(() => writeSection(named, listed, 0, writer))).toBe('evidence-ahead');
    expect(s.refusal(() => addEvidence(named, item('2026-03-03'), writer))).toBe('evidence-ahead');
    expect(s.refusal(() => addAct(named, { ...act, to: '2026-03-03' }, writer))).toBe('act-ahead');
  });

  it('are not held against whoever saves again what was written in time', () => {
    const later = '2026-04-01';
    const heard = s.applicationOf(d.begun, d.whole.people, d.whole.evidence, ...writeSection(ready, hearsay(today, 'x'), 0, writer));
    expect(writeOn(heard, hearsay(today, 'y'), 1, writer, later)).toHaveLength(1);
    const asked = s.applicationOf(d.begun, d.whole.people, d.whole.evidence, ...writeSection(ready, surrender(today), 0, writer));
    expect(writeOn(asked, risk('x'), 0, writer, later)).toHaveLength(1);
    expect(s.refusal(() => writeOn(asked, surrender('2026-03-31'), 1, writer, later))).toBe('day-passed');
  });
});

describe('the area of the force', () => {
  const area = (basis: 'resides' | 'no-area-limit'): Written => ({ section: 'area', typed: { basis, facts: null } });

  it('is claimed by a force that has one: only the others apply without', () => {
    expect(writeSection(named, area('resides'), 0, writer)).toHaveLength(1);
    expect(s.refusal(() => writeSection(named, area('no-area-limit'), 0, writer))).toBe('area-basis-not-open');
  });
});

describe('adding to an application', () => {
  it('overwrites nothing and needs no revision', () => {
    const facts = [...addAct(named, act, d.at(d.colleague))];
    expect(facts).toMatchObject([{ type: 'ActAdded', personal: { 'act:a-9': { value: { what: 'He rang nine times' } } } }]);
    const item = { itemId: 'i-9', kind: 'exhibit', reference: 'AB/1', on: null, description: 'A call log', producedBy: null } as const;
    expect(addEvidence(named, item, d.at(d.colleague))).toMatchObject([{ type: 'EvidenceAdded', data: { item: { reference: 'AB/1' } } }]);
  });

  it('waits until the people are named', () => {
    expect(s.refusal(() => addAct(begun, act, d.at(d.colleague)))).toBe('people-first');
  });
});

describe('weighing the orders in force', () => {
  const drafted = s.applicationOf(...d.written);
  const live = [{ orderId: s.orderId, versionIds: ['v-1'] }];

  it('records which wordings were looked at, and why it goes on', () => {
    expect(weighConflicts(drafted, { live, shown: ['v-1'], reason: 'Both can be obeyed' }, writer)).toMatchObject([
      { type: 'ConflictsWeighed', data: { orders: live }, personal: { reason: { value: 'Both can be obeyed' } } },
    ]);
  });

  it.each([
    ['there are no conditions yet', named, live, ['v-1'], 'conditions-first'],
    ['no order is in force', drafted, [], [], 'nothing-to-weigh'],
    ['a wording was not shown', drafted, live, [], 'orders-changed'],
  ] as const)('is refused when %s', (_, state, orders, shown, reason) => {
    expect(s.refusal(() => weighConflicts(state, { live: orders, shown, reason: 'x' }, writer))).toBe(reason);
  });
});

describe('giving up', () => {
  it('says why, and nothing more can be written', () => {
    const facts = abandonApplication(named, { reason: 'not-necessary', note: ' ' }, writer);
    expect(facts).toMatchObject([{ type: 'DraftAbandoned', data: { reason: 'not-necessary' }, personal: {} }]);
    expect(s.refusal(() => abandonApplication(s.applicationOf(d.begun, ...facts), { reason: 'other', note: null }, writer))).toBe(
      'draft-abandoned',
    );
  });
});
