import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryKeyring } from '#event-store';
import { perpetrators } from '../domain/perpetrator.js';
import { PeopleFixture, StandingClock } from '../../../../tests/support/people.js';
import { AskErasure, AskErasureHandler } from '../ask-erasure/ask-erasure.command.js';
import { ErasePerson, ErasePersonHandler } from './erase-person.command.js';
import { LegalHolds } from './legal-holds.js';
import { UnfinishedErasures } from './unfinished-erasures.query.js';

/** Nothing is recorded about the people of this room but themselves. */
class NothingHeld extends LegalHolds {
  override of(): Promise<[]> {
    return Promise.resolve([]);
  }
}

const nothingHeld = new NothingHeld();
const erasure = { basis: 'retention-review', authority: 'Review 7/2026' } as const;
let people: PeopleFixture;
let handler: ErasePersonHandler;
let person: { kind: 'perpetrator'; id: string };
let nth = 0;

beforeAll(async () => {
  people = await PeopleFixture.begin();
  handler = new ErasePersonHandler(people.streams, people.keyring, nothingHeld);
});
beforeEach(async () => {
  person = { kind: 'perpetrator', id: `erased-${(nth += 1)}` };
  await people.perpetrator(person.id);
  await new AskErasureHandler(people.streams, nothingHeld).execute(new AskErasure(person, erasure, people.act('kent-records')));
});
afterAll(() => people.end());

const key = async () => (await people.keyring.keys([person.id])).get(person.id);
const facts = () => people.streams.facts(perpetrators, person.id);

describe('erasing a person', () => {
  it('closes the record, destroys the key and leaves what was recorded unreadable', async () => {
    await handler.execute(new ErasePerson(person, people.act()));
    expect(await key()).toBe('destroyed');
    const [made, , gone] = await facts();
    expect(made?.fact.personal).toEqual({ identity: { about: [person.id], value: null } });
    expect(gone?.fact).toEqual({ type: 'PersonErased', data: { personId: person.id, ...erasure } });
  });

  it('destroys no key without the fact', async () => {
    await expect(handler.execute(new ErasePerson(person, people.act('essex-officer', '42')))).rejects.toMatchObject({
      reason: 'not-your-force',
    });
    await expect(handler.execute(new ErasePerson({ ...person, id: 'nobody' }, people.act()))).rejects.toMatchObject({
      reason: 'no-such-record',
    });
    expect(await key()).toBeInstanceOf(Buffer);
    expect(await facts()).toHaveLength(2);
  });

  describe('when the key could not be destroyed', () => {
    const command = () => new ErasePerson(person, act);
    let act: ReturnType<PeopleFixture['act']>;

    class Away extends MemoryKeyring {
      override destroy(): Promise<void> {
        return Promise.reject(new Error('The database is away'));
      }
    }

    beforeEach(async () => {
      act = people.act();
      await new ErasePersonHandler(people.streams, new Away(), nothingHeld).execute(command()).catch(() => undefined);
    });

    it('says so, and has the fact but not yet the destruction', async () => {
      await expect(new ErasePersonHandler(people.streams, new Away(), nothingHeld).execute(command())).rejects.toThrow(
        'The database is away',
      );
      expect(await key()).toBeInstanceOf(Buffer);
      expect(await facts()).toHaveLength(3);
      await handler.execute(command());
    });

    it('is finished by the same command, recorded once', async () => {
      await handler.execute(command());
      expect(await key()).toBe('destroyed');
      expect(await facts()).toHaveLength(3);
    });

    it('is finished by another command, recorded once', async () => {
      await handler.execute(new ErasePerson(person, people.act('kent-records')));
      expect(await key()).toBe('destroyed');
      expect(await facts()).toHaveLength(3);
    });

    it('is finished at the next start', async () => {
      const last = (await facts()).at(-1);
      await people.shown(last?.position ?? null);
      const unfinished = new UnfinishedErasures(people.database, people.keyring, new StandingClock('2026-11-22T08:00:00.000Z'));
      expect(await unfinished.finish()).toBe(1);
      expect(await key()).toBe('destroyed');
      expect(await unfinished.finish()).toBe(0);
    });
  });
});
