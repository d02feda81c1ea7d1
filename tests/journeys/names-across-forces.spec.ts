import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Cast, castOf } from './support/cast.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { draftJson, obtain } from './support/orders.js';
import { type Desk, Story } from './support/story.js';

// Nora is on record with Kent. Essex has a part in the perpetrator's life, and in hers none.
let story: Story;
let solicitor: Desk;
let essexOfficer: Desk;
let essexSolicitor: Desk;
let cast: Cast;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  [solicitor, essexOfficer, essexSolicitor] = [story.desk('legal.kent'), story.desk('officer.essex'), story.desk('legal.essex')];
  cast = await castOf(story, solicitor, story.desk('officer.kent'));
}, 60_000);
afterAll(() => story.end());

const ada = { given: 'Ada', family: 'Samplewright' };
const sealed = { made: '2026-07-01 10:00', until: '2028-06-30', conditions: [{ code: 'NC-DIR', wording: 'Do not contact Nora Nonesuch' }] };
// What a force writes into its own order its own people read as it stands: this one does not speak of Nora.
const ownWords = { ...sealed, conditions: [{ code: 'NC-DIR', wording: 'Do not contact Ada Samplewright' }] };
const order = (protects: string) => ({
  ...draftJson(ownWords),
  ...{ kind: 'other', origin: 'application', courtType: 'county', protectedPersonIds: [protects] },
});

describe('A protected person is not named to another force', () => {
  it('by a report that the force makes itself', async () => {
    const { api } = await essexOfficer.client();
    const details = {
      on: '2026-07-02',
      kinds: ['message'],
      keep: true,
      reporter: 'protected-person',
      account: 'As told',
      people: [cast.victim],
    };
    const kept = await api.post(`/api/v1/perpetrators/${cast.perpetrator}/breaches`, details);
    expect(kept.status).toBe(201);
    const answer = await essexOfficer.reads<{ protectedPeople: object[] }>(`/breaches/${String(kept.body['id'])}`);
    expect(answer.protectedPeople).toEqual([{ id: cast.victim, text: 'Protected person A' }]);
  });

  it('by the words of an order on the form for a report', async () => {
    await obtain(solicitor, cast.perpetrator, { filed: '2026-06-20', sealed, protects: [cast.victim] });
    const page = `/perpetrators/${cast.perpetrator}/breaches/new`;
    const told = async (desk: Desk) => {
      const client = await desk.client();
      await client.get(page);
      return client.post(page, { when: 'now', kinds: ['message'] });
    };
    const shown = await told(essexOfficer);
    expect([shown.heading, shown.main]).toEqual(['What was breached?', expect.stringContaining('Do not contact protected person A')]);
    expect(shown.text).not.toMatch(/Nora|Nonesuch/);
    expect((await told(story.desk('officer.kent'))).main).toContain('Do not contact Nora Nonesuch');
    expect((await essexOfficer.sees(`/breaches/${cast.breach}/allegation`)).text).not.toMatch(/Nora|Nonesuch/);
  });

  it('by an order or an application that the force records for the purpose', async () => {
    const { api } = await essexSolicitor.client();
    const other = await perpetrator(essexSolicitor, { given: 'Dex', family: 'Mockman' });
    const own = await protectedPerson(essexSolicitor, other, ada);
    const filing = { filedOn: '2026-07-02', courtName: 'Testville', notice: 'with', areaBasis: 'resides', interimSought: false };
    for (const person of [other, cast.perpetrator]) {
      const recorded = await api.post(`/api/v1/perpetrators/${person}/orders`, order(cast.victim));
      expect([recorded.status, recorded.body['reason']]).toEqual([409, 'not-yours-to-name']);
      for (const people of [{ protectedPersonIds: [cast.victim] }, { protectedPersonIds: [own], victimIds: [cast.victim] }]) {
        const filed = await api.post(`/api/v1/perpetrators/${person}/applications`, { ...filing, ...people });
        expect([filed.status, filed.body['reason']]).toEqual([409, 'not-yours-to-name']);
      }
    }
  });

  it('by an order that protects somebody else from the same perpetrator', async () => {
    const { api } = await essexSolicitor.client();
    const own = await protectedPerson(essexSolicitor, cast.perpetrator, ada);
    expect((await api.post(`/api/v1/perpetrators/${cast.perpetrator}/orders`, order(own))).status).toBe(201);
    for (const path of [`/perpetrators/${cast.perpetrator}`, `/breaches/${cast.breach}`, `/breaches/${cast.breach}/allegation`]) {
      const { text } = await essexSolicitor.sees(path);
      expect([path, /Nora|Nonesuch/.test(text)]).toEqual([path, false]);
    }
    expect((await essexSolicitor.sees(`/perpetrators/${cast.perpetrator}`)).text).toContain('Ada Samplewright');
  });
});
