/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { permissionsOf, type Role } from '#access';
import { type Cast, castOf } from '../journeys/support/cast.js';
import { eventually } from '../journeys/support/eventually.js';
import { fileApplication, noContact } from '../journeys/support/orders.js';
import { perpetrator, protectedPerson } from '../journeys/support/people.js';
import { type Desk, Story } from '../journeys/support/story.js';
import { axe, openBrowser } from '../support/browser.js';
import { type Route, routesOf } from '../support/routes.js';

jest.setTimeout(240_000);

/** Who opens a page that their role may open; the first of them who may. */
const users = {
  legal: 'legal.kent',
  administrator: 'administrator',
  officer: 'officer.kent',
  manager: 'manager.kent',
  authoriser: 'authoriser.kent',
} as const;
type User = keyof typeof users | 'visitor';

/** What stands for the parts of an address that begin with a colon. A page with a part that is not here fails until it is. */
function examples(
  cast: Cast,
  search: string,
  link: string,
  task: string,
  exhibit: string,
  erasure: string,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return {
    drafts: { id: cast.draft },
    exhibits: { id: exhibit },
    erasures: { id: erasure },
    applications: { id: cast.application, hearingId: cast.hearing, appealId: cast.refusalAppeal },
    links: { id: link },
    cases: {
      ...{ id: cast.case, incidentId: cast.incident },
      ...{ classificationId: cast.classification, assessmentId: cast.assessment },
    },
    breaches: { id: cast.breach, allegationId: cast.allegation, flagId: cast.flag },
    orders: {
      id: cast.order,
      appealId: cast.appeal,
      proposalId: cast.proposal,
      hearingId: cast.orderHearing,
      serviceId: cast.service,
      versionId: cast.version,
    },
    perpetrators: { id: cast.perpetrator, photographId: cast.photograph, otherId: cast.stranger, searchId: search },
    'protected-people': { id: cast.victim },
    search: { searchId: search },
    work: { id: task },
    // Of the demonstration, without a password.
    users: { id: '00000000-0000-4000-8000-000000000002' },
  };
}

/** What more there is to see of a page, with the query that shows it. */
const faces: Readonly<Record<string, readonly string[]>> = {
  '/perpetrators/:id/orders/new': ['?kind=spo', '?kind=restraining-conviction'],
  '/perpetrators/:id': ['?kind=order&from-day=1&from-month=1&from-year=2026', '?asKnownOn=2026-07-01', '?from-day=40'],
  '/cases': ['?force=any&considered=open&offence=PH97006&grade=high'],
  '/cases/:id/risk/new': ['?tool=dash'],
  '/uptake': ['?force=46', '?from=2030-01'],
  '/applications/:id/under-18/contact': ['?of=youth-justice'],
  '/work': ['?owner=nobody&kind=notify&to=2030-01-01', '?when=week', '?when=court'],
  '/alerts': ['?seen=yes'],
  '/orders/:id/tell': ['?news=made'],
};

/** Pages that look otherwise to every role. */
const seenByRole = ['/', '/perpetrators/:id', '/perpetrators/:id/card', '/cases/:id', '/orders/:id', '/breaches/:id', '/work'];

/** Pages whose form can be sent as it opens. */
const complete: readonly string[] = [
  '/alerts',
  '/drafts/:id/acts',
  '/drafts/:id/conditions',
  '/drafts/:id/evidence',
  '/drafts/:id/parties',
  '/drafts/:id/people',
  '/drafts/:id/risk',
  '/perpetrators/:id/drafts/new',
  '/perpetrators/:id/link/found/:searchId',
  '/breaches/:id/arrest',
  '/links/:id',
  '/protected-people/:id/contact/change',
  '/protected-people/:id/contact/plan',
  '/search/:searchId',
  '/work/calendar',
];

/** Answers to GET that nobody looks at in a browser. */
const isPage = ({ method, path }: Route) =>
  method === 'GET' && !/^\/(api|health|metrics)(\/|$)|\/content$|\/:photographId$|\.(csv|pdf|docx)$/.test(path);

let story: Story;
let browser: Browser;
let page: Page;
let address: string;
let routes: readonly Route[];
let example: ReturnType<typeof examples>;
let refusedOne: string;
let youthOne: string;
let handed: string;
let signedInAs: User = 'visitor';
const troubles: string[] = [];

