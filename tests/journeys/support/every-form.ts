import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { HTMLElement } from 'node-html-parser';
import type { Answer, Client } from '../../support/client.js';
import type { Cast } from './cast.js';

/** The addresses that change what is recorded, as the list of routes has them: a new form is in it without anybody's doing. */
const routes = readFileSync(path.join(import.meta.dirname, '../../architecture/routes.txt'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [route = '', method = ''] = line.split(' ');
    return method === 'POST' && /perpetrators|protected-people|links|cases|orders|drafts|applications|breaches|search/.test(route)
      ? [route]
      : [];
  });
/** What a script asks while a form is filled in is no form. */
export const forms = routes.filter((route) => !route.startsWith('/api/') && !route.endsWith('/orders-then'));
export const calls = routes.filter((route) => route.startsWith('/api/'));

/** The route with the ids of what is recorded in it. `restricted` is a perpetrator with a restricted record, for the forms of such. */
export function addressOf(route: string, cast: Cast, restricted: string): string {
  const main = route.replace('/api/v1', '');
  const own = [
    ['/links', main.endsWith('/undo') ? cast.linked : cast.link],
    ['/cases', cast.case],
    ['/orders', cast.order],
    ['/applications', /appeal/.test(main) ? cast.refused : cast.application],
    ['/drafts', cast.draft],
    ['/breaches', cast.breach],
    ['/protected-people', cast.victim],
    ['/perpetrators', /restriction\/\w+$/.test(main) ? restricted : cast.perpetrator],
  ] as const;
  const id = own.find(([start]) => main.startsWith(start))?.[1] ?? '';
  const ofCase = { ':incidentId': cast.incident, ':classificationId': cast.classification, ':assessmentId': cast.assessment };
  const more = {
    ...ofCase,
    ':appealId': main.startsWith('/applications') ? cast.refusalAppeal : cast.appeal,
    ':proposalId': cast.proposal,
    ':hearingId': main.startsWith('/orders') ? cast.orderHearing : cast.hearing,

    ':versionId': cast.version,
    ':allegationId': cast.allegation,
    ':flagId': cast.flag,
    ':otherId': cast.stranger,
    ':photographId': cast.photograph,
  };
  const address = Object.entries(more).reduce((whole, [name, value]) => whole.replace(name, value), route.replace(':id', id));
  // The kind of order is asked for first and stands in the address.
  return `${address}${route === '/perpetrators/:id/orders/new' ? '?kind=restraining-conviction' : ''}`;
}

export type Typed = readonly (readonly [name: string, value: string])[];

/** A form with its fields by what is done in them. */
export interface EveryField {
  /** Fields to type in. */
  readonly texts: readonly string[];
  readonly choices: readonly string[];
  /** Sends what a browser would with these fields in place of what stands in the form. */
  readonly send: (typed: Typed) => Promise<Answer>;
}

/** Opens the form that is sent to this address; some share the page of another. */
export async function openEveryField(client: Client, address: string): Promise<EveryField> {
  const shown = await client.get(address.replace(/\/restriction\/\w+$/, '/restriction').replace(/^(\/links\/[^/]+)\/undo$/, '$1'));
  const all = shown.html.querySelectorAll('main form').filter((one) => one.getAttribute('method')?.toLowerCase() === 'post');
  const form = all.find((one) => one.getAttribute('action') === address) ?? all[0];
  if (!form) throw new Error(`${address} answered ${shown.status} "${shown.heading}" and shows no form`);
  const fields = form.querySelectorAll('input, textarea, select').filter((one) => !nameOf(one).startsWith('_'));
  const named = (...types: string[]) => [...new Set(fields.filter((one) => types.includes(typeOf(one))).map(nameOf))];
  const hidden = form.querySelectorAll('input[type=hidden]').map((one): [string, string] => [nameOf(one), one.getAttribute('value') ?? '']);
  return {
    texts: named('text', 'email', 'tel', 'search', 'textarea'),
    choices: named('radio', 'checkbox', 'select'),
    send: (typed) => client.send(address, new URLSearchParams([...hidden, ...typed.map(([a, b]): [string, string] => [a, b])]).toString()),
  };
}

/** Of what was typed, what no longer stands in the page's fields. */
export function lost(answer: Answer, typed: Typed): string[] {
  const fields = answer.html.querySelectorAll('main form input, main form textarea');
  return typed.flatMap(([name, value]) => (fields.some((one) => nameOf(one) === name && standingIn(one) === value.trim()) ? [] : [name]));
}

const nameOf = (field: HTMLElement): string => field.getAttribute('name') ?? '';
const typeOf = (field: HTMLElement): string =>
  field.tagName === 'INPUT' ? (field.getAttribute('type') ?? 'text') : field.tagName.toLowerCase();
const standingIn = (field: HTMLElement): string =>
  (field.tagName === 'TEXTAREA' ? field.textContent : (field.getAttribute('value') ?? '')).trim();
