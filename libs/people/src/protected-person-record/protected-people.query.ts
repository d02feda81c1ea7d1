import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { may, maySeeContact, maySeeProtectedName, type Viewer, visiblePersonSql } from '#access';
import type { Instant, LocalDate } from '#calendar';
import type { ContactPlan } from '../domain/contact-plan.js';
import type { Identity, SafeContact } from '../domain/events.js';
import type { ErasedProtectedPerson, Handover, ProtectedPersonRecord } from '../domain/protected-person.js';
import { bothVisible, onePersonSql } from '../link-record/links.query.js';
import { heldBy, knownAs, type KnownAs, type Part, unsaidOfAnother } from './known-as.js';
import { letterAt } from '../domain/masking.js';
import { unsaidPlaces } from '../domain/safety-notes.js';
import { onSameRecords } from './on-same-records.query.js';
import { ReportedPlaces } from './reported-places.js';

type Doc = ProtectedPersonRecord | ErasedProtectedPerson;

/** An order or application as far as it gives its force a part in the people it protects. */
export interface Protector {
  /** CJS code of the force that keeps the order or applied. */
  readonly force: string;
  readonly protectedPersonIds: readonly string[];
  /** Whose order or application it is. */
  readonly perpetratorId?: string;
}

/** A handover as a force that takes part in it may know it: nothing of how the person is reached. */
export interface AskedHandover extends Handover {
  readonly perpetratorId: string | null;
  readonly identity: Identity | null;
}

/** Protected people, for somebody who may know of them: a name only with a part in the record, the contact only for those who keep it. */
@Injectable()
export class ProtectedPeople {
  constructor(
    private readonly database: DataSource,
    @Optional() @Inject(ReportedPlaces) private readonly places: ReportedPlaces | null = null,
  ) {}

  /**
   * The people with these ids as this viewer may know them, in the order of `ids`, whether or not all are found. Of somebody on the record
   * of a perpetrator whom the viewer may not see, only the letter. `protectors`: orders and applications; each gives its force a part in the
   * people it protects, and in nobody else. Each also hides who else is on the records of the same perpetrator, and of those whose orders
   * these are and `about` whom the page is, on whomever's record the person is: a text may speak of anybody. The first also hides where other
   * forces say that things happened, which this viewer may not know.
   */
  async knownAs(
    viewer: Viewer,
    ids: readonly string[],
    protectors: readonly Protector[] = [],
    about: readonly string[] = [],
  ): Promise<(KnownAs & Handed)[]> {
    if (ids.length === 0) return [];
    const perpetratorIds = [...new Set([...about, ...protectors.flatMap(({ perpetratorId }) => perpetratorId ?? [])])];
    const [[known = []], reported] = await Promise.all([
      this.knownAsEach(viewer, [ids], protectors, about),
      this.places?.on(perpetratorIds, ids, viewer.force) ?? [],
    ]);
    const places = unsaidPlaces(viewer.force, reported, known);
    return known.map((one, nth) => (nth === 0 && places.length > 0 ? { ...one, hide: [...one.hide, ...places] } : one));
  }