beforeAll(async () => {
  [story, browser] = await Promise.all([Story.begin('2026-07-01 09:00'), openBrowser()]);
  const solicitor = story.desk('legal.kent');
  const cast = await castOf(story, solicitor, story.desk('officer.kent'));
  refusedOne = cast.refused;
  youthOne = await ofYouth(solicitor);
  handed = await askedFor(cast.perpetrator);
  await reword(solicitor, cast.order);
  routes = routesOf(story.service).filter(isPage);
  const client = await solicitor.client();
  const { location } = await client.post('/search', { name: 'Placeholder' });
  const link = await alike(solicitor, story.desk('officer.essex'));
  const exhibit = await attach(solicitor, cast.application);
  example = examples(cast, location.split('/').at(-1) ?? '', link, await aTask(solicitor), exhibit, await askedToErase(solicitor));
  address = await story.service.listen();
  // Chromium runs in one process here and stands one context at a time: the same page for all of it, at one size after the other.
  page = await (await browser.newContext()).newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (400|404|409)/.test(message.text())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await story?.end();
});

const roles = Object.keys(users) as (keyof typeof users)[];

/** The first row of the work list. */
async function aTask(solicitor: Desk): Promise<string> {
  const { waiting } = await solicitor.reads<{ waiting: { items: readonly { readonly taskId: string }[] } }>('/work?when=waiting');
  return waiting.items[0]?.taskId ?? '';
}

/** Somebody whom another administrator asked to erase. */
async function askedToErase(solicitor: Desk): Promise<string> {
  const id = await perpetrator(solicitor, { given: 'Wanda', family: 'Wanishing', born: '1949-05-06' });
  await story.desk('administrator.second').tells(`/perpetrators/${id}/erasure`, { basis: 'court-order', authority: 'Order 99/2026' });
  return id;
}

/** An application against somebody of 16, of whose youth justice team is known whom to ask for. */
async function ofYouth(solicitor: Desk): Promise<string> {
  const respondent = await perpetrator(solicitor, { given: 'T', family: 'Child', born: '2010-02-03' });
  const protects = [await protectedPerson(solicitor, respondent, { given: 'Ada', family: 'Sample' })];
  const application = await fileApplication(solicitor, respondent, { filed: '2026-07-02', protects });
  await solicitor.tells(`/applications/${application}/under-18/contacts`, {
    ...{ of: 'youth-justice', told: true, toldOn: '2026-07-02', name: 'J Invented', phone: '01632 960971', email: 'team@example.com' },
    organisation: 'Testville youth justice team',
  });
  return application;
}

/** Somebody whom another force asks Kent to look after. */
async function askedFor(perpetratorId: string): Promise<string> {
  const gwent = story.desk('officer.gwent');
  const id = await protectedPerson(gwent, perpetratorId, { given: 'Una', family: 'Sample' });
  await gwent.tells(`/protected-people/${id}/safeguarding`, { to: '46' });
  return id;
}

/** A file on the application. */
async function attach(solicitor: Desk, application: string): Promise<string> {
  const file = { name: 'calls.txt', bytes: Buffer.from('Three calls at 08:10') };
  const client = await solicitor.client();
  const answer = await client.uploadToApi(`/api/v1/applications/${application}/exhibits`, { description: 'A log of calls' }, file);
  return String(answer.body['id']);
}

/** Another force's record that is much like the first: the pair of them waits for a decision. */
async function alike(solicitor: Desk, officer: Desk): Promise<string> {
  await perpetrator(officer, { given: 'Barnaby', family: 'Placeholdr', born: '1986-02-03' });
  const { items } = await eventually(
    () => solicitor.reads<{ items: readonly { readonly id: string }[] }>('/links'),
    (waiting) => waiting.items.length > 0,
  );
  return items[0]?.id ?? '';
}

/** Varies the order, so that there are words before and after to compare. */
async function reword(solicitor: Desk, order: string): Promise<void> {
  const { conditions } = await solicitor.reads<{ conditions: readonly { readonly conditionId: string }[] }>(`/orders/${order}`);
  const [{ conditionId } = { conditionId: '' }] = conditions;
  const { code } = noContact;
  await solicitor.tells(`/orders/${order}/variations`, {
    ...{ courtType: 'magistrates', courtName: 'Testville', effective: '2026-07-03T08:30:00Z', onApplicationOf: 'chief-officer' },
    changes: [
      { conditionId, change: 'reworded', number: 1, code, wording: 'Not to contact the protected person, by any means or through others' },
    ],
  });
}

/** What this user opens: what nobody before them may, and what they see in a way of their own. */
function pagesOf(user: User): readonly Route[] {
  return routes.filter((route) => {
    const openers = route.needs === 'public' ? ['visitor'] : roles.filter((role) => may(role, route));
    return openers[0] === user || (seenByRole.includes(route.path) && openers.includes(user));
  });
}

function may(role: Role, { needs }: Route): boolean {
  return (permissionsOf(role) as readonly (string | null)[]).includes(needs);
}

/** The address of an example of this page; one that says so when there is none. */
function addressOf({ path }: Route): string {
  const [, room = ''] = path.split('/');
  // The pages of an appeal are those of an application that was refused; those about somebody under 18 of one at the youth court.
  const applied = path.includes('appeal') ? refusedOne : path.includes('under-18') ? youthOne : null;
  if (path.endsWith('/handover')) return path.replace(':id', handed);
  const of = room === 'applications' && applied !== null ? { ...example[room], id: applied } : example[room];
  return path.replaceAll(/:(\w+)/g, (part, name: string) => of?.[name] ?? `no-example-for-${part}`);
}

