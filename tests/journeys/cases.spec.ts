import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCase, recordIncident } from './support/cases.js';
import { day, moment } from './support/days.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { counts, history } from './support/reading.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let officer: Desk;
let solicitor: Desk;
let essex: Desk;
let manager: Desk;
let him: string;
let nora: string;
let caseId: string;
let second: string;

beforeAll(async () => {
  story = await Story.begin('2026-03-03 10:00');
  [officer, solicitor] = [story.desk('officer.kent'), story.desk('legal.kent')];
  [essex, manager] = [story.desk('officer.essex'), story.desk('manager.kent')];
  him = await perpetrator(officer, { given: 'Barnaby', family: 'Mockman', born: '1975-02-03' });
  nora = await protectedPerson(officer, him, { given: 'Nora', family: 'Nonesuch' }, { phone: '07700 900000' });
}, 60_000);
afterAll(() => story.end());

const page = (desk: Desk = officer) => desk.sees(`/cases/${caseId}`);
const read = (desk: Desk = officer) => desk.reads<{ [name: string]: unknown }>(`/cases/${caseId}`);

describe('A referral', () => {
  it('is opened from the person’s page, with its number, and asks at once whether an order was considered', async () => {
    const reference = { kind: 'crime', system: 'Athena', number: '46/12345/26', givenBy: '46' };
    caseId = await openCase(officer, him, { people: [nora], summary: 'Nora Nonesuch left him in January', reference });
    const shown = await page();
    expect(shown.heading).toBe('Investigation opened 3 Mar 2026');
    expect(shown.find('[aria-labelledby=considered]')).toContain('Nobody has recorded whether an order was considered');
    expect(shown.main).toContain('Crime number 46/12345/26 (Athena, Kent)');
    expect(await read()).toMatchObject({ considered: { is: 'missing' }, grade: { is: null }, references: [{ system: 'Athena' }] });
  });

  it('takes what happened with three times kept apart', async () => {
    story.itIs('2026-03-20 09:00');
    const told = {
      when: '2026-03-02',
      conduct: ['third-party', 'threat'],
      people: [nora],
      account: 'His brother told Nora he would find her',
    };
    const unborn = { on: day('1974-12-31'), conduct: ['call'], account: 'A call' };
    expect(await officer.isRefused(`/cases/${caseId}/incidents/new`, unborn)).toEqual([
      'That is before somebody it concerns was born. Check the day, and the date of birth on their record',
    ]);
    second = await recordIncident(officer, caseId, told, { reportedAt: moment('2026-03-14 16:20') });
    await recordIncident(officer, caseId, { when: '2026-03-01 21:30', conduct: ['message'], people: [nora] });
    const { incidents } = await read();
    // In the order in which they happened, each with the number it got when it was recorded.
    expect(incidents).toMatchObject([
      { number: 2, what: 'Message', occurred: { at: '2026-03-01T21:30:00.000Z' } },
      {
        number: 1,
        occurred: { on: '2026-03-02', at: null },
        reportedAt: '2026-03-14T16:20:00.000Z',
        recordedAt: '2026-03-20T09:00:00.000Z',
        recordedLate: 6,
      },
    ]);
    expect((await page()).main).toContain('6 days after the report');
  });

  it('asks which of the two it was in the hour that the clocks go back', async () => {
    story.itIs('2026-10-26 09:00');
    const told = { on: day('2026-10-25'), time: '01:30', conduct: ['call'], account: 'A call' };
    expect(await officer.isRefused(`/cases/${caseId}/incidents/new`, told)).toEqual([expect.stringContaining('came twice')]);
    story.itIs('2026-03-20 09:00');
  });

  it('is recorded as several offences, none of which deletes another', async () => {
    const classify = (offenceCode: string, principal: string) =>
      officer.does(`/cases/${caseId}/classifications/new?incident=${second}`, { offenceCode, principal });
    await classify('PH97011', 'yes');
    await classify('PH97004', 'no');
    await officer.does(`/cases/${caseId}/classifications/new`, { offenceCode: 'other', otherCode: 'PH97006', principal: 'no' });
    expect(await officer.isRefused(`/cases/${caseId}/classifications/new`, { offenceCode: 'PH97006', principal: 'no' })).toEqual([
      'It is classified as that already. Select another offence',
    ]);
    const replacing = { offenceCode: 'PH97010', principal: 'yes' };
    expect(await officer.isRefused(`/cases/${caseId}/classifications/new`, replacing)).toEqual([
      'Another offence is the principal crime of this case. Tick that this one takes its place, or select No',
    ]);
    const { items } = await officer.reads<{ items: { offenceCodes: string[] }[] }>(`/perpetrators/${him}/cases`);
    expect(items[0]?.offenceCodes).toEqual(['PH97011', 'PH97004', 'PH97006']);
  });

  it('has another of them made the principal offence, without cancelling any', async () => {
    const { html } = await officer.sees(`/cases/${caseId}`);
    const links = html.querySelectorAll('a').filter((one) => one.text.startsWith('Make this the principal offence'));
    expect(links).toHaveLength(2);
    const asked = await officer.sees(links[0]?.getAttribute('href') ?? '');
    expect(asked.main).toContain('It takes the place of');
    const after = await officer.does(links[0]?.getAttribute('href') ?? '', {});
    expect(after.all('.govuk-tag').filter((tag) => tag === 'Principal')).toHaveLength(1);
    expect(after.main).toContain('principal until 20 Mar 2026');
    expect(await officer.isRefused(links[0]?.getAttribute('href') ?? '', {})).toEqual([
      'It is the principal crime of this case already. Open the case again',
    ]);
    const { items } = await officer.reads<{ items: { offenceCodes: string[] }[] }>(`/perpetrators/${him}/cases`);
    expect(items[0]?.offenceCodes).toEqual(['PH97011', 'PH97004', 'PH97006']);
  });
});