  /** The same, but for the places, for each of several lists, of which every one speaks of the people protected from one perpetrator. */
  async knownAsEach(
    viewer: Viewer,
    lists: readonly (readonly string[])[],
    protectors: readonly Protector[] = [],
    about: readonly string[] = [],
  ): Promise<(KnownAs & Handed)[][]> {
    const protecting = (id: string) => protectors.filter(({ protectedPersonIds }) => protectedPersonIds.includes(id));
    const forcesOf = (id: string) => protecting(id).map(({ force }) => force);
    const spokenOf = (id: string) => [...about, ...protecting(id).flatMap(({ perpetratorId }) => perpetratorId ?? [])];
    const ids = [...new Set(lists.flat())];
    const partOf = ({ doc, isVisible }: Pick<Found, 'doc' | 'isVisible'>): Part => ({ others: forcesOf(doc.protectedPersonId), isVisible });
    const [found, recorded] = await Promise.all([
      this.found(viewer, 'r.id = any ($1::text[])', ids),
      onSameRecords(this.database, viewer, ids, [...new Set(ids.flatMap(spokenOf))]),
    ]);
    const byId = new Map(found.map((one) => [one.doc.protectedPersonId, one]));
    const unsaid = recorded.map((one) => ({ ...one, hide: unsaidOfAnother(viewer, one.doc, partOf(one)) }));
    return lists.map((list) => {
      const theirs = [...new Set(list)].flatMap((id) => byId.get(id) ?? []);
      const letters = lettersOf(theirs);
      return theirs.map((one, nth) => {
        const known = knownAs(viewer, one.doc, letters[nth] ?? '', partOf(one));
        const { perpetratorId, protectedPersonId } = one.doc;
        const sources = new Set([...spokenOf(protectedPersonId), ...(perpetratorId ? [perpetratorId] : [])]);
        // Those whom the page knows by a letter of their own are hidden by it.
        const others = unsaid.filter(
          ({ doc, perpetratorIds }) =>
            doc.protectedPersonId !== protectedPersonId &&
            perpetratorIds.some((id) => sources.has(id)) &&
            !list.includes(doc.protectedPersonId),
        );
        const since = known.safeguarding === null ? null : one.since;
        return { ...known, since, hide: [...known.hide, ...others.flatMap(({ hide }) => hide)] };
      });
    });
  }

