import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { extractText, getDocumentProxy } from 'unpdf';
import { demonstrationUsers } from '#access/module';
import { routesOf } from '../support/routes.js';
import { type Cast, castOf } from './support/cast.js';
import { handOver, perpetrator, protectedPerson } from './support/people.js';
import { draftJson } from './support/orders.js';
import { type Desk, Story } from './support/story.js';

jest.setTimeout(240_000);

// Kent wrote names, addresses and numbers into everything that takes words. None of it may reach another force, however it was typed, nor a
// role that reads no names; and where Nora moved is for those who look after her.
const secrets = [
  ...['Nora Nonesuch', 'nora nonesuch', 'NONESUCH, Nora', 'Nora', 'Nonesuch’s', 'N. Nonesuch', 'Nonesuhc', 'Nonsuch', 'Ellie Nonesuch'],
  ...['Vera Sampleton', 'vera', 'Sampletons', 'Smapleton', 'Ada Samplewright', 'Samplewrihgt', 'Nora Fabrikat', 'fabrikat'],
  ...['07700 900777', '+44 7700 900777', '07700-900-888', '0044 7700 900888', 'nora.n91@example.test'],
  ...['3 Mock Lane', 'number 3 in Mock Lane', '3, mock ln', '8 Specimen Way', 'ZZ99 7AA', 'zz998bb'],
];
/** What stands in an answer that tells: whole words, and the rest by its letters and digits, since spaces and signs typed otherwise tell as well. */
const names = /(?<![a-z])(nora|nonesuch|nonsuch|nonesuhc|ellie|vera|sampletons?|smapleton|samplewri\w+|fabrikat)(?![a-z])/gi;
const telling = ['7700900777', '7700900888', 'noran91', '3mockl', 'number3inmock', '8specimen', 'zz997aa', 'zz998bb'];
const closed = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '');
const told = (text: string): string[] => [...(text.match(names) ?? []), ...telling.filter((one) => closed(text).includes(one))];

/** Sentences that tell two things each, as people write them; the same in each run. */
const sentences = fc.sample(
  fc
    .tuple(
      fc.constantFrom('He asked after', 'He waited for', 'Seen near', 'The caller named'),
      fc.shuffledSubarray(secrets, { minLength: 2, maxLength: 2 }),
    )
    .map(([start, [one = '', other = '']]) => `${start} ${one} and then ${other}`),
  { numRuns: 80, seed: 20260701 },
);
let nth = 0;
const refused: string[] = [];
/** What was added to the report. */
const addenda: string[] = [];
/** The next of the words; the first round has each of the secrets once. */
const words = (): string => {
  const text = nth < secrets.length ? `He wrote of ${secrets[nth]} again` : (sentences[nth - secrets.length] ?? 'Nora Nonesuch');
  nth += 1;
  return text;
};

let story: Story;
let cast: Cast;
let kent: Desk;
let areaOrder: string;
let task: string;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  const solicitor = story.desk('legal.kent');
  kent = story.desk('officer.kent');
  cast = await castOf(story, solicitor, kent);
  await reached();
  await written(solicitor);
  const gwent = story.desk('officer.gwent');
  await handOver(kent, gwent, '61', cast.victim);
  const { orderId, breachId } = { orderId: cast.order, breachId: cast.breach };
  const at = '2026-07-03T08:40:00.000Z';
  const by = { decision: 'told', channel: 'phone-call', role: 'victim-liaison', at, protectedPersonId: cast.victim };
  await gwent.tells(`/breaches/${breachId}/tell-victim`, { ...by, of: 'report-decision' });
  await gwent.tells(`/orders/${orderId}/tell`, { ...by, newsId: 'made' });
  await linkedEssexRecord();
}, 120_000);
afterAll(() => story?.end());

