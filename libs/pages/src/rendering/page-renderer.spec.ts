import { describe, expect, it } from '@jest/globals';
import { Clock } from '#event-store';
import { parse } from 'node-html-parser';
import { page } from '../answers/answers.js';
import { FormView, newForm } from '../forms/form-view.js';
import type { Visit, WebRequest } from '../request.js';
import { PageRenderer } from './page-renderer.js';
import { templateEngine, templateFile } from './templates.js';

class NoonIn2026 extends Clock {
  override now(): string {
    return '2026-11-21T12:00:00.000Z';
  }
}

const visit: Visit = {
  visitor: { userId: 'u1', name: 'Lee Fictional', role: 'legal', force: '46', permissions: ['view-order'] },
  csrf: 'token',
  idleMinutes: 20,
};
const request = (over: Partial<WebRequest> = {}): WebRequest => ({
  id: 'c1',
  method: 'GET',
  url: '/orders/1?q=x',
  ip: '127.0.0.1',
  headers: {},
  query: {},
  params: {},
  visit,
  ...over,
});
const renderer = new PageRenderer(
  {
    demo: true,
    navigation: [
      { text: 'Orders', href: '/orders', permission: 'view-order' },
      { text: 'Users', href: '/users', permission: 'manage-users' },
    ],
  },
  new NoonIn2026(),
);
const show = (data: object, over: Partial<WebRequest> = {}) =>
  parse(renderer.render(page('pages/rendering/specimen.spec.njk', data), request(over)));

describe('A rendered page', () => {
  it('has one title, the navigation the viewer may use, and the demonstration banner', () => {
    const html = show({ form: newForm() });
    expect(html.querySelector('title')?.text).toBe('Vary order - Orderwatch');
    expect(html.querySelectorAll('nav a').map((link) => link.text.trim())).toEqual(['Orders']);
    expect(html.querySelector('.govuk-phase-banner')?.text).toContain('Every person here is fictional');
  });

  it('shows no navigation and no sign-out to a stranger', () => {
    const html = show({}, { visit: { visitor: null, csrf: 'anonymous', idleMinutes: null } });
    expect(html.querySelector('nav')).toBeNull();
    expect(html.querySelector('[action="/sign-out"]')).toBeNull();
  });

  it('gives every form the token and its command id', () => {
    const form = newForm();
    const html = show({ form });
    expect(html.querySelector('#content [name=_csrf]')?.getAttribute('value')).toBe('token');
    expect(html.querySelector('[name=_command]')?.getAttribute('value')).toBe(form.commandId);
  });

  it('shows a failed form with its errors first, linked to inputs that exist, and keeps what was typed', () => {
    const form = new FormView(
      {
        words: '<b>kept</b>',
        on: { day: '31', month: '2', year: '2026' },
        at: { date: { day: '25' }, time: '1:30' },
        kinds: ['call'],
        told: 'no',
        where: 'b',
      },
      [
        { field: 'on', href: '#on-day', text: 'The date must be a real date', part: 'day' },
        { field: 'at', href: '#at-which', text: 'Select which', part: 'which' },
        { field: 'kinds', href: '#kinds', text: 'Select what happened' },
        { field: 'told', href: '#told', text: 'Select yes' },
        { field: 'words', href: '#words', text: 'Enter words' },
        { field: 'where', href: '#where', text: 'Select where' },
      ],
    );
    const html = show({ form });
    expect(html.querySelector('title')?.text).toBe('Error: Vary order - Orderwatch');
    const links = html.querySelectorAll('.govuk-error-summary a').map((link) => link.getAttribute('href') ?? '');
    expect(links).toHaveLength(6);
    expect(links.filter((href) => !html.querySelector(href))).toEqual([]);
    expect(html.querySelector('#words')?.getAttribute('value')).toBe('<b>kept</b>');
    expect(html.querySelector('#on-day')?.getAttribute('value')).toBe('31');
    expect(html.querySelector('#at-time')?.getAttribute('value')).toBe('1:30');
    expect(html.querySelector('[value=call]')?.hasAttribute('checked')).toBe(true);
    expect(html.querySelector('[value=message]')?.hasAttribute('checked')).toBe(false);
    expect(html.querySelector('#told-2')?.hasAttribute('checked')).toBe(true);
    expect(html.querySelector('option[value=b]')?.hasAttribute('selected')).toBe(true);
  });

  it('has no two elements with one id', () => {
    const ids = show({ form: newForm() })
      .querySelectorAll('[id]')
      .map((element) => element.id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});

describe('A template', () => {
  it('is found in its room and nowhere outside it', () => {
    expect(templateFile('pages/layout.njk')).toMatch(/libs.pages.src.layout\.njk$/);
    expect(templateFile('govuk/components/button/macro.njk')).not.toBeNull();
    expect(templateFile('moj/components/timeline/macro.njk')).not.toBeNull();
    for (const name of [
      'pages/../../../../etc/passwd.njk',
      '../libs/pages/src/layout.njk',
      'layout.njk',
      'pages/index.ts',
      'pages/none.njk',
    ]) {
      expect(templateFile(name)).toBeNull();
    }
  });

  it('has filters for London days and times', () => {
    const text = (template: string, data: object) => templateEngine().renderString(template, data);
    expect(text('{{ a | date }}|{{ a | dateTime }}|{{ a | time }}', { a: '2026-06-01T23:30:00.000Z' })).toBe(
      '2 Jun 2026|2 Jun 2026 at 00:30|00:30',
    );
    expect(
      text('{{ d | date }}|{{ none | date }}|{{ 1 | plural("order") }}|{{ 2 | plural("breach", "breaches") }}', { d: '2026-05-14' }),
    ).toBe('14 May 2026||1 order|2 breaches');
    expect(text('{{ d | timeElement }}', { d: '2026-05-14' })).toBe('<time datetime="2026-05-14">14 May 2026</time>');
  });
});
