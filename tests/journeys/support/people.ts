import { day } from './days.js';
import type { Fields } from './form.js';
import { type Desk, idIn } from './story.js';

interface Told {
  readonly given: string;
  readonly family: string;
  /** `1988-03-04` */
  readonly born?: string;
  readonly sex?: 'female' | 'male';
}

const identity = ({ given, family, born, sex }: Told): Fields => ({
  ...{ given, family, sex: sex ?? 'male' },
  ...(born === undefined ? {} : { dateOfBirth: day(born) }),
});

/** Records a perpetrator with the form: the id. */
export async function perpetrator(desk: Desk, told: Told, more: Fields = {}): Promise<string> {
  return idIn(await desk.does('/perpetrators/new', { ...identity(told), ...more }));
}

/** Records somebody whom an order against this perpetrator is to protect: the id. */
export async function protectedPerson(desk: Desk, perpetratorId: string, told: Told, more: Fields = {}): Promise<string> {
  return idIn(await desk.does(`/perpetrators/${perpetratorId}/protected-people/new`, { ...identity({ sex: 'female', ...told }), ...more }));
}

/** Searches by name with the form: the names found, and the page. */
export async function found(desk: Desk, name: string): Promise<string[]> {
  const client = await desk.client();
  return (await client.submit('/search', { name })).all('.ow-hit h2');
}
