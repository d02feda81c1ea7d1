import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessLog, atConsole, Users } from '#access/module';
import request from 'supertest';
import { startService, type Service } from '../support/service.js';
import { draftJson } from './support/orders.js';

const metricsToken = 'a-token-of-some-length';
let service: Service;
beforeAll(async () => {
  service = await startService({ config: { metricsToken } });
}, 60_000);
afterAll(() => service.close());

describe('Signing in', () => {
  it('leads a stranger to the sign-in page and from there to where he was going', async () => {
    const visitor = service.visitor();
    const refused = await visitor.get('/users?x=1');
    expect([refused.status, refused.location]).toEqual([303, '/sign-in?to=%2Fusers']);
    const signIn = await visitor.get(refused.location);
    expect(signIn.heading).toBe('Sign in');
    const entered = await visitor.post('/sign-in/demonstration', { userName: 'administrator', to: signIn.value('to') });
    expect([entered.status, entered.location]).toEqual([303, '/users']);
    expect((await visitor.get('/users')).heading).toBe('Users');
  });

  it('starts each role somewhere, and never elsewhere than here', async () => {
    const officer = await service.signIn('officer.kent');
    expect((await officer.follow(await officer.get('/'))).status).toBe(200);
    const visitor = service.visitor();
    await visitor.get('/sign-in?to=//evil.example');
    const entered = await visitor.post('/sign-in/demonstration', { userName: 'officer.kent', to: 'https://evil.example' });
    expect(entered.location).toBe('/');
  });

  it('changes the session at sign-in and ends it at sign-out', async () => {
    const client = await service.signIn('legal.kent');
    await client.get('/accessibility');
    const out = await client.post('/sign-out');
    expect(out.location).toBe('/sign-in');
    expect((await client.follow(out)).find('.govuk-notification-banner')).toContain('You are signed out');
    expect((await client.get('/')).location).toContain('/sign-in');
  });

  it('ends after 20 minutes without a page, and after 12 hours in any case', async () => {
    const client = await service.signIn('legal.kent');
    for (let hours = 0; hours < 11; hours += 1) {
      for (let part = 0; part < 4; part += 1) {
        service.clock.forward({ minutes: 15 });
        expect((await client.get('/accessibility')).find('.ow-header__viewer')).toContain('Lee Fictional');
      }
    }
    service.clock.forward({ minutes: 21 });
    expect((await client.get('/')).location).toContain('/sign-in');
    const other = await service.signIn('legal.kent');
    for (let part = 0; part < 49; part += 1) {
      service.clock.forward({ minutes: 15 });
      await other.get('/accessibility');
    }
    expect((await other.get('/')).location).toContain('/sign-in');
  });

  it('keeps what was typed when the session ended meanwhile, for whoever typed it, and saves it once', async () => {
    const client = await service.signIn('legal.kent');
    const typed = { given: 'Otto', family: 'Typedson', sex: 'male', dateOfBirth: { day: '2', month: '3', year: '1980' } };
    const form = await client.get('/perpetrators/new');
    const hidden = { _csrf: form.value('_csrf'), _command: form.value('_command') };
    service.clock.forward({ minutes: 21 });
    const late = await client.post('/perpetrators/new', { ...hidden, ...typed });
    expect([late.status, late.heading, late.find('.govuk-inset-text')]).toEqual([
      401,
      'Sign in',
      expect.stringContaining('Nothing is lost'),
    ]);
    expect(late.text).not.toContain('Typedson');
    const kept = late.value('kept') ?? '';

    const wrong = await client.post('/sign-in', { userName: 'legal.kent', password: 'not this one', kept });
    expect([wrong.status, wrong.value('kept')]).toEqual([401, kept]);
    const again = await client.post('/sign-in/demonstration', { userName: 'legal.kent', kept });
    expect([again.status, again.heading]).toEqual([200, 'Save what you typed']);
    const fields = Object.fromEntries(
      again.html.querySelectorAll('main input').map((input) => [input.getAttribute('name'), input.getAttribute('value')]),
    );
    expect(again.html.querySelector('main form')?.getAttribute('action')).toBe('/perpetrators/new');
    const saved = await client.send('/perpetrators/new', new URLSearchParams(fields as Record<string, string>).toString());
    expect([saved.status, (await client.follow(saved)).heading]).toEqual([303, 'TYPEDSON, Otto']);
    const twice = await client.send('/perpetrators/new', new URLSearchParams(fields as Record<string, string>).toString());
    expect(twice.location).toBe(saved.location);

    const other = service.visitor();
    await other.get('/sign-in');
    const somebodyElse = await other.post('/sign-in/demonstration', { userName: 'officer.kent', kept });
    expect(somebodyElse.location).toBe('/');
    expect((await other.follow(await other.get('/'))).text).not.toContain('Typedson');
  });

  it('asks again where somebody signed out or in anew in another tab, and never for a form from elsewhere', async () => {
    const client = await service.signIn('legal.kent');
    const form = await client.get('/perpetrators/new');
    const typed = { given: 'Otto', family: 'Othertabson', sex: 'male', _csrf: form.value('_csrf'), _command: form.value('_command') };
    await client.get('/');
    await client.post('/sign-out');
    expect((await client.post('/perpetrators/new', typed)).status).toBe(303);
    client.header('sec-fetch-site', 'same-origin');
    const kept = (await client.post('/perpetrators/new', typed)).value('kept');
    const again = await client.post('/sign-in/demonstration', { userName: 'legal.kent', kept });
    expect([again.status, again.main]).toEqual([200, expect.stringContaining('You are signed in as Lee Fictional')]);
    const anew = await client.post('/perpetrators/new', typed);
    expect([anew.heading, anew.html.querySelector('main input[name=family]')?.getAttribute('value')]).toEqual([
      'Save what you typed',
      'Othertabson',
    ]);
    expect(anew.main).toContain('Family Othertabson');
    client.header('sec-fetch-site', 'cross-site');
    expect((await client.post('/perpetrators/new', typed)).status).toBe(403);
  });

  it('offers nobody else what was typed, also where the session is gone without a trace', async () => {
    const client = await service.signIn('legal.kent');
    const form = await client.get('/perpetrators/new');
    const typed = { given: 'Otto', family: 'Tracelesson', sex: 'male', _csrf: form.value('_csrf'), _command: form.value('_command') };
    await client.get('/');
    await client.post('/sign-out');
    client.header('sec-fetch-site', 'same-origin');
    const kept = (await client.post('/perpetrators/new', typed)).value('kept');
    expect(kept).toBeTruthy();
    for (const userName of ['legal.essex', 'officer.kent']) {
      const entered = await client.post('/sign-in/demonstration', { userName, kept });
      expect([entered.status, entered.text.includes('Tracelesson')]).toEqual([303, false]);
      const anew = await client.post('/perpetrators/new', typed);
      expect([anew.status, anew.text.includes('Tracelesson')]).toEqual([403, false]);
      await client.get('/');
      await client.post('/sign-out');
      await client.get('/sign-in');
    }
    const back = await client.post('/sign-in/demonstration', { userName: 'legal.kent', kept });
    expect([back.heading, back.main]).toEqual(['Save what you typed', expect.stringContaining('Family Tracelesson')]);
  });

  it('keeps nothing that no page of this browser sent', async () => {
    const client = await service.signIn('legal.kent');
    await client.get('/accessibility');
    service.clock.forward({ minutes: 21 });
    const forged = await client.post('/perpetrators/new', { _csrf: 'made-up', given: 'Otto', family: 'Forgedson' });
    expect([forged.status, forged.location]).toEqual([303, '/sign-in?to=%2F']);
    await client.get('/sign-in');
    const entered = await client.post('/sign-in/demonstration', { userName: 'legal.kent', kept: 'AAAA', to: '/work' });
    const start = await client.follow(await client.follow(entered));
    expect(start.find('.govuk-notification-banner')).toContain('was not saved');
  });

  it('refuses a form that this session did not make', async () => {
    const client = await service.signIn('administrator');
    const refused = await client.post('/sign-out', { _csrf: 'made-up' });
    expect([refused.status, refused.heading]).toEqual([403, 'You cannot open this page']);
    expect((await client.get('/users')).status).toBe(200);
    const stranger = service.visitor();
    expect((await stranger.post('/sign-in/demonstration', { userName: 'administrator' })).status).toBe(403);
  });

  it('takes a password, says no in one way, and stops guessing', async () => {
    const administrator = await service.signIn('administrator');
    const user = { displayName: 'Nell Nobody', userName: 'nell.nobody', role: 'officer', force: '46', password: 'correct horse battery' };
    expect((await administrator.submit('/users', { ...user, password: 'short' })).errors).toEqual([
      'Password must be 12 characters or more',
    ]);
    expect((await administrator.submit('/users', user)).main).toContain('nell.nobody');
    expect((await administrator.submit('/users', user)).errors).toEqual(['That user name is taken. Choose another']);
    const visitor = service.visitor();
    await visitor.get('/sign-in');
    const entered = await visitor.post('/sign-in', { userName: 'Nell.Nobody', password: user.password });
    expect(entered.status).toBe(303);
    const guesser = service.visitor();
    const unknown = await guesser.submit('/sign-in', { userName: 'no.one', password: 'x' });
    const wrong = await guesser.submit('/sign-in', { userName: 'nell.nobody', password: 'x' });
    expect(wrong.errors).toEqual(unknown.errors);
    expect(wrong.value('userName')).toBe('nell.nobody');
    expect(wrong.value('password')).toBeUndefined();
    for (let guess = 0; guess < 4; guess += 1) await guesser.submit('/sign-in', { userName: 'nell.nobody', password: `x${guess}` });
    const stopped = await guesser.submit('/sign-in', { userName: 'nell.nobody', password: user.password });
    expect([stopped.status, stopped.errors[0]]).toEqual([429, expect.stringContaining('Wait 15 minutes')]);
    // Whoever signed in from a device before is not kept out by what others guess elsewhere.
    await visitor.get('/password');
    await visitor.post('/sign-out');
    await visitor.get('/sign-in');
    expect((await visitor.post('/sign-in', { userName: 'nell.nobody', password: user.password })).status).toBe(303);
    service.clock.forward({ minutes: 16 });
    await guesser.get('/sign-in');
    expect((await guesser.post('/sign-in', { userName: 'nell.nobody', password: user.password })).status).toBe(303);
  });

  it('ends the sessions of a closed account', async () => {
    const administrator = await service.signIn('administrator');
    const officer = await service.signIn('officer.kent');
    const account = (await service.app.get(Users).list()).find(({ userName }) => userName === 'officer.kent');
    await administrator.get('/users');
    await administrator.post(`/users/${account?.id}/state`, { active: 'no' });
    expect((await officer.get('/')).location).toContain('/sign-in');
    await administrator.post(`/users/${account?.id}/state`, { active: 'yes' });
    const again = await service.signIn('officer.kent');
    expect((await again.get('/')).location).not.toContain('/sign-in');
    expect((await again.get('/accessibility')).find('.ow-header__viewer')).toContain(account?.displayName);
  });

  it('offers no demonstration sign-in outside the demonstration', async () => {
    const real = await startService({ url: service.databaseUrl, config: { demo: false } });
    try {
      const visitor = real.visitor();
      expect((await visitor.get('/sign-in')).main).not.toContain('Try it as');
      expect((await visitor.post('/sign-in/demonstration', { userName: 'administrator' })).status).toBe(401);
    } finally {
      await real.close();
    }
  });
});

