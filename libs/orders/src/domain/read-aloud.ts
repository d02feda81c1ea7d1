import { formatDate, type LocalDate } from '#calendar';
import { kindRule } from './kinds/index.js';
import type { ConditionVersion } from './conditions.js';
import { type End, passed, type When } from './moments.js';
import type { MadeOrder } from './order.js';
import { renewalLine } from './to-serve.js';

/** What whoever reads an order to the respondent says before its conditions: who made it, that it binds, and what a breach of it is by the law of that day. */
export function saidBeforeReading({ kind }: Pick<MadeOrder, 'kind'>, on: LocalDate): string {
  const { courts, breach } = kindRule(kind);
  const isNotice = courts.every((court) => court === 'police');
  const { offenceCode, civilCode } = breach(on);
  const then = isNotice
    ? 'that whoever breaches it may be arrested and brought before a court'
    : offenceCode !== null
      ? 'that a breach is an offence'
      : civilCode !== null
        ? 'that a breach is contempt of court'
        : 'what it says itself of a breach';
  return `Say that ${isNotice ? 'the police gave this notice' : 'a court made this order'}, that it binds now, and ${then}. Then read each line and each condition, and tick it as you read it.`;
}

/** One line of what is said aloud beside the conditions, ticked as it is said. */
export interface LineAloud {
  readonly value: string;
  readonly text: string;
}

/** What he is told of the order before its conditions: who made it and when, what changed it since, until when it lasts, and what he has to tell the police. */
export function linesAloud(order: MadeOrder, when: When): readonly LineAloud[] {
  const { kind, court, made, variations, renewals, ends } = order;
  const { courts, notificationDuty } = kindRule(kind);
  const isNotice = courts.every((one) => one === 'police');
  const end = ends.findLast(({ from }) => passed(from, when) !== 'no')?.end ?? null;
  return [
    {
      value: 'made',
      text: isNotice
        ? `The police gave this notice on ${formatDate(made.on)}.`
        : `${court.name} made this order on ${formatDate(made.on)}.`,
    },
    ...variations
      .filter(({ effective }) => passed(effective, when) !== 'no')
      .map(({ variationId, effective, court: by }) => ({
        value: `variation:${variationId}`,
        text: `${by.name} varied it, from ${formatDate(effective.on)}.`,
      })),
    ...renewals
      .filter((one) => passed(one.made, when) !== 'no')
      .map((one) => ({ value: renewalLine(one.renewalId), text: `${one.court.name} renewed it on ${formatDate(one.made.on)}.` })),
    { value: 'end', text: lastsAloud(end) },
    ...(notificationDuty
      ? [
          {
            value: 'duties',
            text: `Whenever you begin to use another name or your home address changes, you must tell the police at a police station within ${notificationDuty.days} days, that day counted. Not to do so is an offence.`,
          },
        ]
      : []),
  ];
}

function lastsAloud(end: End | null): string {
  if (end?.is === 'fixed') return `It lasts until the end of ${formatDate(end.lastDay)}.`;
  return end?.is === 'until-further-order' ? 'It lasts until a court ends it.' : 'It lasts as long as it says itself.';
}

/** A condition as it is read aloud, with its own last day where it has one. */
export function conditionAloud({ plain }: ConditionVersion, wording: string): string {
  const own = plain.end?.is === 'fixed' ? ` (This one lasts until the end of ${formatDate(plain.end.lastDay)}.)` : '';
  return `${plain.number}. ${wording}${own}`;
}
