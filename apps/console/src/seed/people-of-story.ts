import type { Instant, LocalDate } from '#calendar';
import type { Identity, IdentifierEntry, PersonName, SafeContact } from '#people';
import { newPerpetratorId, newProtectedPersonId, RecordPerpetrator, RecordProtectedPerson } from '#people/module';
import { address, croNumber, type Fictional, occupation, otherName, person, pncId, safeContact } from './fiction.js';
import type { Story } from './story.js';
import { after, on } from './times.js';

/** The perpetrator of a story, as far as other acts need to know them. */
export interface Perpetrator {
  readonly perpetratorId: string;
  readonly recordedAt: Instant;
  readonly name: PersonName;
}

export interface Protected {
  readonly protectedPersonId: string;
  readonly recordedAt: Instant;
  readonly name: PersonName;
}

/** Somebody and those who are to be protected from them. */
export interface Parties {
  readonly perpetrator: Perpetrator;
  readonly people: readonly Protected[];
}

export type NewPerpetrator = RecordPerpetrator['details'];

export const nobodyKnown: Omit<NewPerpetrator, 'identity'> = { aliases: [], addresses: [], identifiers: [], occupation: null, readers: [] };

export function recordPerpetrator(story: Story, at: Instant, details: NewPerpetrator): Perpetrator {
  const commandId = story.add(at, (act) => new RecordPerpetrator(details, act));
  return { perpetratorId: newPerpetratorId(commandId), recordedAt: at, name: details.identity.name };
}

export function recordProtected(story: Story, at: Instant, from: Perpetrator, identity: Identity, contact: SafeContact): Protected {
  const commandId = story.add(at, (act) => new RecordProtectedPerson(from.perpetratorId, { identity, contact }, act));
  return { protectedPersonId: newProtectedPersonId(commandId), recordedAt: at, name: identity.name };
}

/** A perpetrator of this name and whoever is protected from them, recorded in the morning of `day`. `serial`: of the PNCID. */
export function named(
  story: Story,
  [given, family]: readonly [string, string],
  dateOfBirth: LocalDate,
  day: LocalDate,
  serial: number,
  protecting = 1,
): Parties {
  const perpetrator = recordPerpetrator(story, on(day, '08:30'), {
    ...nobodyKnown,
    identity: { name: { given, family }, dateOfBirth, sex: given === 'Ada' ? 'female' : 'male' },
    identifiers: [{ scheme: 'pncid', value: pncId(serial), system: null }],
  });
  return { perpetrator, people: madeUpProtected(story, perpetrator, protecting) };
}

/** Somebody made up, with the numbers, names and addresses such people have. `serial`: of their own in the demonstration. */
export function madeUpPerpetrator(story: Story, at: Instant, serial: number): Perpetrator {
  const { chance, world, force } = story;
  const who = person(chance, world.today, { women: 0.15 });
  const identifiers: IdentifierEntry[] = [
    { scheme: 'nominal', value: `T${force}${String(serial).padStart(5, '0')}`, system: chance.pick(['niche', 'athena']) },
  ];
  if (chance.happens(0.7)) identifiers.push({ scheme: 'pncid', value: pncId(1_000 + serial), system: null });
  if (chance.happens(0.3)) identifiers.push({ scheme: 'cro', value: croNumber(1_000 + serial), system: null });
  return recordPerpetrator(story, at, {
    identity: identityOf(who),
    aliases: chance.happens(0.35) ? [otherName(chance, who)] : [],
    addresses: [{ from: null, address: address(chance) }],
    identifiers,
    occupation: chance.happens(0.4) ? { occupation: occupation(chance), policeForce: null } : null,
    readers: [],
  });
}

/** So many people to be protected from them, recorded one after the other. */
export function madeUpProtected(story: Story, from: Perpetrator, count: number): Protected[] {
  const { chance, world } = story;
  return Array.from({ length: count }, (_, nth) => {
    const who = person(chance, world.today, { women: 0.8 });
    return recordProtected(story, after(from.recordedAt, { minutes: 9 * (nth + 1) }), from, identityOf(who), safeContact(chance, who));
  });
}

export function identityOf({ name, sex, dateOfBirth }: Fictional): Identity {
  return { name, sex, dateOfBirth };
}