describe('The risk', () => {
  it('is assessed with the questions of the tool, graded by a person, and graded anew with a reason', async () => {
    const answers = Array.from({ length: 11 }, (_, nth) => ({ answer: nth === 5 ? 'yes' : 'unknown' }));
    const some = { answers: answers.slice(0, 9), grade: 'medium', assessor: 'officer' };
    expect(await officer.isRefused(`/cases/${caseId}/risk/new`, some)).toEqual([
      'No answer is given to these questions: 10, 11. Answer them, or tick that they were not asked',
    ]);
    const graded = await officer.does(`/cases/${caseId}/risk/new`, { answers, grade: 'medium', assessor: 'officer' });
    expect(graded.main).toContain('Medium risk');
    const { assessments } = await officer.reads<{ assessments: { assessmentId: string; answers: { text: string; is: string }[] }[] }>(
      `/cases/${caseId}`,
    );
    const [assessment] = assessments;
    expect(assessment?.answers.find(({ is }) => is === 'yes')?.text).toContain('threats');
    const regraded = await officer.does(`/cases/${caseId}/risk/${assessment?.assessmentId}/regrade`, {
      ...{ grade: 'high', assessor: 'supervisor', reason: 'He has found where she works' },
    });
    expect(regraded.main).toContain('High risk');
    expect(regraded.main).toContain('from medium to high. He has found where she works');
  });
});

describe('Whether an order is sought', () => {
  const consider = (fields: object) => officer.does(`/cases/${caseId}/consideration`, { by: 'officer', ...fields });

  it('is never settled by the victim’s wish alone', async () => {
    await officer.does(`/cases/${caseId}/support`, { protectedPersonId: nora, supports: 'no' });
    const alone = { by: 'officer', decision: 'no', reasons: ['victim-view'] };
    expect(await officer.isRefused(`/cases/${caseId}/consideration`, alone)).toEqual([
      'Select another reason as well. What the victim wishes is never a reason by itself: the application is the chief officer’s',
    ]);
    expect(await officer.isTold(`/cases/${caseId}/considerations`, { ...alone, on: '2026-03-02' })).toBe('wish-alone');
    expect(await read()).toMatchObject({ considered: { is: 'missing' }, outcome: null, people: [{ supports: false }] });
    await consider({ decision: 'no', reasons: ['victim-view', 'evidence'] });
    expect(await read()).toMatchObject({ considered: { is: 'no' } });
  });

  it('needs a reason when it is not sought, and a day when it is put off', async () => {
    const path = `/cases/${caseId}/consideration`;
    expect(await officer.isRefused(path, { by: 'officer', decision: 'no' })).toEqual(['Select why an order is not sought, or not yet']);
    expect(await officer.isRefused(path, { by: 'officer', decision: 'deferred', reasons: ['legal-advice-awaited'] })).toEqual([
      'Enter the day on which it is looked at again',
    ]);
    await consider({ decision: 'deferred', reasons: ['legal-advice-awaited'], lookAgainOn: day('2026-03-27') });
    expect(await read()).toMatchObject({ considered: { is: 'deferred' } });
    story.itIs('2026-03-28 09:00');
    expect(await read()).toMatchObject({ considered: { is: 'overdue' } });
  });

  it('is decided again, with what was decided before beside it', async () => {
    const shown = await consider({ decision: 'yes', rationale: 'All three limbs appear to be met' });
    expect(shown.find('[aria-labelledby=considered] h2')).toBe('An order is to be sought');
    expect((await read())['considered']).toMatchObject({
      is: 'yes',
      all: [{ decision: 'yes' }, { decision: 'deferred' }, { decision: 'no' }],
    });
    expect((await solicitor.sees(`/cases/${caseId}`)).main).toContain('Begin the application');
  });
});

