import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { DataSource } from 'typeorm';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Client } from '../support/client.js';
import { type Cast, castOf } from './support/cast.js';
import { reportBreach } from './support/breaches.js';
import { openCase, recordIncident } from './support/cases.js';
import { day } from './support/days.js';
import type { Fields } from './support/form.js';
import { fileApplication, noContact, obtain } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, idIn, Story } from './support/story.js';

const pdfFile = Buffer.from('%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\n%%EOF\n');

let story: Story;
let solicitor: Desk;
let officer: Desk;
let cast: Cast;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  cast = await castOf(story, solicitor, officer);
}, 60_000);
afterAll(() => story.end());

const words = async (pdf: Buffer): Promise<string> =>
  (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text.replace(/\s+/g, ' ');
const wordsOfDocx = (docx: Buffer): string =>
  strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function attach(client: Client, path: string, description: string): Promise<void> {
  await client.get(path);
  const sent = await client.upload(path, { description }, { name: 'evidence.pdf', bytes: pdfFile });
  expect(sent.errors).toEqual([]);
}

describe('An application pack', () => {
  it('leads from an upload to two files that are the same each time, with their digests on the page', async () => {
    const client = await solicitor.client();
    await attach(client, `/applications/${cast.application}/exhibits`, 'Screenshots of 2 July');
    const asFiled = await client.get((await client.get(`/applications/${cast.application}`)).link('Application pack'));
    expect(asFiled.heading).toBe('Application pack');
    expect(asFiled.main).toMatch(/was searched|were searched.*somebody must read the pack before it is served/);
    expect(asFiled.main).not.toContain('none is in it');
    expect(await words((await client.download(asFiled.link('PDF'))).bytes)).not.toContain('Screenshots of 2 July');
    const page = await client.get(asFiled.link('With what came since'));
    const [pdf, again] = [await client.download(page.link('PDF')), await client.download(page.link('PDF'))];
    const [docx, docxAgain] = [await client.download(page.link('Word document')), await client.download(page.link('Word document'))];
    expect([pdf.status, docx.status]).toEqual([200, 200]);
    expect(pdf.bytes.equals(again.bytes) && docx.bytes.equals(docxAgain.bytes)).toBe(true);
    expect(page.main).toContain(`SHA-256 ${sha(pdf.bytes)}`);
    expect(page.main).toContain(`SHA-256 ${sha(docx.bytes)}`);
    expect(pdf.header('content-disposition')).toMatch(/^attachment; filename="pack-with-what-came-since-[0-9a-f]{8}\.pdf"/);
    const whole = await words(pdf.bytes);
    for (const said of [
      'Barnaby Placeholder',
      'Nora Nonesuch',
      'Screenshots of 2 July',
      'Stalking protection order made',
      'Legal team, Kent Police',
      'entry 1',
    ])
      expect(whole).toContain(said);
    expect(whole).not.toContain('Breach alleged');
    expect(wordsOfDocx(docx.bytes)).toContain('Screenshots of 2 July');
    expect(whole).not.toContain('07700');
    story.itIs('2026-07-05 10:00');
    expect((await (await solicitor.client()).download(page.link('PDF'))).bytes.equals(pdf.bytes)).toBe(true);
  });

  it('tells nothing of what a protected person was told or wants', async () => {
    await solicitor.does(`/applications/${cast.application}/support`, {
      protectedPersonId: cast.victim,
      on: { day: '4', month: '7', year: '2026' },
    });
    const { bytes } = await (await solicitor.client()).download(`/applications/${cast.application}/pack.pdf`);
    expect(await words(bytes)).not.toMatch(/support|told of/i);
  });

  it('is written to the access log before it goes out', async () => {
    const [row] = await story.service.app
      .get(DataSource)
      .query<{ count: string }[]>(`select count(*) from access.log where kind = 'application-pack' and subject = $1`, [cast.application]);
    expect(Number(row?.count)).toBeGreaterThanOrEqual(6);
  });

  it('is for the legal team of the applying force', async () => {
    expect(await story.desk('manager.kent').tries(`/applications/${cast.application}/pack`)).toBe(403);
    expect(await story.desk('legal.essex').tries(`/applications/${cast.application}/pack`)).toBe(403);
    expect(await story.desk('legal.essex').tries(`/applications/${cast.application}/pack.pdf`)).toBe(403);
    expect(await solicitor.tries('/applications/00000000-0000-4000-8000-000000000000/pack')).toBe(404);
  });
});

describe('Where a protected person can be reached', () => {
  let person: string;
  let application: string;

  beforeAll(async () => {
    person = await perpetrator(officer, { given: 'Ada', family: 'Samplewright', born: '1990-01-02' });
    const victim = await protectedPerson(
      officer,
      person,
      { given: 'Otto', family: 'Nobody' },
      { phone: '07700 900123', email: 'otto@nowhere.example' },
    );
    await solicitor.tells(`/protected-people/${victim}/contact`, {
      phone: '07700 900456',
      lines: '12 Nowhere Lane\nTestville',
      postcode: 'ZZ99 3WZ',
    });
    await obtain(solicitor, person, {
      filed: '2026-07-03',
      sealed: { made: '2026-07-04 10:00', until: '2028-07-03', conditions: [noContact] },
      protects: [victim],
    });
    await reportBreach(
      officer,
      person,
      { when: '2026-07-04 21:15', kinds: ['approach'], account: 'He stood before 12, Nowhere  Lane and rang 07700-900123' },
      [noContact.wording],
    );
    application = await fileApplication(solicitor, person, {
      ...{ filed: '2026-07-05', protects: [victim] },
      grounds: 'He stood before 12, Nowhere  Ln and rang 7700-900123',
    });
  }, 60_000);

  it('refuses the pack, naming the words but not what they give away', async () => {
    const client = await solicitor.client();
    const page = await client.get(`/applications/${application}/pack`);
    expect(page.main).toContain('The copy for service cannot be made yet');
    expect(page.main).toContain('The grounds would tell the respondent where a protected person lives');
    expect(page.main).not.toMatch(/Nowhere|07700/);
    const refused = await client.download(`/applications/${application}/pack.pdf`);
    expect(refused.status).toBe(409);
    const told = await client.api.get(`/api/v1/applications/${application}/pack.pdf`);
    expect([told.status, told.body['reason']]).toEqual([409, 'whereabouts']);
  });

  it('asks what is to be left out where nothing is ticked', async () => {
    const client = await solicitor.client();
    const page = await client.get(`/applications/${application}/pack`);
    expect(page.errors).toEqual([]);
    const button = page.html.querySelectorAll('form[method=get] button').find(({ text }) => text.includes('Make the copy for service'));
    const again = await client.get(`/applications/${application}/pack?${button?.getAttribute('name')}=${button?.getAttribute('value')}`);
    expect(again.errors).toEqual(['Select what is to be left out']);
    expect(again.html.querySelector('.govuk-error-summary a')?.getAttribute('href')).toBe('#leaveOut');
    expect(again.html.querySelector('input#leaveOut')).not.toBeNull();
  });

  it('makes it without those words when a person says so, and says so in it', async () => {
    const client = await solicitor.client();
    const page = await client.get(`/applications/${application}/pack`);
    const keys = page.html.querySelectorAll('input[name=leaveOut]').map((box) => box.getAttribute('value') ?? '');
    const made = await client.get(`/applications/${application}/pack?${keys.map((key) => `leaveOut=${key}`).join('&')}`);
    const { bytes } = await client.download(made.link('PDF'));
    const whole = await words(bytes);
    expect(whole).toContain('Words left out here: they would say where a protected person can be reached.');
    expect(whole).not.toMatch(/Nowhere|7700|ZZ99/);
  });

  it('makes the court’s own copy with them, marked on every page, for a reason that is logged first', async () => {
    const client = await solicitor.client();
    const page = await client.get((await client.get(`/applications/${application}/pack`)).link('Make the court’s copy'));
    expect(page.main).toContain('It must never be served on the respondent');
    const path = `/applications/${application}/pack/court-copy`;
    expect((await client.post(path)).errors).toEqual(['Select why the court needs the words', 'Select the file']);
    const logged = () =>
      story.service.app
        .get(DataSource)
        .query<{ reason: string }[]>(`select reason from access.log where kind = 'application-pack-confidential' and subject = $1`, [
          application,
        ]);
    expect(await logged()).toEqual([]);
    const made = (format: string) => client.downloadBy(path, { reason: 'condition-needs-place', format });
    const [pdf, docx] = [await made('pdf'), await made('docx')];
    expect([pdf.status, docx.status]).toEqual([200, 200]);
    expect(wordsOfDocx(docx.bytes)).toContain('12, Nowhere Ln');
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf.bytes)), { mergePages: false });
    expect(text.join(' ').replace(/\s+/g, ' ')).toContain('12, Nowhere Ln');
    expect(text.filter((one) => !one.replace(/\s+/g, ' ').includes('CONFIDENTIAL: NOT TO BE SERVED ON THE RESPONDENT'))).toEqual([]);
    expect(await logged()).toEqual(Array(2).fill({ reason: 'A condition cannot be made or kept to without the place' }));
    expect(await officer.tries(path)).toBe(403);
    expect(await solicitor.tries(`/applications/${cast.draft}/pack/court-copy`)).toBe(403);
  });

  it('is not printed with the history unasked: left out for a court, marked for the file', async () => {
    const [client, path] = [await solicitor.client(), `/perpetrators/${person}/history`];
    expect((await client.download(`${path}.pdf`)).status).toBe(303);
    const told = await client.api.get(`/api/v1${path}.pdf`);
    expect([told.status, told.body['reason']]).toEqual([409, 'whereabouts']);
    const page = await client.get((await client.get(`/perpetrators/${person}`)).link('All of it as PDF, for a court or a file'));
    expect(page.main).toMatch(/would tell where a protected person can be reached, in \d places?/);
    const forCourt = await words((await client.download(page.link('For a court'))).bytes);
    expect(forCourt).toContain('Words left out here: they would say where a protected person can be reached.');
    expect(forCourt).not.toMatch(/Nowhere|900123|CONFIDENTIAL/);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array((await client.download(page.link('For the file'))).bytes)), {
      mergePages: false,
    });
    expect(text.join(' ').replace(/\s+/g, ' ')).toContain('12, Nowhere Lane');
    expect(text.filter((one) => !one.replace(/\s+/g, ' ').includes('NOT TO BE SERVED ON THE RESPONDENT'))).toEqual([]);
  });

  it('is no finding in what was reported and nobody relies on: allegations are not served', async () => {
    const { bytes } = await (await solicitor.client()).download(`/applications/${application}/pack.pdf?of=since&leaveOut=grounds.facts`);
    expect(await words(bytes)).not.toMatch(/Breach alleged|Nowhere/);
  });
});

