/** A police force that may hold, apply for or enforce an order in England and Wales. */
export type Force = {
  /** The code that criminal justice systems and the PNC know it by, two digits; the identity of the force here. */
  readonly cjs: string;
  /** The statistical code of its police area. The special forces have none. */
  readonly ons?: string;
  /** Short name, for lists and charts. */
  readonly name: string;
  /** The name the force gives itself. */
  readonly fullName: string;
  /** A territorial force polices an area of England and Wales; a special one railways, defence or nuclear sites. */
  readonly kind: 'territorial' | 'special';
  readonly country: 'England' | 'Wales' | 'UK';
};

/**
 * The 43 territorial forces of England and Wales, then British Transport, Ministry of Defence and Civil Nuclear. The two schemes of codes
 * were given out apart and do not line up: look a code up here, never work one out from the other.
 */
export const forces: readonly Force[] = [
  { cjs: '52', ons: 'E23000036', name: 'Avon and Somerset', fullName: 'Avon and Somerset Police', kind: 'territorial', country: 'England' },
  { cjs: '40', ons: 'E23000026', name: 'Bedfordshire', fullName: 'Bedfordshire Police', kind: 'territorial', country: 'England' },
  { cjs: '35', ons: 'E23000023', name: 'Cambridgeshire', fullName: 'Cambridgeshire Constabulary', kind: 'territorial', country: 'England' },
  { cjs: '07', ons: 'E23000006', name: 'Cheshire', fullName: 'Cheshire Constabulary', kind: 'territorial', country: 'England' },
  { cjs: '48', ons: 'E23000034', name: 'City of London', fullName: 'City of London Police', kind: 'territorial', country: 'England' },
  { cjs: '17', ons: 'E23000013', name: 'Cleveland', fullName: 'Cleveland Police', kind: 'territorial', country: 'England' },
  { cjs: '03', ons: 'E23000002', name: 'Cumbria', fullName: 'Cumbria Constabulary', kind: 'territorial', country: 'England' },
  { cjs: '30', ons: 'E23000018', name: 'Derbyshire', fullName: 'Derbyshire Constabulary', kind: 'territorial', country: 'England' },
  { cjs: '50', ons: 'E23000035', name: 'Devon and Cornwall', fullName: 'Devon & Cornwall Police', kind: 'territorial', country: 'England' },
  { cjs: '55', ons: 'E23000039', name: 'Dorset', fullName: 'Dorset Police', kind: 'territorial', country: 'England' },
  { cjs: '11', ons: 'E23000008', name: 'Durham', fullName: 'Durham Constabulary', kind: 'territorial', country: 'England' },
  { cjs: '42', ons: 'E23000028', name: 'Essex', fullName: 'Essex Police', kind: 'territorial', country: 'England' },
  {
    cjs: '53',
    ons: 'E23000037',
    name: 'Gloucestershire',
    fullName: 'Gloucestershire Constabulary',
    kind: 'territorial',
    country: 'England',
  },
  {
    cjs: '06',
    ons: 'E23000005',
    name: 'Greater Manchester',
    fullName: 'Greater Manchester Police',
    kind: 'territorial',
    country: 'England',
  },
  {
    cjs: '44',
    ons: 'E23000030',
    name: 'Hampshire and Isle of Wight',
    fullName: 'Hampshire & Isle of Wight Constabulary',
    kind: 'territorial',
    country: 'England',
  },
  { cjs: '41', ons: 'E23000027', name: 'Hertfordshire', fullName: 'Hertfordshire Constabulary', kind: 'territorial', country: 'England' },
  { cjs: '16', ons: 'E23000012', name: 'Humberside', fullName: 'Humberside Police', kind: 'territorial', country: 'England' },
  { cjs: '46', ons: 'E23000032', name: 'Kent', fullName: 'Kent Police', kind: 'territorial', country: 'England' },
  { cjs: '04', ons: 'E23000003', name: 'Lancashire', fullName: 'Lancashire Constabulary', kind: 'territorial', country: 'England' },
  { cjs: '33', ons: 'E23000021', name: 'Leicestershire', fullName: 'Leicestershire Police', kind: 'territorial', country: 'England' },
  { cjs: '32', ons: 'E23000020', name: 'Lincolnshire', fullName: 'Lincolnshire Police', kind: 'territorial', country: 'England' },
  { cjs: '05', ons: 'E23000004', name: 'Merseyside', fullName: 'Merseyside Police', kind: 'territorial', country: 'England' },
  { cjs: '01', ons: 'E23000001', name: 'Metropolitan', fullName: 'Metropolitan Police Service', kind: 'territorial', country: 'England' },
  { cjs: '36', ons: 'E23000024', name: 'Norfolk', fullName: 'Norfolk Constabulary', kind: 'territorial', country: 'England' },
  { cjs: '12', ons: 'E23000009', name: 'North Yorkshire', fullName: 'North Yorkshire Police', kind: 'territorial', country: 'England' },
  { cjs: '34', ons: 'E23000022', name: 'Northamptonshire', fullName: 'Northamptonshire Police', kind: 'territorial', country: 'England' },
  { cjs: '10', ons: 'E23000007', name: 'Northumbria', fullName: 'Northumbria Police', kind: 'territorial', country: 'England' },
  { cjs: '31', ons: 'E23000019', name: 'Nottinghamshire', fullName: 'Nottinghamshire Police', kind: 'territorial', country: 'England' },
  { cjs: '14', ons: 'E23000011', name: 'South Yorkshire', fullName: 'South Yorkshire Police', kind: 'territorial', country: 'England' },
  { cjs: '21', ons: 'E23000015', name: 'Staffordshire', fullName: 'Staffordshire Police', kind: 'territorial', country: 'England' },
  { cjs: '37', ons: 'E23000025', name: 'Suffolk', fullName: 'Suffolk Constabulary', kind: 'territorial', country: 'England' },
  { cjs: '45', ons: 'E23000031', name: 'Surrey', fullName: 'Surrey Police', kind: 'territorial', country: 'England' },
  { cjs: '47', ons: 'E23000033', name: 'Sussex', fullName: 'Sussex Police', kind: 'territorial', country: 'England' },
  { cjs: '43', ons: 'E23000029', name: 'Thames Valley', fullName: 'Thames Valley Police', kind: 'territorial', country: 'England' },
  { cjs: '23', ons: 'E23000017', name: 'Warwickshire', fullName: 'Warwickshire Police', kind: 'territorial', country: 'England' },
  { cjs: '22', ons: 'E23000016', name: 'West Mercia', fullName: 'West Mercia Police', kind: 'territorial', country: 'England' },
  { cjs: '20', ons: 'E23000014', name: 'West Midlands', fullName: 'West Midlands Police', kind: 'territorial', country: 'England' },
  { cjs: '13', ons: 'E23000010', name: 'West Yorkshire', fullName: 'West Yorkshire Police', kind: 'territorial', country: 'England' },
  { cjs: '54', ons: 'E23000038', name: 'Wiltshire', fullName: 'Wiltshire Police', kind: 'territorial', country: 'England' },
  { cjs: '60', ons: 'W15000001', name: 'North Wales', fullName: 'North Wales Police', kind: 'territorial', country: 'Wales' },
  { cjs: '61', ons: 'W15000002', name: 'Gwent', fullName: 'Gwent Police', kind: 'territorial', country: 'Wales' },
  { cjs: '62', ons: 'W15000003', name: 'South Wales', fullName: 'South Wales Police', kind: 'territorial', country: 'Wales' },
  { cjs: '63', ons: 'W15000004', name: 'Dyfed-Powys', fullName: 'Dyfed-Powys Police', kind: 'territorial', country: 'Wales' },
  { cjs: '93', name: 'British Transport', fullName: 'British Transport Police', kind: 'special', country: 'UK' },
  { cjs: '24', name: 'Ministry of Defence', fullName: 'Ministry of Defence Police', kind: 'special', country: 'UK' },
  { cjs: '59', name: 'Civil Nuclear', fullName: 'Civil Nuclear Constabulary', kind: 'special', country: 'UK' },
];

/** Codes that some systems write for a force known here by another one: the Metropolitan Police is 01, and 02 in older records. */
const aliases: ReadonlyMap<string, string> = new Map([['02', '01']]);

const byCode = new Map(forces.map((one) => [one.cjs, one]));

/** The force with a CJS code, or with an alias of it; nothing for an unknown code. Store the `cjs` of the result, so that an alias goes no further. */
export function force(cjs: string): Force | undefined {
  return byCode.get(aliases.get(cjs) ?? cjs);
}

/** Whether `value` is the CJS code of a force as it is stored here. An alias is not. */
export function isForce(value: unknown): value is string {
  return typeof value === 'string' && byCode.has(value);
}
