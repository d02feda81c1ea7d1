import { expect, it } from '@jest/globals';
import { caseOpened, given, outcome } from '../domain/example-facts.js';
import type { Reference } from '../domain/references.js';
import { addReference } from './add-reference.js';

const reference: Reference = { referenceId: 'n-1', kind: 'occurrence', givenBy: '42', system: 'Athena', number: '4200012345' };

it('a number is known once in each system: the same number of another system is another number', () => {
  const facts = addReference(given(caseOpened()), reference);
  const after = given(caseOpened(), ...facts);
  expect(outcome(() => addReference(after, { ...reference, referenceId: 'n-2' }))).toBe('reference-known-already');
  expect(outcome(() => addReference(after, { ...reference, system: 'Niche' }))).toHaveLength(1);
  expect(outcome(() => addReference(after, { ...reference, givenBy: '46' }))).toHaveLength(1);
  expect(outcome(() => addReference(given(), reference))).toBe('no-such-case');
});
