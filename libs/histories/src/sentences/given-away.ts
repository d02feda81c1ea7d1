import type { GivenAway } from '#orders';

const TELLS = {
  address: 'where a protected person lives',
  telephone: 'a protected person’s telephone number',
  email: 'a protected person’s email address',
} as const;

/** What of where a protected person can be reached something was filed with. */
export function givenAway({ found }: GivenAway): readonly string[] {
  return [...new Set(found.map(({ gives }) => TELLS[gives]))];
}
