import { addDays, type ClockStep, countingWords, daysBetween, formatDate, type LocalDate, londonDate } from '#calendar';
import type { BreachState, Remand } from './breach.js';
import type { BreachClock } from './breach-clocks.js';
import { breachClockTable, summaryOnlyOffences } from './clock-rules.js';
import { heldFor } from './progress.js';

/**
 * How long somebody remanded in custody after a charge is kept before a trial begins (Prosecution of Offences (Custody Time Limits)
 * Regulations 1987). [M] As read on 22 November 2026, to be confirmed by the force solicitor. The record does not say which court tries it: the
 * limit of the magistrates' court is shown, which ends first, and that of the Crown Court once it has passed. Over with bail or an outcome.
 */
export function custodyTimeLimit(breach: BreachState): BreachClock[] {
  const counted = countedFrom(breach);
  if (counted === null) return [];
  const { first, from, by } = counted;
  const magistrates = breachClockTable.end('ctl-magistrates', { on: from }).dueBy;
  const crown = canBeSent(breach) ? breachClockTable.end('ctl-crown', { on: from }).dueBy : null;
  const last = crown ?? magistrates;
  const words = `Ask the prosecutor whether the trial begins within the custody time limit, or longer custody is asked for${crown === null ? '' : `. Sent to the Crown Court, it is that of the Crown Court: ${formatDate(crown)}`}`;
  const sent = `The custody time limit of the magistrates’ court ended with ${formatDate(magistrates)}, unless the case was sent to the Crown Court or a court extended it: ask the prosecutor, and record bail or the outcome`;
  const passed = `The custody time limit ended with ${formatDate(last)}, unless a court extended it: ask the prosecutor today, and record bail or the outcome`;
  const steps: ClockStep[] = [
    { from: '0001-01-01', by: magistrates, words, urgent: false },
    ...(crown === null ? [] : [{ from: addDays(magistrates, 1), by: crown, words: sent, urgent: true }]),
    { from: addDays(last, 1), by: last, words: passed, urgent: true },
  ];
  const { counting } = breachClockTable.rule('ctl-magistrates', from);
  const bailed = from === first ? '' : ', without the days on bail';
  return [
    {
      what: 'custody-time-limit',
      of: first,
      words,
      why: `${breachClockTable.source('ctl-magistrates', from)}: ${countingWords(counting)}, after the first appearance. ${countedAs[by]} on ${formatDate(first)}${bailed}; the court and the prosecutor have the day`,
      opens: first,
      dueBy: last,
      steps,
      lapses: null,
      done: heldFor(breach)?.is !== 'remanded',
    },
  ];
}

const countedAs: Readonly<Record<Remand['by'], string>> = {
  court: 'Counted from the first remand in custody by a court on record,',
  police: 'Counted from the remand in custody by the police, which is never later, until that by a court is recorded,',
};

/** Whether the Crown Court may try what he was charged with. */
function canBeSent({ steps }: BreachState): boolean {
  return steps.some((step) => step.is === 'charge' && step.offenceCodes.some((code) => !summaryOnlyOffences.includes(code)));
}

interface Counted {
  readonly first: LocalDate;
  readonly from: LocalDate;
  readonly by: Remand['by'];
}

/**
 * The first day in custody since a charge, and the day from which it is counted: later by the days on bail between. The police's remand
 * counts only until a court's, as only the court's follows an appearance. A court that remands anew in custody starts nothing anew.
 */
function countedFrom({ steps }: BreachState): Counted | null {
  const remands = steps.flatMap((step) => (step.is === 'remand' ? [step] : [])).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  let counted: Counted | null = null;
  let bailedOn: LocalDate | null = null;
  for (const { at, by, how } of remands) {
    const on = londonDate(at);
    if (how !== 'custody') {
      bailedOn ??= on;
      continue;
    }
    if (counted === null || (counted.by === 'police' && by === 'court')) counted = { first: on, from: on, by };
    else if (bailedOn !== null) counted = later(counted, bailedOn, on);
    bailedOn = null;
  }
  return counted;
}

/** Without the days on bail between two decisions; the days of both count as custody, the safe reading. */
function later(counted: Counted, bailedOn: LocalDate, remandedOn: LocalDate): Counted {
  return { ...counted, from: addDays(counted.from, Math.max(0, daysBetween(bailedOn, remandedOn) - 1)) };
}