  /** Who is on these perpetrators' records, or else on those linked to them: whom a text may speak of that names nobody. */
  async idsOn(perpetratorIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string; isTheirs: boolean }[]>(
      `with recursive ${onePersonSql('select id collate "C", id collate "C" from unnest($1::text[]) asked (id)')}
       select r.id, bool_or(r.perpetrator_id = any ($1::text[])) as "isTheirs"
       from one join people.protected_person_record r on r.perpetrator_id = one.id group by r.id order by r.id`,
      [perpetratorIds],
    );
    const theirs = rows.filter(({ isTheirs }) => isTheirs);
    return (theirs.length > 0 ? theirs : rows).map(({ id }) => id);
  }

  /** Ids of all who were recorded by `until`, that instant included, to be protected from one of these perpetrators, in the order of their letters. */
  async placedOn(perpetratorIds: readonly string[], until: Instant): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      'select id from people.protected_person_record where perpetrator_id = any ($1::text[]) and recorded_at <= $2 order by recorded_at, id',
      [perpetratorIds, until],
    );
    return rows.map(({ id }) => id);
  }

  /** All who were recorded to be protected from this perpetrator, in the order of their letters. */
  async protectedFrom(viewer: Viewer, perpetratorId: string): Promise<KnownAs[]> {
    const found = await this.found(viewer, 'r.perpetrator_id = any ($1::text[])', [perpetratorId]);
    const visible = found.filter(({ isVisible }) => isVisible).toSorted((a, b) => a.place - b.place);
    const letters = lettersOf(visible);
    return visible.map(({ doc }, nth) => knownAs(viewer, doc, letters[nth] ?? ''));
  }

  /** The whole record but for the contact and what is agreed of it; null when there is none for this viewer, who must be allowed to see the name. */
  async byId(
    viewer: Viewer,
    protectedPersonId: string,
  ): Promise<Omit<ProtectedPersonRecord, 'contact' | 'plan' | 'formerly'> | ErasedProtectedPerson | null> {
    const doc = await this.doc(viewer, protectedPersonId);
    if (!doc || !maySeeProtectedName(viewer, heldBy(doc))) return null;
    if (doc.is === 'erased') return doc;
    const { contact: _contact, plan: _plan, formerly: _formerly, ...record } = doc;
    return record;
  }

  /** The last handover, for the force that asked and the one that was asked: whom it is about by name only while it waits, or for who may read it. */
  async handover(viewer: Viewer, protectedPersonId: string): Promise<AskedHandover | null> {
    const doc = await this.doc(viewer, protectedPersonId);
    if (doc?.is !== 'recorded' || !doc.handover || !may(viewer, 'view-protected-person')) return null;
    const { handover, perpetratorId, identity } = doc;
    if (viewer.force !== handover.from && viewer.force !== handover.to) return null;
    const isNamed = handover.is === 'waiting' || maySeeProtectedName(viewer, heldBy(doc));
    return { ...handover, perpetratorId, identity: isNamed ? identity.value : null };
  }

  /** How the person can be reached safely. Null for all but the force that looks after them. Write the access log before calling. */
  async contact(viewer: Viewer, protectedPersonId: string): Promise<SafeContact | null> {
    const doc = await this.doc(viewer, protectedPersonId);
    return doc?.is === 'recorded' && maySeeContact(viewer, heldBy(doc)) ? doc.contact.value : null;
  }

  /** What is agreed of keeping in touch; null while nothing is, and for all but the force that looks after them. */
  async plan(viewer: Viewer, protectedPersonId: string): Promise<ContactPlan | null> {
    const doc = await this.doc(viewer, protectedPersonId);
    return doc?.is === 'recorded' && maySeeContact(viewer, heldBy(doc)) ? (doc.plan?.value ?? null) : null;
  }

  private async doc(viewer: Viewer, protectedPersonId: string): Promise<Doc | null> {
    const [doc] = await this.docs(viewer, 'r.id = any ($1::text[])', [protectedPersonId]);
    return doc ?? null;
  }

  /** Whoever may not see a perpetrator does not learn of the people who are protected from them. */
  private async docs(viewer: Viewer, where: string, ids: readonly string[]): Promise<Doc[]> {
    return (await this.found(viewer, where, ids)).filter(({ isVisible }) => isVisible).map(({ doc }) => doc);
  }

  /** With the place of each among all who are protected from the same perpetrator, on whichever records the viewer knows to be of one person. */
  private async found(viewer: Viewer, where: string, ids: readonly string[]): Promise<Found[]> {
    if (!may(viewer, 'view-person')) return [];
    const parameters: unknown[] = [ids];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const both = bothVisible(viewer, parameters);
    return this.database.query(
      `with recursive ${onePersonSql(
        `select distinct r.perpetrator_id, r.perpetrator_id from people.protected_person_record r where ${where} and r.perpetrator_id is not null`,
        both,
      )},
       placed (of, person, id, place, beyond) as (
         select one.of, min(one.id) over (partition by one.of), r.id,
                row_number() over (partition by one.of order by r.recorded_at, r.id) - 1, count(*) over (partition by one.of)
         from one join people.protected_person_record r on r.perpetrator_id = one.id)
       select r.doc, (p.id is null or ${visible}) as "isVisible", coalesce(placed.place, 0)::int as place, coalesce(placed.beyond, 1)::int as beyond,
              placed.person, (r.safeguarding_since at time zone 'Europe/London')::date::text as since
       from people.protected_person_record r
       left join people.perpetrator_record p on p.id = r.perpetrator_id
       left join placed on placed.of = r.perpetrator_id and placed.id = r.id where ${where} order by r.id`,
      parameters,
    );
  }
}

/** Since when somebody is looked after by the force that does now. */
interface Handed {
  /** The London day; null where they were never handed over, or where the reader does not need to know. */
  readonly since: LocalDate | null;
}

/** One who was found, with the place among `person`: who is protected from the same perpetrator. */
interface Found extends Handed {
  readonly doc: Doc;
  readonly isVisible: boolean;
  readonly place: number;
  /** The first place that nobody of these has. */
  readonly beyond: number;
  /** Names the perpetrator: one of their records. Null where the record does not say from whom the person is protected. */
  readonly person: string | null;
}

/**
 * The letters of the people of one page. They are those of their places. Whoever is protected from another perpetrator than the first has one
 * that nobody else on the page has.
 */
function lettersOf(people: readonly Found[]): readonly string[] {
  const [first] = people;
  const home = people.filter(({ person }) => person !== null && person === first?.person);
  let next = home[0]?.beyond ?? 0;
  return people.map((one) => letterAt(home.includes(one) ? one.place : next++));
}
