import type { LocalDate } from '#calendar';

/** An offence that conduct of this sort is recorded as, with its law. */
export interface Offence {
  /** CJS offence code. */
  readonly code: string;
  readonly title: string;
  readonly law: string;
  /** Home Office code, where it is known. */
  readonly homeOffice: string | null;
  /** Whether the offence is itself one of stalking. */
  readonly stalking: boolean;
  /** The first day on which it could be committed; null where that lies before every record. */
  readonly from: LocalDate | null;
}

/** Offences to choose from. Any other is entered by its CJS code. Sources: CJS offence codes; PHA 1997, CDA 1998 s.32. */
export const offences: readonly Offence[] = [
  { code: 'PH97006', title: 'Stalking', law: 'PHA 1997 s.2A', homeOffice: '195/12', stalking: true, from: '2012-11-25' },
  {
    code: 'PH97010',
    title: 'Stalking involving fear of violence',
    law: 'PHA 1997 s.4A',
    homeOffice: '8/65',
    stalking: true,
    from: '2012-11-25',
  },
  {
    code: 'PH97011',
    title: 'Stalking involving serious alarm or distress',
    law: 'PHA 1997 s.4A',
    homeOffice: '8/66',
    stalking: true,
    from: '2012-11-25',
  },
  { code: 'PH97004', title: 'Harassment', law: 'PHA 1997 s.2', homeOffice: null, stalking: false, from: '1997-06-16' },
  {
    code: 'PH97009',
    title: 'Putting people in fear of violence',
    law: 'PHA 1997 s.4',
    homeOffice: null,
    stalking: false,
    from: '1997-06-16',
  },
  {
    code: 'CD98077',
    title: 'Racially or religiously aggravated stalking (s.2A)',
    law: 'CDA 1998 s.32',
    homeOffice: null,
    stalking: true,
    from: '2012-11-25',
  },
  {
    code: 'CD98078',
    title: 'Racially or religiously aggravated stalking with fear of violence (s.4A)',
    law: 'CDA 1998 s.32',
    homeOffice: null,
    stalking: true,
    from: '2012-11-25',
  },
  {
    code: 'CD98079',
    title: 'Racially or religiously aggravated stalking with serious alarm or distress (s.4A)',
    law: 'CDA 1998 s.32',
    homeOffice: null,
    stalking: true,
    from: '2012-11-25',
  },
];

/** `Stalking (PHA 1997 s.2A)`, or the code alone where we have no words for it. */
export function offenceInWords(code: string): string {
  const offence = offences.find((one) => one.code === code);
  return offence ? `${offence.title} (${offence.law})` : `Offence ${code}`;
}

/** Two letters and five digits, perhaps with a letter for an attempt. */
export function isOffenceCode(code: string): boolean {
  return /^[A-Z]{2}\d{5}[A-Z]?$/.test(code);
}

/** Whether it is an application to a court and no crime (`ST19501` to `ST19507`, `DA21501` …): it never counts as one. */
export function isApplicationCode(code: string): boolean {
  return /^(ST195|DA215|PH975|SE205)\d{2}$/.test(code);
}
