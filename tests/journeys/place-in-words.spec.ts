import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { extractText, getDocumentProxy } from 'unpdf';
import { PlacesOnRecord } from '#breaches/module';
import { instant, moment } from './support/days.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { fileApplication, keepAway, noContact, obtain } from './support/orders.js';
import { type Desk, Story } from './support/story.js';

jest.setTimeout(120_000);

// Nobody's recorded address: withheld as the place of a report, and typed again in the words of that report and of other records.
const place = 'Outside 14 Figment Lane, Sampleton';
const other = 'Rosewood Nursery, Sampleton';
const ofCase = '9 Pretend Road';
const telling = /Figm.nt|Rosewood|Pretend R|Fabletown|number 14|Bluebottle/i;
// In the words of the very report also in part: its town, a name without its noun, the number of the house.
const inPart = 'Bluebottle Café, Flat 3, 14 Figment Lane, Fabletown';

interface Made {
  readonly person: string;
  readonly alone: string;
  readonly breach: string;
  readonly kept: string;
  readonly partly: string;
  readonly case: string;
  readonly order: string;
  /** Of the order. */
  readonly service: string;
  readonly application: string;
  readonly unnamed: string;
}

let story: Story;
let kent: Desk;
let made: Made;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 16:00');
  kent = story.desk('officer.kent');
  made = await recorded(story.desk('legal.kent'));
}, 60_000);
afterAll(() => story.end());