describe('A pack of an application that is not filed', () => {
  it('is marked as a draft on every page', async () => {
    const client = await solicitor.client();
    const page = await client.get((await client.get(`/drafts/${cast.draft}`)).link('Draft of the application pack'));
    expect(page.main).toContain('This application is not filed');
    const { bytes, header } = await client.download(page.link('PDF'));
    expect(header('content-disposition')).toContain('draft-pack-');
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
    expect(text.filter((one) => !one.includes('DRAFT'))).toEqual([]);
  });

  it('leads to the section in which somebody typed where a protected person is reached', async () => {
    await solicitor.does(`/drafts/${cast.draft}/necessity`, { facts: 'He rang her on 07700-900000 again' });
    const page = await (await solicitor.client()).get(`/applications/${cast.draft}/pack`);
    expect(page.main).toContain(
      'Why an order is necessary would tell the respondent a protected person’s telephone number. Mend it in the draft',
    );
    expect(page.html.querySelector(`a[href="/drafts/${cast.draft}/necessity?mend=facts#facts"]`)).not.toBeNull();
    expect(page.html.querySelector('input[name=leaveOut]')).toBeNull();
    await solicitor.does(`/drafts/${cast.draft}/necessity`, { facts: 'He rang her again' });
    expect((await (await solicitor.client()).download(`/applications/${cast.draft}/pack.docx`)).status).toBe(200);
  });

  it('takes exhibits, and is its force’s own', async () => {
    await attach(await solicitor.client(), `/applications/${cast.draft}/exhibits`, 'A photograph');
    expect(await words((await (await solicitor.client()).download(`/applications/${cast.draft}/pack.pdf`)).bytes)).toContain(
      'A photograph',
    );
    expect(await story.desk('legal.essex').tries(`/applications/${cast.draft}/pack`)).toBe(404);
    expect(await story.desk('legal.essex').tries(`/applications/${cast.draft}/exhibits`)).toBe(404);
  });
});

