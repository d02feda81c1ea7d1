import type { Answer } from '../../support/client.js';
import { day, instant, moment } from './days.js';
import { type Fields, Form } from './form.js';
import { type Desk, idIn } from './story.js';

/** What an officer is told. `when` is `2026-06-08 15:00`, or a day whose hour nobody knows. */
export interface Told {
  readonly when: string;
  /** The last day of several. */
  readonly until?: string;
  readonly kinds: readonly string[];
  /** Which of the two, in the hour that the clocks go back. */
  readonly which?: 'earlier' | 'later';
  readonly account?: string;
  /** `2026-09-14 16:20`; now, when it is not told. */
  readonly reported?: string;
  readonly channel?: string;
}

export interface Choice {
  readonly key: string;
  readonly words: string;
  readonly ticked: boolean;
}

/** The second page of the report: what was in force then. */
export interface WhatWasBreached {
  readonly page: Answer;
  readonly choices: readonly Choice[];
  /** Saves it with these ticked, by their words; with those that are suggested when none are told. */
  readonly save: (words?: readonly string[], more?: Fields) => Promise<Answer & { readonly at: string }>;
  readonly keep: () => Promise<Answer & { readonly at: string }>;
}

const path = (perpetratorId: string) => `/perpetrators/${perpetratorId}/breaches/new`;

/** The first page, filled and sent: the second one, or the first again with its question. */
export async function tellWhen(desk: Desk, perpetratorId: string, { when, until, kinds, which }: Told): Promise<Answer> {
  const [on = '', time = ''] = when.split(' ');
  const client = await desk.client();
  const form = await desk.form(path(perpetratorId));
  const first = await (
    await form.fill({ when: 'other', on: day(on), time, ...(until === undefined ? {} : { until: day(until) }), kinds })
  ).press('Continue');
  if (which === undefined) return first;
  return (await new Form(client, path(perpetratorId), first).fill({ which })).press('Continue');
}

/** Both questions up to what was breached. */
export async function whatWasBreached(desk: Desk, perpetratorId: string, told: Told): Promise<WhatWasBreached> {
  const page = await tellWhen(desk, perpetratorId, told);
  if (page.heading !== 'What was breached?') throw new Error(`Still on "${page.heading}": ${page.errors.join('; ')}`);
  const client = await desk.client();
  const choices = page.html.querySelectorAll('input[name=alleging]').map((box) => ({
    key: box.getAttribute('value') ?? '',
    words: page.find(`label[for="${box.id}"]`),
    ticked: box.hasAttribute('checked'),
  }));
  const reported: Fields = told.reported === undefined ? {} : { reportedAt: moment(told.reported) };
  const rest = {
    reporter: 'protected-person',
    account: told.account ?? 'As told',
    ...reported,
    ...(told.channel === undefined ? {} : { channel: told.channel }),
  };
  const send = async (fields: Fields, button: string) => {
    const sent = await (await new Form(client, path(perpetratorId), page).fill({ ...rest, ...fields })).press(button);
    if (sent.status !== 303) throw new Error(`The report answered ${sent.status} "${sent.heading}": ${sent.errors.join('; ')}`);
    return Object.assign(await client.get(sent.location), { at: sent.location });
  };
  return {
    page,
    choices,
    save: (words, more = {}) => {
      const wanted = words?.map((text) => {
        const choice = choices.find((one) => one.words === text);
        if (!choice) throw new Error(`"${text}" is not offered; offered are: ${choices.map((one) => one.words).join(' | ')}`);
        return choice.key;
      });
      return send({ ...(wanted === undefined ? {} : { alleging: wanted }), reasonableExcuse: 'not-asked', ...more }, 'Save as a breach');
    },
    keep: () => send(choices.length > 0 ? { alleging: '' } : {}, 'Not a breach, but keep it'),
  };
}

/** Reports it with the suggested conditions: the id. */
export async function reportBreach(desk: Desk, perpetratorId: string, told: Told, words?: readonly string[]): Promise<string> {
  return idIn(await (await whatWasBreached(desk, perpetratorId, told)).save(words));
}

export async function arrest(desk: Desk, breachId: string, at: string): Promise<void> {
  await desk.does(`/breaches/${breachId}/arrest`, { at: moment(at) });
}

/** Charges by the API, as a custody system would. */
export async function charge(desk: Desk, breachId: string, at: string, offenceCodes: readonly string[]): Promise<void> {
  await desk.tells(`/breaches/${breachId}/charge`, { at: instant(at), offenceCodes, test: 'full-code' });
}

/** What the breach page says is next, line by line. */
export function next(page: Answer): string[] {
  return page.all('[aria-labelledby=next] li');
}