async function recorded(solicitor: Desk): Promise<Made> {
  const person = await perpetrator(kent, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
  const victim = await protectedPerson(kent, person, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-07-01 10:00', until: '2028-06-30', conditions: [noContact, keepAway] };
  const { orderId: order } = await obtain(solicitor, person, { filed: '2026-06-20', sealed, protects: [victim] });
  story.itIs('2026-07-03 09:00');
  await kent.does(`/orders/${order}/attempt-service`, {
    ...{ document: 'order', method: 'personal', result: 'Said to be at 14, Figment Ln' },
    at: moment('2026-07-02 10:00'),
  });
  await kent.does(`/orders/${order}/serve`, {
    ...{ document: 'order', at: moment('2026-07-02 11:00'), method: 'personal', proof: 'certificate', by: 'PC 0001 Invented' },
    ...{ place: 'The porch of 3 Pretend Row', identified: 'He has rented in Pretend Row' },
  });
  const { services } = await kent.reads<{ services: readonly { serviceId: string }[] }>(`/orders/${order}`);
  const application = await fileApplication(solicitor, person, {
    ...{ filed: '2026-07-02', protects: [victim], grounds: 'He waited by Rosewood nursery and in Figment Lane' },
  });
  const at = { on: '2026-07-02', reporter: 'officer' };
  const { conditions } = await kent.reads<{ conditions: readonly { conditionId: string; current: { versionId: string } }[] }>(
    `/orders/${order}`,
  );
  const alleging = conditions.slice(0, 1).map(({ conditionId, current: { versionId } }) => `${order}/${conditionId}/${versionId}`);
  const { id: breach } = await kent.tells(`/perpetrators/${person}/breaches`, {
    ...{ ...at, time: '08:15', kinds: ['approach'], people: [victim], place, alleging },
    ...{ account: 'He stood outside 14 Figment Lane for an hour', reasonableExcuse: 'offered', excuse: 'Has friends in FIGMENT LANE' },
  });
  const { id: kept } = await kent.tells(`/perpetrators/${person}/breaches`, {
    ...{
      ...at,
      kinds: ['message'],
      keep: true,
      people: [victim],
      place: other,
      account: 'A letter left at Rosewood Nursery. See Figment Lane.',
    },
  });
  const { id: partly } = await kent.tells(`/perpetrators/${person}/breaches`, {
    ...{ ...at, time: '09:15', kinds: ['approach'], people: [victim], place: inPart, alleging },
    ...{ account: 'In Fabletown, by the Bluebottle', reasonableExcuse: 'offered', excuse: 'A friend at number 14 in Fabletown' },
  });
  await kent.tells(`/breaches/${partly}/addendum`, { text: 'It was Figment, not the Bluebottle; house number 14, FABLETOWN' });
  await kent.tells(`/breaches/${partly}/no-further-action`, {
    ...{ at: instant('2026-07-03 08:40'), reason: 'other', note: 'Nobody in Fabletown speaks' },
  });
  for (const [step, words] of [
    ['addendum', { text: 'Neighbours at number 16 Figment-Lane and in Figmant Lane saw it, so did staff of the Rosewood nursery' }],
    ['evidence', { kind: 'cctv', reference: 'Camera of 12 Figment Lane' }],
    ['safety-assessments', { at: instant('2026-07-03 08:30'), risk: 'high', actions: ['alarm'], note: 'Alarm at Figment Lane' }],
    ['no-further-action', { at: instant('2026-07-03 08:40'), reason: 'other', note: 'Nobody in Figment Lane speaks' }],
  ] as const)
    await kent.tells(`/breaches/${breach}/${step}`, words);
  const { id: opened } = await kent.tells(`/perpetrators/${person}/cases`, {
    ...{ on: '2026-06-18', source: 'victim', protectedPersonIds: [victim], summary: 'Follows her from Pretend Rd to Figment Lane' },
  });
  const { id: incident } = await kent.tells(`/cases/${opened}/incidents`, {
    ...{ on: '2026-06-18', conduct: ['message'], account: 'Notes at 9 Pretend Road', place: ofCase, protectedPersonIds: [victim] },
  });
  await kent.tells(`/cases/${opened}/incidents/${incident}/corrections`, {
    ...{ on: '2026-06-17', conduct: ['message'], account: 'A note at nine Pretend Road', reason: 'Pretend Road confirmed the day' },
  });
  const alone = await perpetrator(kent, { given: 'Zed', family: 'Otherwise', born: '1952-11-30' });
  const { id: unnamed } = await kent.tells(`/perpetrators/${alone}/breaches`, {
    ...{ ...at, kinds: ['approach'], keep: true, place, account: 'He stood outside 14 Figment Lane' },
  });
  return { person, alone, breach, kept, partly, case: opened, order, service: services[0]?.serviceId ?? '', application, unnamed };
}

const records = () => [
  ...[`/breaches/${made.breach}`, `/breaches/${made.kept}`, `/breaches/${made.partly}`, `/breaches/${made.unnamed}`, `/cases/${made.case}`],
  ...[`/orders/${made.order}`, `/applications/${made.application}`],
];
const histories = () => [made.person, made.alone].map((id) => `/perpetrators/${id}`);
const pages = () => [
  ...records(),
  ...records().map((path) => `/api/v1${path}`),
  `/orders/${made.order}/services/${made.service}/certificate`,
  ...histories().flatMap((path) => [path, `${path}/card`, `${path}/history.pdf?for=file`, `${path}?print=1`]),
  ...histories().flatMap((path) => ['history', 'breaches', 'cases', 'orders', 'applications'].map((part) => `/api/v1${path}/${part}`)),
  ...['/api/v1/offline/snapshot', '/alerts', '/api/v1/alerts', '/work'],
];

/** What stands in each answer to this reader. */
async function readBy(user: string): Promise<ReadonlyMap<string, string>> {
  const client = await story.desk(user).client();
  const read = new Map<string, string>();
  for (const path of pages()) {
    const { status, bytes, header } = await client.download(path);
    if (status !== 200) continue;
    const isPdf = header('content-type').includes('pdf');
    read.set(
      path,
      isPdf ? (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text : bytes.toString('utf8'),
    );
  }
  return read;
}
const tells = async (user: string) => [...(await readBy(user))].filter(([, text]) => telling.test(text)).map(([path]) => path);

describe('Where something happened, typed again in the words of a record', () => {
  it.each(['officer.essex', 'legal.essex', 'officer.met', 'manager.kent'])('is not read by %s', async (user) => {
    expect(await tells(user)).toEqual([]);
  });

  it('is said to be known to the force that wrote it', async () => {
    const read = await readBy('officer.essex');
    expect(read.size).toBeGreaterThan(25);
    for (const path of [...records(), ...histories()])
      expect([path, read.get(path)]).toEqual([path, expect.stringMatching(/place known to Kent|Kent wrote more on this for itself/)]);
    expect(read.get(`/breaches/${made.breach}`)).toContain('He stood outside a place known to Kent for an hour');
  });

  it('is read as it was written by the force that wrote it', async () => {
    expect(await tells('officer.kent')).toEqual(expect.arrayContaining([...records(), ...histories()]));
  });

  it('is looked for among the records of one person, along indexes', async () => {
    const database = story.service.app.get(DataSource);
    const tables = { 'breaches.breach_record': made.breach, 'cases.case_record': made.case, 'orders.order_record': made.order };
    for (const [table, id] of Object.entries(tables)) {
      await database.query(
        `insert into ${table} select (jsonb_populate_record(r, jsonb_build_object('id', 'more-' || n, 'perpetrator_id', 'p-' || n))).*
         from ${table} r cross join generate_series(1, 3000) n where r.id = $1`,
        [id],
      );
      await database.query(`analyze ${table}`);
    }
    const asked: [string, unknown[]][] = [];
    const explaining = {
      query: (text: string, parameters: unknown[]) => (asked.push([text, parameters]), database.query(text, parameters)),
    };
    const found = await new PlacesOnRecord(explaining as never).on([made.person], [], '42');
    expect(found.map(({ place: at }) => at).toSorted()).toEqual([ofCase, place, other, inPart, 'The porch of 3 Pretend Row'].toSorted());
    expect(asked).toHaveLength(1);
    const explained = JSON.stringify(await Promise.all(asked.map(([text, parameters]) => database.query(`explain ${text}`, parameters))));
    for (const index of ['breach_record_of', 'case_record_of', 'order_record_against']) expect(explained).toContain(index);
    expect(explained).not.toMatch(/Seq Scan on (breach|case|order)_record/);
  });
});
