/** What was done, by the tile an officer taps. The words are those of the breach report. */
export type ContactTile =
  | 'message'
  | 'call'
  | 'approach'
  | 'area'
  | 'online'
  | 'third-party'
  | 'device'
  | 'watching'
  | 'gift'
  | 'missed-requirement'
  | 'notification'
  | 'other';

/** A typed blank in a condition, for instance the metres of a distance. */
export interface ConditionParameter {
  readonly name: string;
  readonly label: string;
  readonly type: 'whole-number' | 'text' | 'date';
}

/** A kind of condition courts often impose. The court's own words are what binds: this is an index to them, never a substitute. */
export interface LibraryCondition {
  readonly code: string;
  readonly title: string;
  /** Follows "must not" or "must". */
  readonly plain: string;
  readonly category: 'prohibition' | 'requirement';
  readonly parameters: readonly ConditionParameter[];
  /** The tiles that suggest that this condition was broken. */
  readonly speaksTo: readonly ContactTile[];
}

const number = (name: string, label: string): ConditionParameter => ({ name, label, type: 'whole-number' });
const text = (name: string, label: string): ConditionParameter => ({ name, label, type: 'text' });
const day = (name: string, label: string): ConditionParameter => ({ name, label, type: 'date' });

/** Raised when the library changes; every version is kept, so that an old index can be read. */
export const libraryVersion = 1;

export const conditionLibrary = [
  {
    code: 'NC-DIR',
    title: 'No direct contact',
    plain: 'contact or try to contact the protected person by any means',
    category: 'prohibition',
    parameters: [text('persons', 'People'), text('exceptions', 'Exceptions, for instance through a solicitor')],
    speaksTo: ['message', 'call', 'approach', 'online', 'gift'],
  },
  {
    code: 'NC-IND',
    title: 'No contact through others',
    plain: 'contact or approach the protected person through anyone else, or send gifts or payments with messages',
    category: 'prohibition',
    parameters: [text('persons', 'People'), text('relays', 'People who must not be used to pass messages')],
    speaksTo: ['third-party', 'gift'],
  },
  {
    code: 'AP-DIST',
    title: 'Keep a distance',
    plain: 'knowingly come within a distance of the protected person',
    category: 'prohibition',
    parameters: [number('metres', 'Distance in metres')],
    speaksTo: ['approach', 'watching'],
  },
  {
    code: 'EX-AREA',
    title: 'Stay out of an area',
    plain: 'enter a named area, street, school or workplace',
    category: 'prohibition',
    parameters: [text('area', 'Area'), text('hours', 'Hours'), text('transit', 'Passing through')],
    speaksTo: ['area', 'approach', 'watching'],
  },
  {
    code: 'SURV',
    title: 'No watching or tracking',
    plain: 'follow, watch, photograph or track the protected person, or use trackers or drones',
    category: 'prohibition',
    parameters: [],
    speaksTo: ['watching', 'device', 'approach'],
  },
  {
    code: 'PUB',
    title: 'No publishing about the person',
    plain: 'post about, tag, impersonate or refer to the protected person online, by name or hint',
    category: 'prohibition',
    parameters: [text('platforms', 'Sites and apps')],
    speaksTo: ['online'],
  },
  {
    code: 'SEARCH',
    title: 'No searching for the person',
    plain: 'search for or look at what the protected person puts online',
    category: 'prohibition',
    parameters: [],
    speaksTo: ['online', 'device'],
  },
  {
    code: 'DEV-HIST',
    title: 'Devices must keep their history',
    plain: 'use an internet device that does not keep and show its history, or delete or hide that history',
    category: 'prohibition',
    parameters: [],
    speaksTo: ['device'],
  },
  {
    code: 'DEV-REG',
    title: 'Registered devices only',
    plain: 'hold a device, SIM or account that is not registered with the police',
    category: 'prohibition',
    parameters: [number('count', 'Most devices'), number('hours', 'Hours to declare a new one')],
    speaksTo: ['device'],
  },
  {
    code: 'ITEM',
    title: 'No carrying of a named thing',
    plain: 'hold a named thing in a named place',
    category: 'prohibition',
    parameters: [text('items', 'Things')],
    speaksTo: ['device', 'other'],
  },
  {
    code: 'LITIG',
    title: 'No vexatious proceedings',
    plain: 'bring vexatious civil or family proceedings that name the protected person',
    category: 'prohibition',
    parameters: [],
    speaksTo: ['third-party', 'other'],
  },
  {
    code: 'R-SURR',
    title: 'Hand in devices',
    plain: 'hand in the listed devices by a date',
    category: 'requirement',
    parameters: [text('list', 'Devices'), text('station', 'Police station'), day('deadline', 'By')],
    speaksTo: ['missed-requirement', 'device'],
  },
  {
    code: 'R-ACCESS',
    title: 'Give police access to devices',
    plain: 'give the police access to devices, accounts and passcodes when asked',
    category: 'requirement',
    parameters: [text('notice', 'Notice')],
    speaksTo: ['missed-requirement', 'device'],
  },
  {
    code: 'R-PROG',
    title: 'Attend a programme',
    plain: 'attend an assessment of suitability or a programme for people who stalk',
    category: 'requirement',
    parameters: [text('provider', 'Provider'), number('sessions', 'Sessions')],
    speaksTo: ['missed-requirement'],
  },
  {
    code: 'R-MH',
    title: 'Attend a mental health assessment',
    plain: 'attend a mental health assessment',
    category: 'requirement',
    parameters: [text('provider', 'Provider')],
    speaksTo: ['missed-requirement'],
  },
  {
    code: 'R-DA',
    title: 'Attend a drug or alcohol assessment',
    plain: 'attend a drug or alcohol assessment or programme',
    category: 'requirement',
    parameters: [text('provider', 'Provider')],
    speaksTo: ['missed-requirement'],
  },
  {
    code: 'R-SIGN',
    title: 'Sign on at a police station',
    plain: 'sign on at a police station',
    category: 'requirement',
    parameters: [text('station', 'Police station'), text('times', 'Days and times')],
    speaksTo: ['missed-requirement'],
  },
  {
    code: 'R-NOTIFY+',
    title: 'Tell the police of changes',
    plain: 'tell the police of a new relationship, vehicle, job or journey',
    category: 'requirement',
    parameters: [text('of', 'Of what'), number('hours', 'Within hours')],
    speaksTo: ['missed-requirement', 'notification'],
  },
  {
    code: 'BESPOKE',
    title: 'Other condition',
    plain: 'do what the order says',
    category: 'prohibition',
    parameters: [],
    speaksTo: ['other'],
  },
] as const satisfies readonly LibraryCondition[];

export type ConditionCode = (typeof conditionLibrary)[number]['code'];

const byCode: ReadonlyMap<string, LibraryCondition> = new Map(conditionLibrary.map((condition) => [condition.code, condition]));

export const conditionCodes: readonly ConditionCode[] = conditionLibrary.map((condition) => condition.code);

/** The library's entry for a code. */
export function libraryCondition(code: ConditionCode): LibraryCondition {
  const found = byCode.get(code);
  if (!found) throw new Error('A condition code is missing from the library');
  return found;
}