/** How Nora is reached and was, what she was called, who is close to her, and who else is on his record. */
async function reached(): Promise<void> {
  const her = `/protected-people/${cast.victim}`;
  await kent.does(`${her}/contact/change`, { phone: '07700 900777', lines: '3 Mock Lane\nTestville', postcode: 'ZZ99 7AA' });
  await kent.does(`${her}/contact/change`, {
    ...{ phone: '', email: 'nora.n91@example.test', lines: '8 Specimen Way\nTestville', postcode: 'ZZ99 8BB' },
  });
  await kent.tells(`${her}/corrections`, { given: 'Eleanor', family: 'Fabrikat', sex: 'female', reason: 'Misread' });
  await kent.tells(`${her}/corrections`, { given: 'Nora', family: 'Nonesuch', sex: 'female', reason: 'It was right' });
  const plan = { rights: 'enhanced', frequency: 'weekly', days: 'every-day', alsoTell: 'Her sister Vera Sampleton, 07700 900888' };
  await kent.tells(`${her}/contact/plan`, plan);
  await protectedPerson(kent, cast.perpetrator, { given: 'Ada', family: 'Samplewright' });
}

/** Words in everything of Kent's that takes some. */
async function written(solicitor: Desk): Promise<void> {
  const tells = async (desk: Desk, path: string, json: object) =>
    desk.tells(path, json).catch((error: Error) => refused.push(error.message));
  const { perpetrator: his, order, breach, case: investigation, incident, application } = cast;
  const at = { on: '2026-07-03', at: '2026-07-03T08:30:00.000Z' };
  const conduct = { on: '2026-06-18', conduct: ['message'] };
  await tells(kent, `/perpetrators/${his}/cases`, { on: '2026-06-19', source: 'victim', summary: words() });
  await tells(kent, `/cases/${investigation}/incidents`, { ...conduct, account: words(), place: words() });
  await tells(kent, `/cases/${investigation}/incidents/${incident}/corrections`, { ...conduct, account: words(), reason: words() });
  await tells(kent, `/cases/${investigation}/risk-assessments/${cast.assessment}/grades`, {
    ...{ grade: 'medium', assessor: 'officer', on: '2026-06-20', reason: words() },
  });
  await tells(kent, `/cases/${investigation}/support`, {
    protectedPersonId: cast.victim,
    supports: false,
    on: '2026-06-21',
    words: words(),
  });
  await tells(kent, `/cases/${investigation}/considerations`, {
    ...{ decision: 'no', reasons: ['other'], rationale: words(), by: 'officer', on: '2026-06-21' },
  });
  await tells(kent, `/cases/${investigation}/classifications/${cast.classification}/cancel`, { on: '2026-06-22', reason: words() });
  await tells(kent, `/perpetrators/${his}/breaches`, {
    on: '2026-07-02',
    kinds: ['message'],
    keep: true,
    account: words(),
    place: words(),
    reporter: 'officer',
  });
  await tells(kent, `/breaches/${breach}/addendum`, { text: words() });
  await tells(kent, `/breaches/${breach}/evidence`, { kind: 'statement', reference: words() });
  await tells(kent, `/breaches/${breach}/safety-assessments`, { at: at.at, risk: 'high', actions: ['advice'], note: words() });
  await tells(solicitor, `/breaches/${breach}/supervisor-reviews`, { at: at.at, decision: 'more-to-do', note: words() });
  await tells(kent, `/breaches/${breach}/flags/${cast.flag}`, { decision: 'stands', note: words() });
  await tells(solicitor, `/orders/${order}/service-attempts`, { document: 'order', at, method: 'personal', result: words() });
  await tells(solicitor, `/orders/${order}/services`, {
    ...{
      document: 'order',
      at,
      method: 'personal',
      proof: 'certificate',
      place: words(),
      by: 'PC 0001 Invented',
      identified: words(),
      again: true,
    },
  });
  await tells(solicitor, `/orders/${order}/awareness`, { document: 'order', at, basis: 'own-words', detail: words() });
  await tells(solicitor, `/orders/${order}/notifications`, {
    about: 'initial',
    at,
    station: 'Testville',
    officer: 'PC 0001 Invented',
    details: words(),
  });
  await tells(solicitor, `/orders/${order}/corrections`, { respondentPresent: true, reason: words() });
  await tells(solicitor, `/orders/${order}/consultations`, {
    proposalId: cast.proposal,
    ...{ protectedPersonId: cast.victim, consultation: 'supports', told: 'told-safely', on: '2026-07-02' },
    words: words(),
  });
  await tells(solicitor, `/perpetrators/${his}/applications`, {
    ...{ filedOn: '2026-07-02', courtName: 'Testville', notice: 'with', areaBasis: 'resides', interimSought: false },
    ...{ protectedPersonIds: [cast.victim], grounds: words() },
  });
  await tells(solicitor, `/applications/${application}/hearing-outcomes`, {
    hearingId: cast.hearing,
    result: 'vacated',
    note: words(),
  });
  ({ id: areaOrder } = await solicitor.tells(`/perpetrators/${his}/orders`, {
    ...draftJson({
      made: '2026-07-02 10:00',
      until: '2028-07-01',
      conditions: [
        { code: 'NC-DIR', wording: words() },
        { code: 'EX-AREA', ...areaSaying(words()) },
      ],
    }),
    ...{ kind: 'other', origin: 'application', courtType: 'county', protectedPersonIds: [cast.victim] },
  }));
  await tells(solicitor, `/drafts/${cast.draft}/acts/add`, { kind: 'contact', from: '2026-06-18', what: words(), source: words() });
  while (addenda.length < 20 || nth < secrets.length + 20) {
    addenda.push(words());
    await tells(kent, `/breaches/${breach}/addendum`, { text: addenda.at(-1) });
  }
  const parts = await solicitor.reads<Record<string, { readonly items?: readonly { readonly taskId: string }[] }>>('/work');
  task = Object.values(parts).flatMap(({ items }) => items ?? [])[0]?.taskId ?? '';
  const owner = demonstrationUsers.find(({ userName }) => userName === 'legal.kent')?.id;
  await tells(solicitor, '/work/assign', { task: [task], owner, note: words() });
  expect(refused).toEqual([]);
  const file = { name: 'calls.txt', bytes: Buffer.from('Three calls') };
  await (await solicitor.client()).uploadToApi(`/api/v1/applications/${application}/exhibits`, { description: words() }, file);
}

