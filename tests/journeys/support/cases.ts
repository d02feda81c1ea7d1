import { day } from './days.js';
import type { Fields } from './form.js';
import { type Desk, idIn } from './story.js';

/** Opens a case with the form: the id. */
export async function openCase(
  desk: Desk,
  perpetratorId: string,
  { people = [], opened, ...more }: { readonly people?: readonly string[]; readonly opened?: string } & Fields = {},
): Promise<string> {
  const fields = { source: 'victim', ...(people.length > 0 ? { protectedPersonIds: people } : {}), ...(opened ? { on: day(opened) } : {}) };
  return idIn(await desk.does(`/perpetrators/${perpetratorId}/cases/new`, { ...fields, ...more }));
}

/** What was told. `when` is `2026-06-08 15:00`, or a day whose hour nobody knows. */
interface ToldIncident {
  readonly when: string;
  readonly conduct: readonly string[];
  readonly account?: string;
  readonly people?: readonly string[];
}

/** Records an incident with the form: its id. */
export async function recordIncident(desk: Desk, caseId: string, told: ToldIncident, more: Fields = {}): Promise<string> {
  const [on = '', time] = told.when.split(' ');
  const before = await incidentsOf(desk, caseId);
  await desk.does(`/cases/${caseId}/incidents/new`, {
    ...{ on: day(on), conduct: told.conduct, account: told.account ?? 'As told' },
    ...(time === undefined ? {} : { time }),
    ...(told.people === undefined ? {} : { protectedPersonIds: told.people }),
    ...more,
  });
  return (await incidentsOf(desk, caseId)).find((id) => !before.includes(id)) ?? '';
}

async function incidentsOf(desk: Desk, caseId: string): Promise<string[]> {
  const { incidents } = await desk.reads<{ incidents: readonly { readonly incidentId: string }[] }>(`/cases/${caseId}`);
  return incidents.map(({ incidentId }) => incidentId);
}
