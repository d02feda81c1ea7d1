import type { Answer } from '../../support/client.js';
import { day, instant, moment } from './days.js';
import type { Fields } from './form.js';
import { type Desk, idIn } from './story.js';

/** A clause of an order as a lawyer keys it. */
export interface Clause {
  readonly code: string;
  readonly wording: string;
  /** The blanks of its kind, as their inputs take them. */
  readonly parameters?: Fields;
  /** Why it is necessary. */
  readonly necessity?: string;
}

export const noContact: Clause = { code: 'NC-DIR', wording: 'Not to contact or try to contact the protected person by any means' };
export const keepAway: Clause = {
  code: 'AP-DIST',
  wording: 'Not to come knowingly within 200 metres of the protected person',
  parameters: { metres: '200' },
};

/** What a sealed order says. `until` is its last day, null for until further order. */
export interface Sealed {
  /** `2026-05-14 10:40` */
  readonly made: string;
  readonly until: string | null;
  readonly court?: string;
  readonly present?: boolean;
  readonly conditions?: readonly Clause[];
}

const clauses = (conditions: readonly Clause[]): Fields[] =>
  conditions.map(({ code, wording, parameters, necessity }, nth) => ({
    ...{ number: String(nth + 1), code, wording },
    ...(parameters === undefined ? {} : { parameters }),
    ...(necessity === undefined ? {} : { necessity }),
  }));

const end = (until: string | null): Fields => (until === null ? { is: 'until-further-order' } : { is: 'fixed', lastDay: day(until) });

/** The same as the inputs of a form take it. */
export function sealedFields({ made, until, court = 'Testville', present, conditions = [noContact] }: Sealed): Fields {
  return {
    ...{ courtName: court, made: moment(made), end: end(until), conditions: clauses(conditions) },
    ...(present === undefined ? {} : { respondentPresent: present ? 'yes' : 'no' }),
  };
}

/** The same as JSON, for machines. */
export function draftJson({ made, until, court = 'Testville', present, conditions = [noContact] }: Sealed): Record<string, unknown> {
  return {
    ...{ courtName: court, made: momentJson(made) },
    end: until === null ? { is: 'until-further-order' } : { is: 'fixed', lastDay: until },
    ...(present === undefined ? {} : { respondentPresent: present }),
    conditions: conditions.map(({ code, wording, parameters }, nth) => ({
      ...{ number: nth + 1, code, wording },
      ...(parameters === undefined ? {} : { parameters }),
    })),
  };
}

/** A day with, where it is told, its time. */
export function momentJson(when: string): { on: string; at: string | null } {
  const [on = '', time] = when.split(' ');
  return { on, at: time === undefined ? null : instant(when) };
}

interface Filing {
  readonly filed: string;
  readonly protects: readonly string[];
  readonly notice?: 'with' | 'without';
  readonly interim?: boolean;
  readonly grounds?: string;
}

/** Files an application by complaint with the form: its id. */
export async function fileApplication(desk: Desk, perpetratorId: string, filing: Filing): Promise<string> {
  const { filed, protects, notice = 'with', interim = true, grounds } = filing;
  return idIn(
    await desk.does(`/perpetrators/${perpetratorId}/applications/new`, {
      ...{ filedOn: day(filed), courtName: 'Testville', notice, areaBasis: 'resides', interimSought: interim ? 'yes' : 'no' },
      protectedPersonIds: protects,
      ...(grounds === undefined ? {} : { grounds }),
    }),
  );
}

/** The court makes an interim order: its id. */
export async function makeInterim(desk: Desk, applicationId: string, sealed: Sealed): Promise<string> {
  return idIn(await desk.does(`/applications/${applicationId}/interim`, sealedFields(sealed)));
}

/** The court grants the application: the id of the full order. */
export async function grant(desk: Desk, applicationId: string, sealed: Sealed, more: Fields = {}): Promise<string> {
  return idIn(await desk.does(`/applications/${applicationId}/grant`, { ...sealedFields(sealed), ...more }));
}

/** The application ends without an order. */
export async function endApplication(desk: Desk, applicationId: string, outcome: 'refused' | 'withdrawn', at: string): Promise<void> {
  await desk.does(`/applications/${applicationId}/end`, {
    ...{ outcome, at: moment(at), reason: 'not-necessary' },
    courtName: 'Testville',
  });
}

/** Serves the order, or the variation with this id. */
export async function serve(desk: Desk, orderId: string, at: string, document = 'order', more: Fields = {}): Promise<Answer> {
  return desk.does(`/orders/${orderId}/serve`, {
    ...{ document, at: moment(at), method: 'personal', proof: 'certificate', place: 'A street in Testville', by: 'PC 0001 Invented' },
    ...more,
  });
}

/** He notifies the police of his name and address. */
export async function notify(desk: Desk, orderId: string, at: string, about = 'initial'): Promise<void> {
  await desk.does(`/orders/${orderId}/notification`, {
    ...{ about, at: moment(at), station: 'Testville', officer: 'PC 0001 Invented', details: 'Name and home address' },
  });
}

/** Applies for an order and gets it, all with forms: the ids. */
export async function obtain(
  desk: Desk,
  perpetratorId: string,
  { filed, sealed, protects }: { readonly filed: string; readonly sealed: Sealed; readonly protects: readonly string[] },
): Promise<{ applicationId: string; orderId: string }> {
  const applicationId = await fileApplication(desk, perpetratorId, { filed, protects, interim: false });
  return { applicationId, orderId: await grant(desk, applicationId, sealed) };
}

/** Records an order that no application here began. */
export async function recordOrder(
  desk: Desk,
  perpetratorId: string,
  {
    kind,
    origin,
    protects,
    courtType,
    sealed,
  }: Readonly<Record<'kind' | 'origin' | 'courtType', string>> & { readonly protects: readonly string[]; readonly sealed: Sealed },
): Promise<string> {
  const path = `/perpetrators/${perpetratorId}/orders/new?kind=${kind}`;
  return idIn(await desk.does(path, { ...sealedFields(sealed), origin, courtType, protectedPersonIds: protects }));
}
