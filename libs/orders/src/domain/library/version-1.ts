import type { Blank } from './blanks.js';
import type { ContactTile, LibraryCondition, LibraryVersion } from './library-condition.js';

// The first library: blanks that hold any text, words without them, nothing ticked by itself. It was used, so it never changes.

const anyText = { hint: null, optional: true } as const;
const text = (name: string, label: string): Blank => ({ name, label, ...anyText, type: 'text', most: 500 });
const number = (name: string, label: string): Blank => ({
  name,
  label,
  ...anyText,
  type: 'whole-number',
  least: 0,
  most: 1_000_000,
  unit: '',
});

type Short = readonly [code: string, title: string, plain: string, blanks: readonly Blank[], speaksTo: readonly ContactTile[]];

const prohibitions: readonly Short[] = [
  [
    'NC-DIR',
    'No direct contact',
    'contact or try to contact the protected person by any means',
    [text('persons', 'People'), text('exceptions', 'Exceptions, for instance through a solicitor')],
    ['message', 'call', 'approach', 'online', 'gift'],
  ],
  [
    'NC-IND',
    'No contact through others',
    'contact or approach the protected person through anyone else, or send gifts or payments with messages',
    [text('persons', 'People'), text('relays', 'People who must not be used to pass messages')],
    ['third-party', 'gift'],
  ],
  [
    'AP-DIST',
    'Keep a distance',
    'knowingly come within a distance of the protected person',
    [number('metres', 'Distance in metres')],
    ['approach', 'watching'],
  ],
  [
    'EX-AREA',
    'Stay out of an area',
    'enter a named area, street, school or workplace',
    [text('area', 'Area'), text('hours', 'Hours'), text('transit', 'Passing through')],
    ['area', 'approach', 'watching'],
  ],
  [
    'SURV',
    'No watching or tracking',
    'follow, watch, photograph or track the protected person, or use trackers or drones',
    [],
    ['watching', 'device', 'approach'],
  ],
  [
    'PUB',
    'No publishing about the person',
    'post about, tag, impersonate or refer to the protected person online, by name or hint',
    [text('platforms', 'Sites and apps')],
    ['online'],
  ],
  ['SEARCH', 'No searching for the person', 'search for or look at what the protected person puts online', [], ['online', 'device']],
  [
    'DEV-HIST',
    'Devices must keep their history',
    'use an internet device that does not keep and show its history, or delete or hide that history',
    [],
    ['device'],
  ],
  [
    'DEV-REG',
    'Registered devices only',
    'hold a device, SIM or account that is not registered with the police',
    [number('count', 'Most devices'), number('hours', 'Hours to declare a new one')],
    ['device'],
  ],
  ['ITEM', 'No carrying of a named thing', 'hold a named thing in a named place', [text('items', 'Things')], ['device', 'other']],
  [
    'LITIG',
    'No vexatious proceedings',
    'bring vexatious civil or family proceedings that name the protected person',
    [],
    ['third-party', 'other'],
  ],
];

const requirements: readonly Short[] = [
  [
    'R-SURR',
    'Hand in devices',
    'hand in the listed devices by a date',
    [text('list', 'Devices'), text('station', 'Police station'), text('deadline', 'By')],
    ['missed-requirement', 'device'],
  ],
  [
    'R-ACCESS',
    'Give police access to devices',
    'give the police access to devices, accounts and passcodes when asked',
    [text('notice', 'Notice')],
    ['missed-requirement', 'device'],
  ],
  [
    'R-PROG',
    'Attend a programme',
    'attend an assessment of suitability or a programme for people who stalk',
    [text('provider', 'Provider'), number('sessions', 'Sessions')],
    ['missed-requirement'],
  ],
  [
    'R-MH',
    'Attend a mental health assessment',
    'attend a mental health assessment',
    [text('provider', 'Provider')],
    ['missed-requirement'],
  ],
  [
    'R-DA',
    'Attend a drug or alcohol assessment',
    'attend a drug or alcohol assessment or programme',
    [text('provider', 'Provider')],
    ['missed-requirement'],
  ],
  [
    'R-SIGN',
    'Sign on at a police station',
    'sign on at a police station',
    [text('station', 'Police station'), text('times', 'Days and times')],
    ['missed-requirement'],
  ],
  [
    'R-NOTIFY+',
    'Tell the police of changes',
    'tell the police of a new relationship, vehicle, job or journey',
    [text('of', 'Of what'), number('hours', 'Within hours')],
    ['missed-requirement', 'notification'],
  ],
];

const bespoke: Short = ['BESPOKE', 'Other condition', 'do what the order says', [], ['other']];

function entry([code, title, plain, blanks, speaksTo]: Short, category: LibraryCondition['category']): LibraryCondition {
  const words = { spoken: null, wording: null, necessity: 'Why is it necessary?' } as const;
  return { code, title, plain, ...words, category, blanks, speaksTo, implies: speaksTo, care: [], duty: null };
}

export const version1: LibraryVersion = {
  version: 1,
  from: '2020-01-20',
  conditions: [
    ...prohibitions.map((one) => entry(one, 'prohibition')),
    ...requirements.map((one) => entry(one, 'requirement')),
    entry(bespoke, 'prohibition'),
  ],
};