/** A condition that names this area, as the court's words and its details say. */
function areaSaying(area: string): { readonly wording: string; readonly parameters: { readonly area: string } } {
  return { wording: area, parameters: { area } };
}

/** Essex has him too: it has alerts, work and a device with him on it. */
async function linkedEssexRecord(): Promise<void> {
  const essex = story.desk('legal.essex');
  const theirs = await perpetrator(essex, { given: 'Barney', family: 'Placeholder', born: '1986-02-03' });
  const own = await protectedPerson(essex, theirs, { given: 'Una', family: 'Mockingham' });
  await essex.tells(`/perpetrators/${theirs}/orders`, {
    ...draftJson({ made: '2026-07-02 11:00', until: '2028-07-01' }),
    ...{ kind: 'other', origin: 'application', courtType: 'county', protectedPersonIds: [own] },
  });
  await essex.tells(`/perpetrators/${theirs}/links/${cast.perpetrator}`, { reason: 'He said so himself' });
}

/** Every address that answers to GET, with the ids of what was recorded. */
function addresses(): string[] {
  const ids: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    drafts: { id: cast.draft },
    applications: { id: cast.application, hearingId: cast.hearing },
    links: { id: cast.link },
    cases: { id: cast.case, incidentId: cast.incident, classificationId: cast.classification, assessmentId: cast.assessment },
    breaches: { id: cast.breach, allegationId: cast.allegation, flagId: cast.flag },
    orders: {
      ...{ id: cast.order, appealId: cast.appeal, proposalId: cast.proposal, hearingId: cast.orderHearing },
      ...{ serviceId: cast.service, versionId: cast.version },
    },
    perpetrators: { id: cast.perpetrator, otherId: cast.stranger },
    'protected-people': { id: cast.victim },
  };
  return routesOf(story.service)
    .filter(({ method, path }) => method === 'GET' && !/^\/(health|metrics)|sign-?out|assets/.test(path))
    .flatMap(({ path }) => {
      const room = path.replace(/^\/api\/v1/, '').split('/')[1] ?? '';
      const address = path.replace(/:(\w+)/g, (whole, name: string) => ids[room]?.[name] ?? whole);
      return address.includes(':') ? [] : [address];
    });
}