describe('What was recorded wrongly', () => {
  it('is corrected beside what was recorded first', async () => {
    await officer.does(`/cases/${caseId}/incidents/${second}/correct`, { conduct: ['threat'], reason: 'She spoke to him herself' });
    const { incidents, timeline } = await officer.reads<{ incidents: object[]; timeline: { title: string }[] }>(`/cases/${caseId}`);
    expect(incidents).toMatchObject([{}, { what: 'Threat', corrections: 1, occurred: { on: '2026-03-02' } }]);
    expect(timeline.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Incident recorded: Through someone else, Threat', 'Incident corrected']),
    );
  });

  it('counts no more when it was recorded in error, and can still be read', async () => {
    const twice = await recordIncident(officer, caseId, { when: '2026-03-02', conduct: ['threat'] });
    const shown = await officer.does(`/cases/${caseId}/incidents/${twice}/error`, { reason: 'Recorded twice' });
    expect(shown.main).toContain('Recorded in error');
    const { items } = await officer.reads<{ items: { incidents: object[] }[] }>(`/perpetrators/${him}/cases`);
    expect(items[0]?.incidents).toHaveLength(2);
  });
});

describe('The person’s page', () => {
  it('asks for an order to be considered where the limbs appear to be met, and leads there', async () => {
    story.itIs('2026-05-04 09:00');
    const hector = await perpetrator(officer, { given: 'Hector', family: 'Makebelieve', born: '1990-05-17' });
    const wilma = await protectedPerson(officer, hector, { given: 'Wilma', family: 'Hypothetical' });
    const signals = async (desk: Desk) => (await desk.sees(`/perpetrators/${hector}`)).all('.ow-signal');
    const held = await openCase(officer, hector, { people: [wilma] });
    await recordIncident(officer, held, { when: '2026-05-01', conduct: ['message'] });
    expect(await signals(officer)).toEqual([]);
    await recordIncident(officer, held, { when: '2026-05-03', conduct: ['device', 'threat'] });
    const [first] = await signals(officer);
    expect(first).toMatch(/A stalking protection order should be considered.*s\.1\(1\)\(a\).*s\.1\(1\)\(b\).*s\.1\(1\)\(c\)/s);
    const person = await officer.sees(`/perpetrators/${hector}`);
    expect(person.html.querySelector('.ow-signal a')?.getAttribute('href')).toBe(`/cases/${held}/consideration`);
    expect((await essex.sees(`/perpetrators/${hector}`)).html.querySelector('.ow-signal a')?.getAttribute('href')).toContain('/cases/new');
    expect(person.all('.ow-signal').join('\n')).toMatch(/Threat, weapon or violence.*Watching, following or tracking, once/s);
    await officer.does(`/cases/${held}/consideration`, { decision: 'no', reasons: ['evidence'], by: 'officer' });
    expect((await signals(officer)).join()).not.toContain('should be considered');
  });

  it('tells every fact of the case, and filters by them', async () => {
    const shown = await officer.sees(`/perpetrators/${him}?kind=incident`);
    const lines = history(shown).join('\n');
    for (const words of [
      'Stalking case opened',
      'Incident: message, Nora Nonesuch',
      'Classified as stalking involving serious alarm or distress',
      'Risk graded anew: from medium to high',
      'Order considered: not sought',
      'Nora Nonesuch withdrew support for the investigation; it goes on',
      'Incident corrected',
    ])
      expect(lines).toContain(words);
    expect(lines).not.toContain('Record opened');
    expect(shown.find('[aria-labelledby=cases]')).toContain('Investigation opened 3 Mar 2026, Kent, 2 incidents');
    expect(counts(shown)).toMatchObject({ case: '1', 'incidents in cases': '2' });
    expect(shown.find('[aria-labelledby=picture]')).toContain('incident with a threat or violence');
    expect(history(await essex.sees(`/perpetrators/${him}`)).join()).not.toContain('Nonesuch');
    story.itIs('2026-03-28 10:00');
  });
});