describe('A pack of an application that was prepared here', () => {
  let draft: string;
  let victim: string;
  let caseId: string;
  let later: string;
  const wordsOf = async () => words((await (await solicitor.client()).download(`/applications/${draft}/pack.pdf`)).bytes);
  const writes = (section: string, fields: Fields) => solicitor.does(`/drafts/${draft}/${section}`, fields);

  beforeAll(async () => {
    const person = await perpetrator(officer, { given: 'Zed', family: 'Madeupton', born: '1980-04-05' });
    victim = await protectedPerson(officer, person, { given: 'Una', family: 'Nobody' }, { phone: '07700 900777' });
    caseId = await openCase(officer, person, { people: [victim] });
    later = await recordIncident(officer, caseId, {
      when: '2026-06-20 21:15',
      conduct: ['watching'],
      account: 'He stood at her office at night',
    });
    const earlier = await recordIncident(officer, caseId, { when: '2026-06-10', conduct: ['gift'], account: 'A parcel came' });
    await recordIncident(officer, caseId, { when: '2026-06-11', conduct: ['call'], account: 'Not relied on here' });
    draft = idIn(await solicitor.does(`/perpetrators/${person}/drafts/new`, {}));
    await writes('parties', { applicant: 'The Chief Constable of Kent Police', courtName: 'Testville' });
    await writes('people', { protectedPersonIds: [victim], victimIds: [victim] });
    await writes('area', { basis: 'resides', facts: 'His tenancy is in Testville' });
    await writes('risk', { harms: ['psychological'], facts: 'She changed her way to work', grade: 'high' });
    await writes('necessity', { facts: 'Nothing else binds him', alternatives: 'A prosecution takes a year' });
    await writes('acts', { incidentIds: [later, earlier], why: 'Unwanted, and more than once' });
    await writes('conditions', { duration: 'years', years: '2' });
    await writes('conditions', {
      conditions: [{ number: '1', code: 'SURV', wording: 'You must not watch Una Nobody', necessity: 'He watched her' }],
    });
    await writes('evidence', { items: [{ kind: 'statement', reference: 'UN/1', description: 'Her statement' }] });
    await writes('hearsay', { relied: 'no' });
    await writes('interim', { sought: 'yes', why: 'He said that he comes again', notice: 'with' });
  }, 60_000);

  /** From the heading to the next limb. */
  const acts = (whole: string) => whole.slice(whole.indexOf('(s.1(1)(a))'), whole.indexOf('(s.1(1)(b))'));
  const outline = (whole: string) =>
    whole.slice(whole.lastIndexOf('What the respondent did'), whole.lastIndexOf('What I know of it myself'));

  it('states each recorded incident that is relied on as an act, with its source and recorder, in order of date', async () => {
    const whole = await wordsOf();
    expect(acts(whole)).toMatch(
      /10 Jun 2026.*Gift or delivery.*A parcel came.*20 Jun 2026 at 21:15.*Following or watching.*He stood at her office/,
    );
    expect(acts(whole)).toMatch(/Case [0-9a-f]{8}, entry 2, incident 1.*Officer, Kent Police/);
    expect(acts(whole)).not.toMatch(/Not stated yet|Not relied on here/);
    expect(outline(whole)).toMatch(/A parcel came.*He stood at her office/);
    await writes('acts', { acts: [{ from: day('2026-06-15'), kind: 'contact', what: 'He rang nine times', source: 'Statement UN/1' }] });
    const both = await wordsOf();
    for (const part of [acts(both), outline(both)]) expect(part).toMatch(/A parcel came.*He rang nine times.*He stood at her office/);
    const chronology = both.slice(both.indexOf('Every line is a recorded fact'), both.indexOf('Draft order', both.indexOf('Every line')));
    expect(chronology).toMatch(/Incident: Gift or delivery A parcel came.*Incident: Following or watching He stood at her office/);
    expect(both).not.toContain('Not relied on here');
  });

  it('prints nothing that was typed of an interim order or of hearsay before it was not asked for after all', async () => {
    await writes('interim', { sought: 'yes', why: 'He escalates by the week', notice: 'without', whyWithoutNotice: 'He would act first' });
    await writes('hearsay', { relied: 'yes', what: 'What her neighbour heard', why: 'The neighbour is afraid' });
    const typed = ['He escalates by the week', 'He would act first', 'What her neighbour heard', 'The neighbour is afraid'];
    const shown = async () => (await (await solicitor.client()).get(`/drafts/${draft}/check`)).main;
    const printed = [await wordsOf(), await shown()];
    for (const one of typed) expect(printed.filter((whole) => whole.includes(one))).toEqual(printed);
    await writes('interim', { sought: 'no', why: typed[0] ?? '', notice: 'without', whyWithoutNotice: typed[1] ?? '' });
    await writes('hearsay', { relied: 'no', what: typed[2] ?? '', why: typed[3] ?? '' });
    const after = [await wordsOf(), await shown()];
    for (const one of typed) expect(after.filter((whole) => whole.includes(one))).toEqual([]);
    expect(after[0]).toContain('No interim order is asked for.');
    expect(after[0]).not.toMatch(/made without notice|Hearsay notice/);
    await writes('interim', { sought: 'yes', why: 'He said that he comes again', notice: 'with', whyWithoutNotice: typed[1] ?? '' });
    expect(await wordsOf()).not.toContain(typed[1]);
  });

  it('has a draft of the interim order that is asked for', async () => {
    const whole = await wordsOf();
    expect(whole).toMatch(
      /Interim stalking protection order \(Stalking Protection Act 2019 s\.5\).*For a fixed period.*You must not watch Una Nobody/,
    );
    await writes('interim', { sought: 'yes', why: 'He said that he comes again', notice: 'with', until: day('2026-05-01') });
    expect(await wordsOf()).toContain('until the end of 1 May 2026; it ends earlier when the application is determined');
    expect(await wordsOf()).not.toContain('The respondent must not');
    await writes('interim', { sought: 'no' });
    expect(await wordsOf()).not.toContain('Draft interim order');
  });

  it('is not filed unknowingly with words that tell where a protected person can be reached', async () => {
    const authoriser = story.desk('authoriser.kent');
    const decision = { decision: 'given', rank: 'superintendent', officer: 'Supt 0000 Invented' };
    const told = 'Why an order is necessary: Why an order is necessary would tell the respondent a protected person’s telephone number';
    await writes('necessity', { facts: 'He rings 07700 900777 nightly' });
    await solicitor.does(`/drafts/${draft}/authorisation`, {});
    const signing = await authoriser.sees(`/drafts/${draft}/authorise`);
    expect(signing.main).toContain(told);
    expect(signing.html.querySelector('#findings a')?.getAttribute('href')).toBe('#necessity');
    expect(await authoriser.isRefused(`/drafts/${draft}/authorise`, decision)).toEqual([
      'The application would tell the respondent where a protected person can be reached. Send it back to be mended, or tick that you saw what is listed at the top',
    ]);
    expect((await authoriser.sees(`/drafts/${draft}`)).main).toContain('Asked for; waiting');
    await authoriser.does(`/drafts/${draft}/authorise`, { ...decision, knowingly: 'yes' });
    expect((await solicitor.sees(`/drafts/${draft}/check`)).main).toContain(
      'They saw what it would tell the respondent: Why an order is necessary: a protected person’s telephone number',
    );
    const checked = await solicitor.sees(`/drafts/${draft}/check`);
    expect(checked.main).toContain(told);
    expect(checked.html.querySelector('#findings a')?.getAttribute('href')).toBe(`/drafts/${draft}/necessity?mend=facts#facts`);
    expect(checked.find('#findings')).not.toContain('07700');
    const refused = await solicitor.isRefused(`/drafts/${draft}/check`, { filedOn: day('2026-07-05') });
    expect(refused).toEqual([
      'The application would tell the respondent where a protected person can be reached. Mend what is listed, or tick that the court’s copy needs it',
    ]);
    await writes('necessity', { facts: 'He rings her nightly' });
    expect((await solicitor.sees(`/drafts/${draft}/check`)).html.querySelector('#findings')).toBeNull();
  });

  it('asks whoever serves it to read a word that may be the name of her street', async () => {
    await officer.does(`/protected-people/${victim}/contact/change`, { lines: '9 Cobbler Street\nTestville', postcode: 'ZZ98 3ZZ' });
    await writes('necessity', { facts: 'He waits at the Cobbler flat' });
    const page = await solicitor.sees(`/applications/${draft}/pack`);
    expect(page.all('#to-read ~ ul li')).toEqual(['why an order is necessary']);
    expect(page.main).not.toMatch(/Cobbler/);
    await writes('necessity', { facts: 'He rings her nightly' });
    expect((await solicitor.sees(`/applications/${draft}/pack`)).html.querySelector('#to-read')).toBeNull();
  });

  it('says the same once it is filed, and is no draft any more', async () => {
    await solicitor.does(`/drafts/${draft}/authorisation`, {});
    const decision = { decision: 'given', rank: 'superintendent', officer: 'Supt 0000 Invented' };
    await story.desk('authoriser.kent').does(`/drafts/${draft}/authorise`, decision);
    await solicitor.does(`/drafts/${draft}/check`, { filedOn: day('2026-07-05'), reference: 'Ref 1' });
    const whole = await wordsOf();
    expect(acts(whole)).toMatch(/A parcel came.*He rang nine times.*He stood at her office/);
    expect(whole).not.toMatch(/DRAFT|Not filed/);
    expect((await (await solicitor.client()).download(`/applications/${draft}/pack.docx`)).status).toBe(200);
    expect(whole).toMatch(/Authorised by Supt 0000 Invented Superintendent/);
    expect(whole).toMatch(/Court reference Ref 1/);
    expect(whole).not.toMatch(/Grounds as filed|Necessary because/);
  });

  it('is the same to the byte after what comes later, which is told apart', async () => {
    const [pdf, docx] = await Promise.all(
      ['pdf', 'docx'].map(async (end) => (await (await solicitor.client()).download(`/applications/${draft}/pack.${end}`)).bytes),
    );
    story.itIs('2026-07-08 10:00');
    await attach(await solicitor.client(), `/applications/${draft}/exhibits`, 'Came after the filing');
    await officer.does(`/cases/${caseId}/incidents/${later}/error`, { reason: 'It was somebody else' });
    const [pdfThen, docxThen] = await Promise.all(
      ['pdf', 'docx'].map(async (end) => (await (await solicitor.client()).download(`/applications/${draft}/pack.${end}`)).bytes),
    );
    expect(pdfThen!.equals(pdf!) && docxThen!.equals(docx!)).toBe(true);
    const since = await words((await (await solicitor.client()).download(`/applications/${draft}/pack.pdf?of=since`)).bytes);
    expect(since).toContain('Came after the filing');
    expect(since).toContain('what was recorded since');
    expect(since).not.toMatch(/He stood at her office|somebody else/);
  });
});

