import { formatDate, type LocalDate } from '#calendar';
import type { ConditionCode, ConditionWords } from '#orders';
import type { Chance } from './chance.js';
import { street, town } from './fiction.js';

type Words = Pick<ConditionWords, 'wording' | 'parameters' | 'locality'>;

/** Whom and what an order's words speak of. */
export interface Spoken {
  /** The protected people by name. */
  readonly names: readonly string[];
  /** A day on which something is to be handed in. */
  readonly deadline: LocalDate;
}

type Wording = (chance: Chance, spoken: Spoken) => Words;

const listed = (names: readonly string[]): string => names.join(' or ');
const plain = (wording: string, parameters: Words['parameters'] = {}): Words => ({ wording, parameters, locality: null });

/** What a court might write for each kind of condition. */
export const wordings: Readonly<Record<ConditionCode, Wording>> = {
  'NC-DIR': (_, { names }) =>
    plain(
      `You must not contact or attempt to contact ${listed(names)} by any means whatsoever, whether in person, by telephone, by letter, by electronic means or otherwise, save through a solicitor.`,
      { exceptions: 'solicitor' },
    ),
  'NC-IND': (_, { names }) =>
    plain(
      `You must not contact ${listed(names)} indirectly, through any other person, any relative, friend or colleague included, nor send any gift or payment with a message.`,
      {
        relays: 'any relative, friend or colleague',
      },
    ),
  'AP-DIST': (chance, { names }) => {
    const metres = chance.pick(['50', '100', '200']);
    return plain(`You must not knowingly come within ${metres} metres of ${listed(names)}.`, { metres });
  },
  'EX-AREA': (chance) => {
    const area = `${street(chance)}, ${town(chance)}`;
    return plain(
      `You must not enter ${area}, nor any building, garden or car park that opens onto it, save when passing through by train without leaving it.`,
      {
        area,
        transit: 'passing through by train without leaving it',
      },
    );
  },
  SURV: (_, { names }) =>
    plain(
      `You must not follow, watch, photograph or keep under observation ${listed(names)}, nor use any tracker, drone or camera to do so.`,
    ),
  PUB: (_, { names }) => plain(`You must not post, publish or share anything online that refers to ${listed(names)}, by name or by hint.`),
  SEARCH: (_, { names }) => plain(`You must not search for, view or follow any online account or page of ${listed(names)}.`),
  'DEV-HIST': () =>
    plain(
      'You must not use any device that can reach the internet unless it keeps and shows its history, and you must not delete or hide that history.',
    ),
  'DEV-REG': (chance) => {
    const count = chance.pick(['1', '2']);
    return plain(
      `You must not possess more than ${count} mobile telephone and SIM card, each registered with the police within 24 hours.`,
      { count, hours: '24' },
    );
  },
  ITEM: () =>
    plain('You must not carry a balaclava, a tracking device or a spare SIM card in any public place.', {
      items: 'a balaclava\na tracking device\na spare SIM card',
      where: 'any public place',
    }),
  LITIG: (_, { names }) =>
    plain(`You must not begin civil or family proceedings that name ${listed(names)} without the leave of the court.`),
  'R-SURR': (chance, { deadline }) => {
    const station = `${town(chance)} police station`;
    return plain(
      `You must hand in the telephone and the laptop listed in the schedule at ${station} no later than ${formatDate(deadline)}.`,
      {
        list: 'the telephone\nthe laptop',
        station,
        deadline,
      },
    );
  },
  'R-ACCESS': () => plain('You must give a police officer access, with any code needed, to every device you possess when asked to do so.'),
  'R-PROG': () =>
    plain('You must attend the assessment of suitability for, and if found suitable all 12 sessions of, the Example Programme.', {
      provider: 'the Example Programme',
      sessions: '12',
    }),
  'R-MH': () =>
    plain('You must attend the mental health assessment offered to you by the Sample Health Trust.', {
      provider: 'Sample Health Trust',
    }),
  'R-DA': () =>
    plain('You must attend the drug and alcohol assessment offered to you by the Specimen Recovery Service.', {
      provider: 'Specimen Recovery Service',
    }),
  'R-SIGN': (chance) => {
    const station = `${town(chance)} police station`;
    return plain(`You must sign on at ${station} every Tuesday between 18:00 and 20:00.`, { station, days: 'tue', hours: '18:00-20:00' });
  },
  'R-NOTIFY+': () =>
    plain('You must tell the police of any new vehicle you use and of any new close relationship within 48 hours.', {
      of: 'relationship,vehicle',
      hours: '48',
    }),
  BESPOKE: (chance) => {
    const place = town(chance);
    return { wording: `You must not busk, beg or hand out leaflets in ${place}.`, parameters: {}, locality: place };
  },
};

/** Why a condition might be necessary. */
export const reasons = [
  'The acts complained of were committed in this way',
  'A lesser condition was broken before',
  'The protected person lives and works there',
  'Devices were used to hide the contact',
] as const;
