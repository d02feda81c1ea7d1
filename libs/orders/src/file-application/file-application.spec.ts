import { describe, expect, it } from '@jest/globals';
import * as s from '../domain/specimens.js';
import { fileApplication, type ApplicationDetails } from './file-application.js';

const details: ApplicationDetails = {
  applicationId: s.applicationId,
  perpetratorId: s.perpetratorId,
  force: s.force,
  filedOn: '2026-04-02',
  courtName: 'Testville',
  dateOfBirth: '1988-03-04',
  forum: null,
  notice: 'without',
  areaBasis: 'resides',
  interimSought: true,
  protectedPersonIds: [s.protectedA],
  victimIds: [s.protectedB],
  reference: 'Ref 1',
  grounds: 'He waited at the gate',
};
const none = s.applicationOf();
const file = (over: Partial<ApplicationDetails>) => fileApplication(none, { ...details, ...over }, s.now);

describe('filing an application', () => {
  it('keeps the protected people apart from those who suffered the acts', () => {
    const [fact] = file({});
    expect(fact).toMatchObject({
      type: 'ApplicationFiled',
      data: { forum: 'adult', court: { type: 'magistrates' }, protectedPersonIds: [s.protectedA], victimIds: [s.protectedB] },
      personal: { grounds: { about: [s.perpetratorId, s.protectedA, s.protectedB] }, reference: { about: [s.perpetratorId] } },
    });
  });

  it('goes to the youth court for a respondent of 17, and stays there after the birthday', () => {
    expect(file({ dateOfBirth: '2008-04-07' })[0]?.data).toMatchObject({ forum: 'youth', court: { type: 'youth' } });
    expect(file({ dateOfBirth: '2008-04-07', filedOn: '2026-04-07' })[0]?.data).toMatchObject({ forum: 'adult' });
  });

  it.each([
    ['the age is not known and nobody says which court it is', { dateOfBirth: null }, 'age-unknown'],
    ['somebody says the court for adults and the respondent is 17', { dateOfBirth: '2008-04-07', forum: 'adult' }, 'forum-by-age'],
    ['somebody says the youth court and the respondent is 18', { dateOfBirth: '2008-04-02', forum: 'youth' }, 'forum-by-age'],
    ['the respondent is a child under ten', { dateOfBirth: '2020-01-01' }, 'under-ten'],
    ['nobody is to be protected', { protectedPersonIds: [] }, 'nobody-protected'],
    ['it is dated ahead', { filedOn: '2026-11-22' }, 'in-the-future'],
    ['a force with an area applies without one', { areaBasis: 'no-area-limit' }, 'area-basis-not-open'],
    ['a force without an area claims one', { force: '93' }, 'area-basis-not-open'],
  ] as const)('is refused when %s', (_, over, reason) => {
    expect(s.refusal(() => file(over))).toBe(reason);
  });

  it('is taken where somebody says which court it is', () => {
    expect(file({ dateOfBirth: null, forum: 'youth' })[0]?.data).toMatchObject({ forum: 'youth' });
    expect(file({ dateOfBirth: '2008-04-07', forum: 'youth' })[0]?.data).toMatchObject({ forum: 'youth' });
  });

  it('happens once', () => {
    expect(s.refusal(() => fileApplication(s.applicationOf(s.applicationFiled()), details, s.now))).toBe('already-filed');
  });
});