async function be(user: User): Promise<void> {
  if (user === signedInAs) return;
  await page.context().clearCookies();
  signedInAs = user;
  if (user === 'visitor') return;
  await page.goto(`${address}/sign-in`);
  await page.locator(`button[value="${users[user]}"]`).click();
}

/** What is wrong with the page as it stands, on a phone and on a desk. */
async function wrong(widths: readonly number[] = [320, 1280]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (overflow > 0) found.push(`${overflow} px too wide at ${width} px`);
    found.push(...(await axe(page)).map(({ rule, help, at }) => `${rule} at ${width} px: ${help}: ${at.join(', ')}`));
  }
  const headings = await page.locator('h1').count();
  if (headings !== 1) found.push(`${headings} h1`);
  if (!/^(Error: )?\S.* - Orderwatch$/.test(await page.title())) found.push(`the title "${await page.title()}"`);
  return [...found, ...troubles.splice(0)];
}

/** Links of this page that lead to a page of ours, each kind of address once. */
async function links(): Promise<readonly string[]> {
  const all = await page.locator('a[href^="/"]').evaluateAll((found) => found.map((one) => one.getAttribute('href') ?? ''));
  return all.map((href) => href.replace(/#.*/, ''));
}

it('every page has an example and somebody who opens it, and each example stands in the address of a page', () => {
  const opened = (['visitor', ...roles] as const).flatMap(pagesOf);
  expect(routes.filter((route) => !opened.includes(route)).map(({ path }) => path)).toEqual([]);
  expect(routes.map(addressOf).filter((at) => /:|no-example-for/.test(at))).toEqual([]);
  const parts = Object.entries(example).flatMap(([room, ids]) => Object.keys(ids).map((name) => `/${room}/:${name}`));
  const used = (part: string) => {
    const [, room = '', name = ''] = part.split('/');
    return routes.some(({ path }) => path.startsWith(`/${room}/`) && path.split('/').includes(name));
  };
  expect(parts.filter((part) => !used(part))).toEqual([]);
  expect([...Object.keys(faces), ...complete, ...seenByRole].filter((path) => !routes.some((route) => route.path === path))).toEqual([]);
});

describe.each(['visitor', ...roles] as const)('Pages that the %s opens', (user) => {
  it('are accessible, fit a phone and a desk, and lead nowhere that does not exist', async () => {
    await be(user);
    const found: Record<string, unknown> = {};
    const leads = new Map<string, string>();
    for (const route of pagesOf(user)) {
      for (const query of ['', ...(faces[route.path] ?? [])]) {
        const answer = await page.goto(address + addressOf(route) + query);
        const faults = [...(answer?.status() === 200 || query !== '' ? [] : [`answered ${answer?.status()}`]), ...(await wrong())];
        if (faults.length > 0) found[route.path + query] = faults;
        for (const href of await links()) leads.set(href, route.path + query);
      }
    }
    for (const [href, from] of leads) {
      const { status } = await visited(href);
      if (status >= 400) found[`a link on ${from}`] = `${href} answered ${status}`;
    }
    expect(found).toEqual({});
  });

  it('say what is missing in a form that was sent empty, and lead to where', async () => {
    await be(user);
    const found: Record<string, unknown> = {};
    for (const route of pagesOf(user)) {
      for (const query of ['', ...(faces[route.path] ?? [])]) {
        await page.goto(address + addressOf(route) + query);
        const send = page.locator('main form[method=post] button:not([name=_add]):not([name=userName]):not([type=button])').last();
        if ((await send.count()) === 0) continue;
        await Promise.all([page.waitForEvent('load'), send.click()]);
        const refused = (await page.locator('.govuk-error-summary').count()) > 0;
        const faults = refused ? await summaryFaults() : complete.includes(route.path) ? [] : ['took it without a word'];
        if (faults.length > 0) found[route.path + query] = faults;
      }
    }
    expect(found).toEqual({});
  });
});

async function visited(href: string): Promise<{ readonly status: number }> {
  const answer = await page.request.get(address + href, { maxRedirects: 0 });
  return { status: answer.status() };
}

async function summaryFaults(): Promise<readonly string[]> {
  const summary = await page.locator('.govuk-error-summary').evaluate((box) => ({
    focused: document.activeElement === box || box.contains(document.activeElement),
    nowhere: [...box.querySelectorAll('a')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => !document.getElementById(href.slice(1))),
  }));
  return [
    ...(summary.focused ? [] : ['the summary has not the focus']),
    ...summary.nowhere.map((href) => `${href} is not on the page`),
    ...(await wrong([320])),
  ];
}
