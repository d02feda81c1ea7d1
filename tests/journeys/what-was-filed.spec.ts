import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCase, recordIncident } from './support/cases.js';
import { authorised, drafted } from './support/drafts.js';
import { grant, obtain } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let solicitor: Desk;
let application: string;
let theirs: string;
let caseId: string;
let incident: string;
let unlike: string;

beforeAll(async () => {
  story = await Story.begin('2026-03-02 09:00');
  solicitor = story.desk('legal.kent');
  const [essex, officer, authoriser] = [story.desk('legal.essex'), story.desk('officer.kent'), story.desk('authoriser.kent')];
  const respondent = await perpetrator(officer, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
  const nora = await protectedPerson(officer, respondent, { given: 'Nora', family: 'Nonesuch' });
  const una = await protectedPerson(essex, respondent, { given: 'Una', family: 'Madeupton' });
  unlike = await drafted(solicitor, { respondent, protects: nora });
  await authorised(solicitor, authoriser, unlike);
  await solicitor.tells(`/drafts/${unlike}/filing`, { filedOn: '2026-03-02' });
  ({ orderId: theirs } = await obtain(essex, respondent, {
    filed: '2026-03-01',
    sealed: { made: '2026-03-02 08:00', until: '2028-03-01' },
    protects: [una],
  }));
  caseId = await openCase(officer, respondent, { people: [nora] });
  incident = await recordIncident(officer, caseId, { when: '2026-02-10 21:15', conduct: ['message'], account: 'Forty messages' });
  application = await drafted(solicitor, { respondent, protects: nora });
  await solicitor.tells(`/drafts/${application}/acts`, { seen: 1, acts: [], incidentIds: [incident], why: 'Repeated' });
  await solicitor.does(`/drafts/${application}/orders-in-force`, { reason: 'Essex was asked: both can be obeyed' });
  await authorised(solicitor, authoriser, application);
  await solicitor.tells(`/drafts/${application}/filing`, { filedOn: '2026-03-02' });
}, 90_000);
afterAll(() => story.end());

const filed = async (id: string) => (await solicitor.sees(`/drafts/${id}/check`)).main;

describe('What was filed', () => {
  it('says with what it was compared, by whom, and what was decided, also once its own order is made', async () => {
    const compared = 'Decided (Legal team, Kent, 2 Mar 2026';
    for (const page of [await filed(application), (await ordered(), await filed(application))]) {
      expect(page).toContain('What was filed');
      expect(page).toContain('Orders it was compared with before it was filed');
      expect(page).toContain(compared);
      expect(page).toContain('the application goes on, because: Essex was asked: both can be obeyed');
      expect(page).not.toContain('Nobody has compared');
    }
    const shown = await solicitor.sees(`/drafts/${application}/check`);
    expect(shown.all('#weighed ~ ul a')).toHaveLength(1);
    expect(shown.link('Stalking protection order')).toBe(`/orders/${theirs}`);
    expect(shown.main).toMatch(/In force now, and not part of what was compared.*on this application/s);
  });

  it('says of one beside which nothing was in force that there was nothing, with what came since apart', async () => {
    const page = await filed(unlike);
    expect(page).toContain('No order in force was on record then with which it had to be compared');
    expect(page).toMatch(/In force now, and not part of what was compared/);
    expect(page).not.toContain('Nobody has compared');
  });

  it('keeps an incident that was recorded in error later as a part of what was filed', async () => {
    await story.desk('officer.kent').does(`/cases/${caseId}/incidents/${incident}/error`, { reason: 'It was his brother' });
    const page = await filed(application);
    expect(page).toContain('Incident 1, 10 Feb 2026: Forty messages (recorded in error after the filing)');
    expect(page).not.toContain('no part of the application any more');
    expect(page).not.toContain('To check');
  });
});

async function ordered(): Promise<void> {
  await grant(solicitor, application, { made: '2026-03-02 08:30', until: '2028-03-01' });
}
