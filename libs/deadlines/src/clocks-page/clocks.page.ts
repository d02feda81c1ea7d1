import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { May } from '#access/module';
import {
  atLondon,
  countingWords,
  formatDate,
  formatDateTime,
  hasEnded,
  type Instant,
  isLocalDate,
  isLocalTime,
  type LocalDate,
  standingWords,
} from '#calendar';
import { Clock } from '#event-store';
import { appealBy } from '#orders';
import { page, type Page } from '#pages';
import { clockEnd } from '../domain/rules/clock-end.js';
import { type ClockKey, clockRules } from '../domain/rules/clock-rules.js';

type QueryString = Readonly<Record<string, unknown>>;

/** How every clock is counted and whose word that is, and when one ends that starts on a day of one's own. */
@ApiExcludeController()
@Controller('work/clocks')
@May('view-work')
export class ClocksPage {
  constructor(private readonly clock: Clock) {}

  @Get()
  show(@Query() query: QueryString): Page {
    const chosen = clockRules.find(({ key }) => key === query['clock']);
    const reading = chosen ? readStart(query) : null;
    const start = reading !== null && 'on' in reading ? reading : null;
    const problem = reading !== null && 'problem' in reading ? reading.problem : null;
    return page(
      'deadlines/clocks-page/clocks.page.njk',
      {
        title: 'How each clock is counted',
        back: { href: '/work', text: 'Work' },
        problems: problem === null ? [] : [problem],
        typed: Object.fromEntries(['on-day', 'on-month', 'on-year', 'time'].map((name) => [name, text(query[name])])),
        items: clockRules.map(({ key, name }) => ({ value: key, text: name, selected: key === chosen?.key })),
        answer: chosen && start ? answerTo(chosen.key, start, this.clock.now()) : null,
        rules: clockRules.map(({ name, starts, counting, standing, source, note, from, key }) => ({
          ...{ key, name, starts, source, note },
          counting: countingWords(counting),
          standing: standingWords[standing],
          isToConfirm: standing === 'to-confirm',
          since: from === '0001-01-01' ? null : formatDate(from),
        })),
      },
      { status: problem === null ? 200 : 400 },
    );
  }
}

interface Start {
  readonly on: LocalDate;
  readonly at: Instant | null;
}

function readStart(query: QueryString): Start | { readonly problem: { readonly text: string; readonly href: string } } {
  const parts = ['on-year', 'on-month', 'on-day'].map((name) => text(query[name]));
  const on = parts.every((part) => /^\d{1,4}$/.test(part)) ? parts.map((part) => part.padStart(2, '0')).join('-') : '';
  if (!isLocalDate(on) || on < '1900-01-01' || on > '2199-12-31')
    return { problem: { text: 'Enter the day it starts, like 14 5 2026', href: '#on-day' } };
  const time = text(query['time']);
  if (time === '') return { on, at: null };
  if (!isLocalTime(time)) return { problem: { text: 'Enter a time like 22:10, or leave it empty', href: '#time' } };
  const moment = atLondon(on, time, 'earlier');
  if (!moment.ok) return { problem: { text: 'The clocks went forward that night: there was no such time', href: '#time' } };
  return { on, at: moment.instant };
}

function answerTo(key: ClockKey, start: Start, now: Instant): object {
  const both = key === 'appeal-business' || key === 'appeal-calendar' ? appealBy(start.on) : null;
  const end = both === null ? clockEnd(key, start) : { dueBy: both.safe, dueAt: null };
  const words = end.dueAt === null ? `the end of ${formatDate(end.dueBy)}` : formatDateTime(end.dueAt);
  return {
    words,
    over: hasEnded(end, now),
    noTime: end.dueAt !== null && start.at === null,
    appeal:
      both === null
        ? null
        : `No source decides between the two limits: 15 business days end with ${formatDate(both.business)}, 21 days with ${formatDate(both.calendar)}. The earlier is shown as the safe one.`,
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
