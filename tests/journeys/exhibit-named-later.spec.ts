import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { ExhibitPlace } from '#cases';
import { ExhibitSubjects } from '#cases/module';
import type { Act } from '#event-sourcing';
import { EventStore, Keyring, SealedFiles } from '#event-store';
import { Projector } from '#event-store/module';
import { SealForNamed } from '#histories/module';
import { openCase, recordIncident } from './support/cases.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

// A file is sealed under the keys of everybody its record names when it comes. Somebody named afterwards must get a key to it too.
const erasure = { basis: 'retention-review', authority: 'Review 99/2026' };
const bytes = Buffer.from('She and her sister, on 3 June\n');

let story: Story;
let officer: Desk;
let solicitor: Desk;
let person: string;
let first: string;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  [officer, solicitor] = [story.desk('officer.kent'), story.desk('legal.kent')];
  person = await perpetrator(officer, { given: 'Norbert', family: 'Nonesuch', born: '1971-01-01' });
  first = await protectedPerson(officer, person, { given: 'Fay', family: 'Firstnamed' });
}, 60_000);
afterAll(() => story?.end());

const database = (): DataSource => story.service.app.get(DataSource);
const recorded = () => story.service.app.get(EventStore).readAll(null, 10_000);
const namings = async () => (await recorded()).filter(({ type }) => type === 'ExhibitSubjectsNamed');
const followed = async (): Promise<void> => {
  const { app } = story.service;
  for (const waiting of [app.get(SealForNamed), app.get(Projector)]) {
    const head = await app.get(EventStore).head();
    expect(await waiting.waitFor(head ?? '', 10_000)).toBe(true);
  }
};
const attached = async (desk: Desk, path: string): Promise<string> => {
  const answer = await (
    await desk.client()
  ).uploadToApi(`/api/v1${path}/exhibits`, { description: 'A diary' }, { name: 'diary.txt', bytes });
  expect(answer.status).toBe(201);
  return (answer.body as { id: string }).id;
};
const downloaded = async (id: string) => (await officer.client()).download(`/api/v1/exhibits/${id}/content`);
/** Under whose keys the bytes of these exhibits lie. */
const keysOf = async (id: string): Promise<readonly string[]> => {
  const rows = await database().query<{ about: string[] }[]>(
    `select s.about from files.sealed_piece s join cases.exhibit e on e.doc->>'contentId' = s.content_id where e.id = $1`,
    [id],
  );
  return rows.flatMap(({ about }) => about).toSorted();
};
const act = (commandId: string): Act => {
  const at = story.service.clock.now();
  return { by: 'test', force: '46', at, commandId, digest: commandId, correlationId: commandId };
};

describe('A file on an investigation', () => {
  let file: string;
  let sister: string;
  let other: string;
  let investigation: string;

  it('is brought under the key of somebody whom a later incident names, once', async () => {
    investigation = await openCase(officer, person, { people: [first] });
    const untouched = await openCase(officer, person, { people: [first] });
    await recordIncident(officer, investigation, {
      when: '2026-06-03',
      conduct: ['watching'],
      account: 'He stood at the gate',
      people: [first],
    });
    [file, other] = [await attached(officer, `/cases/${investigation}`), await attached(officer, `/cases/${untouched}`)];
    sister = await protectedPerson(officer, person, { given: 'Lena', family: 'Laternamed' });
    await recordIncident(officer, investigation, { when: '2026-06-20', conduct: ['watching'], account: 'He rang her', people: [sister] });
    await followed();
    expect(await keysOf(file)).toEqual([person, first, sister].toSorted());
    expect(await keysOf(other)).toEqual([person, first].toSorted());
    expect((await downloaded(file)).bytes.equals(bytes)).toBe(true);
    expect((await namings()).length).toBe(1);
    await recordIncident(officer, investigation, { when: '2026-06-21', conduct: ['watching'], people: [sister] });
    await followed();
    expect((await namings()).length).toBe(1);
    expect((await officer.sees(`/perpetrators/${person}`)).main).toContain('Exhibit 1 of the case is about somebody named later too');
  });

  it('is gone when she is erased, and everything else can be read', async () => {
    await officer.tells(`/cases/${investigation}/outcomes`, { outcome: 'no-further-action', on: '2026-07-01', reason: 'evidential' });
    await story.desk('administrator').tells(`/protected-people/${sister}/erasure`, erasure);
    await story.desk('administrator.second').tells(`/erasures/${sister}`, { seen: 'yes' });
    await followed();
    expect((await downloaded(file)).status).toBe(410);
    const page = await officer.sees(`/exhibits/${file}`);
    expect(page.main).toContain('Erased with the person it was about');
    expect(page.main).not.toMatch(/diary|[0-9a-f]{64}/);
    expect((await downloaded(other)).bytes.equals(bytes)).toBe(true);
    const cases = await officer.sees(`/perpetrators/${person}`);
    expect(cases.main).toContain('He stood at the gate');
  });
});

describe('A file on an application in preparation', () => {
  it('is brought under the key of whoever is named afterwards', async () => {
    const second = await protectedPerson(officer, person, { given: 'Sara', family: 'Secondnamed' });
    const { id } = await solicitor.tells(`/perpetrators/${person}/drafts`, { asWell: true });
    await solicitor.tells(`/drafts/${id}/people`, { seen: 0, protectedPersonIds: [first], victimIds: [first] });
    const file = await attached(solicitor, `/applications/${id}`);
    const { seen } = await solicitor.reads<{ seen?: number }>(`/drafts/${id}`);
    await solicitor.tells(`/drafts/${id}/people`, { seen: seen ?? 1, protectedPersonIds: [first, second], victimIds: [first] });
    await followed();
    expect(await keysOf(file)).toEqual([person, first, second].toSorted());
    expect((await downloaded(file)).bytes.equals(bytes)).toBe(true);
  });
});

describe('What a crash left half done', () => {
  let place: ExhibitPlace;
  let file: string;
  const subjects = () => story.service.app.get(ExhibitSubjects);

  beforeAll(async () => {
    const caseId = await openCase(officer, person, { people: [first] });
    place = { kind: 'case', id: caseId };
    file = await attached(officer, `/cases/${caseId}`);
    await followed();
  });

  it('is finished when it is done again, and recorded once', async () => {
    const before = (await namings()).length;
    // The bytes go first: so far it came before it stopped.
    const [row] = await database().query<{ id: string }[]>(`select doc->>'contentId' as id from cases.exhibit where id = $1`, [file]);
    await story.service.app.get(SealedFiles).sealFor('exhibit', row?.id ?? '', ['named-later']);
    expect((await downloaded(file)).bytes.equals(bytes)).toBe(true);
    for (const command of ['one', 'one', 'two']) await subjects().name(place, ['named-later'], () => act(command));
    await followed();
    expect((await namings()).length).toBe(before + 1);
    expect(await keysOf(file)).toContain('named-later');
    expect((await downloaded(file)).bytes.equals(bytes)).toBe(true);
  });

  it('leaves no bytes behind where the person was erased before their key was on them', async () => {
    await story.service.app.get(Keyring).destroy('erased-meanwhile', { at: '2026-07-01T09:00:00.000Z', by: 'test' });
    await subjects().name(place, ['erased-meanwhile'], () => act('three'));
    await followed();
    expect([await keysOf(file), (await downloaded(file)).status]).toEqual([[], 410]);
    expect((await officer.sees(`/exhibits/${file}`)).main).toContain('Erased with the person it was about');
  });
});
