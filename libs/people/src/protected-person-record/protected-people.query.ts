import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { may, maySeeContact, maySeeProtectedName, type Viewer, visiblePersonSql } from '#access';
import type { ContactPlan } from '../domain/contact-plan.js';
import type { SafeContact } from '../domain/events.js';
import type { ErasedProtectedPerson, ProtectedPersonRecord } from '../domain/protected-person.js';
import { heldBy, knownAs, type KnownAs } from './known-as.js';
import { letterAt } from '../domain/masking.js';

type Doc = ProtectedPersonRecord | ErasedProtectedPerson;

/** An order or application as far as it gives its force a part in the people it protects. */
export interface Protector {
  /** CJS code of the force that keeps the order or applied. */
  readonly force: string;
  readonly protectedPersonIds: readonly string[];
}

/** Protected people, for somebody who may know of them: a name only with a part in the record, the contact only for those who keep it. */
@Injectable()
export class ProtectedPeople {
  constructor(private readonly database: DataSource) {}

  /**
   * The people with these ids as this viewer may know them, in the order of `ids`, each with the letter of its place there, whether or
   * not all are found. Of somebody on the record of a perpetrator whom the viewer may not see, only the letter. `protectors`: orders and
   * applications; each gives its force a part in the people it protects, and in nobody else.
   */
  async knownAs(viewer: Viewer, ids: readonly string[], protectors: readonly Protector[] = []): Promise<KnownAs[]> {
    const order = [...new Set(ids)];
    const forcesOf = (id: string) =>
      protectors.filter(({ protectedPersonIds }) => protectedPersonIds.includes(id)).map(({ force }) => force);
    const found = await this.found(viewer, 'r.id = any ($1::text[])', order);
    const byId = new Map(found.map((one) => [one.doc.protectedPersonId, one]));
    return order.flatMap((id, place) => {
      const one = byId.get(id);
      return one ? [knownAs(viewer, one.doc, letterAt(place), { others: forcesOf(id), isVisible: one.isVisible })] : [];
    });
  }

  /** All who were recorded to be protected from this perpetrator, in an order that stays. */
  async protectedFrom(viewer: Viewer, perpetratorId: string): Promise<KnownAs[]> {
    const docs = await this.docs(viewer, 'r.perpetrator_id = any ($1::text[])', [perpetratorId]);
    return docs.map((doc, place) => knownAs(viewer, doc, letterAt(place)));
  }

  /** The whole record but for the contact and what is agreed of it; null when there is none for this viewer, who must be allowed to see the name. */
  async byId(
    viewer: Viewer,
    protectedPersonId: string,
  ): Promise<Omit<ProtectedPersonRecord, 'contact' | 'plan'> | ErasedProtectedPerson | null> {
    const doc = await this.doc(viewer, protectedPersonId);
    if (!doc || !maySeeProtectedName(viewer, heldBy(doc))) return null;
    if (doc.is === 'erased') return doc;
    const { contact: _contact, plan: _plan, ...record } = doc;
    return record;
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

  private async found(viewer: Viewer, where: string, ids: readonly string[]): Promise<{ doc: Doc; isVisible: boolean }[]> {
    if (!may(viewer, 'view-person')) return [];
    const parameters: unknown[] = [ids];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    return this.database.query(
      `select r.doc, (p.id is null or ${visible}) as "isVisible" from people.protected_person_record r
       left join people.perpetrator_record p on p.id = r.perpetrator_id where ${where} order by r.id`,
      parameters,
    );
  }
}
