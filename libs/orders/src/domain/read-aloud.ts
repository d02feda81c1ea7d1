import type { LocalDate } from '#calendar';
import { kindRule } from './kinds/index.js';
import type { MadeOrder } from './order.js';

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
  return `Say that ${isNotice ? 'the police gave this notice' : 'a court made this order'}, that it binds now, and ${then}. Then read each condition and tick it.`;
}