describe('The list of cases', () => {
  it('finds a case by any of its classifications, its risk and how an order stands considered', async () => {
    const found = async (query: string, desk: Desk = officer) =>
      (await desk.reads<{ items: { id: string }[] }>(`/cases?${query}`)).items.map(({ id }) => id);
    expect(await found('offence=PH97004')).toEqual([caseId]);
    expect(await found('offence=PH97004&grade=high&considered=yes')).toEqual([caseId]);
    for (const other of ['offence=PH97010', 'offence=PH97004&considered=open', 'offence=PH97004&grade=none', 'force=42'])
      expect([other, await found(other)]).toEqual([other, []]);
    expect(await found('offence=PH97004', essex)).toEqual([]);
    expect(await found('offence=PH97004&force=any', essex)).toEqual([caseId]);
    const untouched = await openCase(officer, him, { people: [nora] });
    expect(await found('considered=open')).toEqual([untouched]);
    const list = await officer.sees('/cases?considered=open');
    expect(list.all('.ow-hit')).toEqual([expect.stringContaining('MOCKMAN, Barnaby')]);
    await officer.does(`/cases/${untouched}/consideration`, { decision: 'yes', by: 'officer' });
  });
});

describe('An outcome', () => {
  it('keeps the case open to what is learned later', async () => {
    const charged = { outcome: 'charged', offenceCodes: 'PH97011', on: day('2026-03-26') };
    expect((await officer.does(`/cases/${caseId}/outcome`, charged)).main).toContain('Charged, 26 Mar 2026');
    await recordIncident(officer, caseId, { when: '2026-03-27', conduct: ['gift'] });
  });
});

describe('Who reads it', () => {
  it('is everybody who may see the person; names and words only with the right to them', async () => {
    const other = await page(essex);
    expect(other.main).not.toContain('Nonesuch');
    expect(other.main).toContain('His brother told protected person A');
    const managers = await page(manager);
    expect(managers.main).not.toMatch(/Nonesuch|brother|12345/);
    expect(managers.main).toContain('Protected person A');
  });

  it('is said wherever it is written', async () => {
    for (const form of [`/perpetrators/${him}/cases/new`, `/cases/${caseId}/incidents/new`, `/cases/${caseId}/incidents/${second}/correct`])
      expect((await officer.sees(form)).main).toMatch(
        /Other forces can read these words[.:] do not write an address, or where the protected person is/i,
      );
  });

  it('and records in it only as the force that investigates', async () => {
    expect(await essex.tries(`/cases/${caseId}/incidents/new`)).toBe(403);
    expect(await manager.tries(`/cases/${caseId}/incidents/new`)).toBe(403);
    expect((await page(essex)).all('main nav a')).toEqual([]);
    const own = await openCase(essex, him);
    expect(await essex.reads(`/cases/${own}`)).toMatchObject({ force: { cjs: '42' } });
    const path = `/cases/${own}/incidents`;
    const naming = { on: '2026-03-27', conduct: ['call'], account: 'A call', protectedPersonIds: [nora] };
    expect(await essex.isTold(path, naming)).toBe('not-yours-to-name');
  });

  it('is nobody but the named readers once the person is restricted', async () => {
    await solicitor.does(`/perpetrators/${him}/restriction`, { basis: 'risk-of-harm' });
    expect(await officer.tries(`/cases/${caseId}`)).toBe(404);
    expect(await officer.tries(`/cases/${caseId}/incidents/new`)).toBe(404);
    expect(await essex.tries(`/cases/${caseId}`)).toBe(404);
    expect((await solicitor.sees(`/cases/${caseId}`)).main).toContain('Nora Nonesuch');
  });
});