describe('The history as PDF', () => {
  it('holds every line with source and recorder, as the reader may read it, and says who printed it', async () => {
    const { bytes, header } = await (await solicitor.client()).download(`/perpetrators/${cast.perpetrator}/history.pdf?for=file`);
    expect(header('content-disposition')).toMatch(/^attachment/);
    const whole = await words(bytes);
    expect(whole).toContain('Born 3 Feb 1986');
    for (const said of ['PLACEHOLDER, Barnaby', 'Nora Nonesuch', 'Printed by', 'Kent Police', 'Breach alleged: message', 'Order served'])
      expect(whole.toLowerCase()).toContain(said.toLowerCase());
    const masked = await words(
      (await (await story.desk('manager.kent').client()).download(`/perpetrators/${cast.perpetrator}/history.pdf?for=file`)).bytes,
    );
    expect(masked).not.toContain('Nora');
    expect(masked.toLowerCase()).toContain('protected person a');
  });

  it('is absent for who may not see the person', async () => {
    await solicitor.does(`/perpetrators/${cast.perpetrator}/restriction`, { basis: 'risk-of-harm' });
    expect(await officer.tries(`/perpetrators/${cast.perpetrator}/history.pdf`)).toBe(404);
    expect(await story.desk('legal.essex').tries(`/applications/${cast.application}/pack`)).toBe(404);
    await solicitor.tells(`/perpetrators/${cast.perpetrator}/restriction/lift`, { reason: 'Not needed' });
  });
});