describe('What a role may do', () => {
  it('shows a page that says so, without a trace', async () => {
    const officer = await service.signIn('officer.kent');
    const refused = await officer.get('/users');
    expect([refused.status, refused.heading]).toEqual([403, 'You cannot open this page']);
  });

  it('knows no page that is not there, and tells a stranger nothing about it', async () => {
    expect((await service.visitor().get('/nothing/here')).location).toContain('/sign-in');
    const officer = await service.signIn('officer.kent');
    const missing = await officer.get('/nothing/here');
    expect([missing.status, missing.heading]).toEqual([404, 'Page not found']);
  });

  it('answers the API with problem details', async () => {
    const named = '7d0e3f52-2f0f-4f6c-9a57-0d3c9a4f1b11';
    const answer = await service.visitor().api.get('/api/v1/nothing', { 'x-correlation-id': named });
    expect(answer.status).toBe(404);
    expect(answer.header('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status: 404, correlationId: named });
    expect(answer.header('x-correlation-id')).toBe(named);
    // What may be a name or a number of somebody goes neither into the record nor into a log.
    const telling = await service.visitor().api.get('/api/v1/nothing', { 'x-correlation-id': 'Wanda-Quillfeather-07700900123' });
    expect(telling.header('x-correlation-id')).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    expect(service.log.join('')).not.toContain('Quillfeather');
  });
});

describe('A machine', () => {
  it('gets a token for its secret, records with it what a court did, and decides nothing', async () => {
    const id = '00000000-0000-4000-8000-0000000000a1';
    await service.app
      .get(Users)
      .create(
        id,
        { userName: 'import.kent', displayName: 'Import', role: 'machine', force: '46', password: 'a long client secret' },
        { viewer: atConsole, route: 'console', correlationId: 'c' },
      );
    const machine = service.visitor();
    const wrong = await machine.api.post('/api/v1/tokens', { clientId: 'import.kent', clientSecret: 'x' });
    expect(wrong.status).toBe(401);
    expect((await machine.api.post('/api/v1/tokens', { clientId: 'import.kent', secret: 'x' })).body['errors']).toEqual([
      { pointer: '/secret', detail: expect.stringContaining('Remove') },
      { pointer: '/clientSecret', detail: 'Enter the client secret' },
    ]);
    const issued = await machine.api.post('/api/v1/tokens', { clientId: 'import.kent', clientSecret: 'a long client secret' });
    expect([issued.status, issued.body['type']]).toEqual([201, 'Bearer']);
    machine.api.bearer(String(issued.body['token']));
    const he = await machine.api.post('/api/v1/perpetrators', { family: 'Madeupson', given: 'Feed', sex: 'male' });
    expect(he.status).toBe(201);
    const about = `/api/v1/perpetrators/${String(he.body['id'])}`;
    const she = await machine.api.post(`${about}/protected-people`, { family: 'Nonesuch', given: 'Nora', sex: 'female' });
    const order = await machine.api.post(`${about}/orders`, {
      ...{ kind: 'restraining-conviction', origin: 'conviction', courtType: 'magistrates', protectedPersonIds: [she.body['id']] },
      ...draftJson({ made: '2026-02-02 10:00', until: null }),
    });
    expect([order.status, order.body['errors']]).toEqual([201, undefined]);
    expect((await machine.api.get('/api/v1/uptake?force=46')).status).toBe(200);
    // What a person must decide.
    for (const decided of ['links/x', 'erasure', 'restriction'])
      expect((await machine.api.post(`${about}/${decided}`, {})).status).toBe(403);
    expect((await machine.get('/users')).status).toBe(403);
    service.clock.forward({ minutes: 61 });
    expect((await machine.get('/users')).status).toBe(303);
  });
});

describe('The access log', () => {
  it('is shown to administrators only, by user, record and day', async () => {
    const [user] = (await service.app.get(Users).list()).filter(({ userName }) => userName === 'officer.kent');
    const viewer = { userId: user?.id ?? '', role: 'officer' as const, force: '46', name: 'Pat Invented', permissions: [] };
    const look = {
      viewer,
      kind: 'perpetrator',
      subject: 'p-1',
      route: '/perpetrators/:id',
      reason: null,
      terms: null,
      correlationId: 'c-1',
    };
    const log = service.app.get(AccessLog);
    for (let count = 0; count < 60; count += 1) await log.record(look);
    await log.record({ ...look, kind: 'search', subject: null, terms: { q: 'Exampleson' } });
    const administrator = await service.signIn('administrator');
    const first = await administrator.get('/access-log?user=officer.kent');
    expect(first.all('tbody tr')).toHaveLength(50);
    expect(first.main).not.toContain('Exampleson');
    expect((await administrator.get(first.link('Earlier entries'))).all('tbody tr')).toHaveLength(11);
    expect((await administrator.get('/access-log?subject=none')).main).toContain('No entry fits');
    expect((await administrator.get('/access-log?day[day]=1&day[month]=1&day[year]=2020')).main).toContain('No entry fits');
    expect((await administrator.get('/access-log?day[day]=41&day[month]=1&day[year]=2020')).errors).toEqual([
      'The day must be a real date',
    ]);
    expect((await (await service.signIn('legal.kent')).get('/access-log')).status).toBe(403);
  });
});

describe('The access log and the address', () => {
  it('keeps nothing that somebody wrote into the address', async () => {
    const officer = await service.signIn('officer.kent');
    await officer.get('/perpetrators/00000000-0000-4000-8000-00000000000a?reason=Nora+Nonesuch');
    const [look] = await service.app.get(AccessLog).list({ subject: '00000000-0000-4000-8000-00000000000a' }, 1);
    expect(look).toMatchObject({ kind: 'perpetrator', reason: null });
  });
});

describe('The running service', () => {
  it('says whether it lives, is ready and how it does', async () => {
    const visitor = service.visitor();
    expect((await visitor.api.get('/health/live')).body).toEqual({ status: 'up' });
    expect((await visitor.api.get('/health/ready')).body).toMatchObject({ status: 'ready', database: true, migrated: true });
    expect((await visitor.api.get('/metrics')).text).toContain('orderwatch_http_request_seconds');
  });

  it('tells its numbers on this machine only, unless the token is shown, and nothing of restrictions and erasures', async () => {
    const asked = (headers: Record<string, string>) => request(service.app.getHttpServer()).get('/metrics').set(headers);
    expect((await asked({ 'x-forwarded-for': '192.0.2.1' })).status).toBe(403);
    expect((await asked({ 'x-forwarded-for': '192.0.2.1', authorization: 'Bearer another-token-entirely' })).status).toBe(403);
    expect((await asked({ 'x-forwarded-for': '192.0.2.1', authorization: `Bearer ${metricsToken}` })).status).toBe(200);
    const client = await service.signIn('administrator');
    await client.get('/perpetrators/00000000-0000-4000-8000-000000000000/erase');
    await client.get('/perpetrators/00000000-0000-4000-8000-000000000000/restriction');
    const { text } = await asked({});
    expect(text).toContain('route="/metrics"');
    expect(text).not.toMatch(/eras|restriction/);
  });

  it('lets its style sheets be kept', async () => {
    const visitor = service.visitor();
    const style = await visitor.api.get('/assets/orderwatch.css');
    expect([style.status, style.header('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect((await visitor.api.get('/assets/govuk/govuk-frontend.min.css')).status).toBe(200);
    expect((await visitor.api.get('/assets/moj/moj-frontend.min.js')).status).toBe(200);
    const page = await visitor.get('/sign-in');
    expect(page.header('content-security-policy')).toContain("style-src 'self';");
    expect(page.header('cache-control')).toBe('no-store');
  });

  it('writes no address, name or password to the log', () => {
    const lines = service.log.join('');
    expect(lines).toContain('"route":"/users"');
    expect(lines).not.toMatch(/nell|horse|Exampleson|x=1|day\[day\]/i);
  });
});
