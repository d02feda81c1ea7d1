import { describe, expect, it } from '@jest/globals';
import * as d from '../domain/application-draft/specimens.js';
import * as s from '../domain/specimens.js';
import { unsaid, untold } from '../domain/youth/youth.js';
import { recordYouthContact } from './record-youth-contact.js';

const born = '2009-04-07';
const filed = s.applicationFiled({ forum: 'youth', court: { type: 'youth', name: 'Testville' } });
const own = { force: s.force };
const reached = { name: 'J Invented', organisation: 'Testville youth justice team', phone: '01632 960001', email: null };
const told = {
  contactId: 'c-1',
  of: 'youth-justice',
  told: true,
  toldOn: '2026-03-11',
  whyNot: null,
  contact: reached,
  note: null,
} as const;
const not = { ...told, told: false, toldOn: null, contact: null } as const;
const record = (
  details: Parameters<typeof recordYouthContact>[2],
  state = s.applicationOf(filed),
  who = own,
  dateOfBirth: string | null = born,
) => recordYouthContact(state, who, details, dateOfBirth, s.now);

describe('recording who was told of an application about somebody under 18', () => {
  it('seals who it is and how they are reached, and says only that they were told', () => {
    const [fact] = record(told);
    expect(fact).toMatchObject({ type: 'YouthContactRecorded', data: { of: 'youth-justice', on: '2026-03-11', whyNot: null } });
    expect(JSON.stringify(fact?.data)).not.toContain('Invented');
    expect(fact?.personal).toMatchObject({ contact: { about: [s.perpetratorId], value: reached } });
  });

  it('may be said of a draft as well, and asks for no new authorisation', () => {
    const draft = s.applicationOf(...d.written);
    const facts = record(told, draft);
    const after = s.applicationOf(...d.written, ...facts);
    expect(after.is === 'not-filed' && draft.is === 'not-filed' && after.draft?.changes === draft.draft?.changes).toBe(true);
    expect(s.applicationOf(...d.written, ...facts, filed)).toMatchObject({ is: 'pending', youth: { contacts: [{ of: 'youth-justice' }] } });
  });

  it('is asked again while it is only still to be done', () => {
    const after = s.applicationOf(filed, ...record(told), ...record({ ...not, of: 'parent', whyNot: 'not-yet' }));
    expect(after.youth && [untold(after.youth), unsaid(after.youth)]).toEqual([['parent'], []]);
    const answered = s.applicationOf(filed, ...record(told), ...record({ ...not, of: 'parent', whyNot: 'to-be-protected' }));
    expect(answered.youth && untold(answered.youth)).toEqual([]);
  });

  it('is recorded once', () => {
    const after = s.applicationOf(filed, ...record(told));
    expect(record({ ...told, contactId: 'c-2' }, after)).toEqual([]);
    expect(record({ ...told, contactId: 'c-2', toldOn: '2026-03-12' }, after)).toHaveLength(1);
  });

  it.each([
    ['they were told on no day', { ...told, toldOn: null }, 'day-of-telling'],
    ['they were told by nobody to ask for', { ...told, contact: null }, 'who-was-told'],
    ['they can be reached in no way', { ...told, contact: { ...reached, phone: null } }, 'how-to-reach'],
    ['they were told ahead', { ...told, toldOn: '2027-01-01' }, 'in-the-future'],
    ['they were told before the birth', { ...told, toldOn: '2009-04-06' }, 'before-birth'],
    ['they were not told and nobody says why', not, 'why-not-told'],
    ['another reason is not said', { ...not, whyNot: 'other' }, 'say-why-not'],
  ] as const)('is refused when %s', (_, details, reason) => {
    expect(s.refusal(() => record(details))).toBe(reason);
  });

  it.each([
    ['nothing is recorded', s.applicationOf(), own, born, 'no-such-application'],
    ['it is another force’s', s.applicationOf(filed), { force: '42' }, born, 'no-such-application'],
    ['the draft was given up', s.applicationOf(...d.written, d.abandoned), own, born, 'draft-abandoned'],
    ['the respondent is of age', s.applicationOf(s.applicationFiled()), own, '1988-03-04', 'not-under-18'],
    ['nobody knows the age and it is not for the youth court', s.applicationOf(...d.written), own, null, 'not-under-18'],
  ] as const)('is refused when %s', (_, state, who, dateOfBirth, reason) => {
    expect(s.refusal(() => record(told, state, who, dateOfBirth))).toBe(reason);
  });
});
