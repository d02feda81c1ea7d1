import type { ExhibitPlace } from '#cases';
import type { Fact } from '#event-sourcing';
import type { StoredEvent } from '#event-store';

/** The record whose people or files the event adds to; null for all others. It reads plain data only. */
export function placeNamedIn({ type, data }: Pick<StoredEvent, 'type' | 'data'>): ExhibitPlace | null {
  const said = data as { readonly place?: ExhibitPlace; readonly caseId?: string; readonly applicationId?: string };
  switch (type) {
    case 'ExhibitReceived':
      return said.place ?? null;
    case 'IncidentRecorded':
      return said.caseId === undefined ? null : { kind: 'case', id: said.caseId };
    case 'ProtectedPeopleNamed':
    case 'ApplicationFiled':
      return said.applicationId === undefined ? null : { kind: 'application', id: said.applicationId };
    default:
      return null;
  }
}

/**
 * Everybody whom the facts of one record name as protected or as a victim. A section of an application in preparation is saved as a whole: who
 * was taken out of it again is not meant.
 */
export function namedIn(facts: readonly Fact[]): readonly string[] {
  const saved = facts.findLast(({ type }) => type === 'ProtectedPeopleNamed');
  const counted = facts.filter((fact) => fact.type !== 'ProtectedPeopleNamed' || fact === saved);
  return [...new Set(counted.flatMap(({ data }) => [...idsIn(data, 'protectedPersonIds'), ...idsIn(data, 'victimIds')]))];
}

function idsIn(data: object, name: 'protectedPersonIds' | 'victimIds'): readonly string[] {
  const ids = (data as Readonly<Record<string, unknown>>)[name];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
