import { png } from '../../../libs/people/src/record-photograph/specimen-pictures.fixture.js';
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

/** One force asks the other (`to`, by CJS code) with the form to look after somebody, and that one accepts. */
export async function handOver(from: Desk, other: Desk, to: string, protectedPersonId: string): Promise<void> {
  await from.does(`/protected-people/${protectedPersonId}/safeguarding`, { to });
  await other.does(`/protected-people/${protectedPersonId}/handover`, { answer: 'accept' });
}

/** Adds a drawn photograph to the record of the desk's force: the id. */
export async function photographOf(
  desk: Desk,
  perpetratorId: string,
  told: Record<string, string> = {},
  bytes = png(120, 160),
): Promise<string> {
  const client = await desk.client();
  const path = `/api/v1/perpetrators/${perpetratorId}/photographs`;
  const answer = await client.uploadToApi(path, { source: 'custody', ...told }, { name: 'drawn.png', bytes });
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status} ${answer.text} to ${desk.userName}`);
  return String(answer.body['id']);
}

/** Searches by name with the form: the names found, and the page. */
export async function found(desk: Desk, name: string): Promise<string[]> {
  const client = await desk.client();
  return (await client.submit('/search', { name })).all('.ow-hit h2');
}
