import { personal } from '#event-sourcing';
import { isWeekday, type OrderFact, weekdayNames } from '#orders';
import { orderMade } from './example-facts.js';

const sign = { conditionId: 'c-1', versionId: 'c-1-v1', number: 3, code: 'R-SIGN', library: 2, category: 'requirement' } as const;
const spokenDays = (days: string) =>
  days
    .split(',')
    .map((one) => (isWeekday(one) ? weekdayNames[one] : one))
    .join(', ');

/** An order with a requirement that comes round; `days`: on which he signs on, `tue,fri`. */
export function signingOn(days: string, over: Parameters<typeof orderMade>[0]): OrderFact {
  const parameters = { station: 'Testville police station', days, hours: '18:00-20:00' };
  const wording = `Sign on at Testville police station on ${spokenDays(days)} between 18:00 and 20:00`;
  const words = personal(['p-1'], { wording, parameters, locality: null, necessity: null });
  const fact = orderMade({ ...over, conditions: [{ ...sign, locality: 'uk', end: null }] });
  return { ...fact, personal: { 'words:c-1-v1': words } } as OrderFact;
}