/** What every answer to this reader tells, by address, and how many answered. */
async function toldTo(desk: Desk, more: readonly string[] = []): Promise<{ answered: number; tells: string[] }> {
  const client = await desk.client();
  const tells: string[] = [];
  const seen = new Set<string>();
  const open = [...addresses(), ...more];
  let answered = 0;
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    if (seen.has(path) || seen.size > 400) continue;
    seen.add(path);
    const { status, bytes, header } = await client.download(path);
    if (status !== 200) continue;
    answered += 1;
    const isPdf = header('content-type').includes('pdf');
    const text = isPdf
      ? (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text
      : bytes.toString('utf8');
    for (const what of told(text.replace(/\/protected-people\/[^"\s]*/g, ''))) tells.push(`${path}: ${what}`);
    if (!header('content-type').startsWith('text/html')) continue;
    // The records that these pages lead to: other reports, orders, cases and applications of his.
    for (const [, link = ''] of text.matchAll(/href="(\/(?:breaches|orders|cases|applications|links|perpetrators)\/[^"#?/]+)"/g))
      open.push(link);
  }
  return { answered, tells: [...new Set(tells)] };
}

describe('No answer tells who a protected person is, where she lives, or who is close to her', () => {
  it.each(['officer.essex', 'legal.essex', 'authoriser.essex', 'officer.met', 'manager.kent'])('to %s', async (user) => {
    const { answered, tells } = await toldTo(story.desk(user), [
      '/offline/snapshot',
      '/api/v1/offline/snapshot',
      `/work/tasks/${task}`,
      `/perpetrators/${cast.perpetrator}?asKnownOn=2026-07-03`,
    ]);
    expect(answered).toBeGreaterThan(25);
    expect(tells).toEqual([]);
  });

  it('and the force that wrote it reads its own words', async () => {
    const { text } = await kent.sees(`/breaches/${cast.breach}`);
    expect(addenda.filter((one) => !closed(text).includes(closed(one)))).toEqual([]);
  });

  it('nor which force she moved to, but to those who look after her or keep her order', async () => {
    const tells = async (user: string): Promise<string[]> => {
      const desk = story.desk(user);
      const paths = ['', '/history', '/protected-people', '/orders'].map((part) => `/api/v1/perpetrators/${cast.perpetrator}${part}`);
      const pages = [
        `/orders/${areaOrder}`,
        `/perpetrators/${cast.perpetrator}`,
        `/breaches/${cast.breach}`,
        `/perpetrators/${cast.perpetrator}?force=61`,
      ];
      const client = await desk.client();
      const found = await Promise.all([...paths, ...pages].map(async (path) => [path, (await client.get(path)).text] as const));
      // The list to choose a force from has all of them.
      return found
        .filter(([, text]) => /Gwent(?!<\/option>)|"61"(?! *(selected)?>)/.test(text.replace(/<select.*?<\/select>/gs, '')))
        .map(([path]) => path);
    };
    expect(await tells('officer.essex')).toEqual([]);
    expect(await tells('officer.met')).toEqual([]);
    expect(await tells('manager.kent')).toEqual([]);
    expect(await tells('officer.kent')).toContain(`/orders/${areaOrder}`);
    expect((await story.desk('officer.essex').sees(`/orders/${areaOrder}`)).main).toContain('Looked after by another force now');
  });
});
