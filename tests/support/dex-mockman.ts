import { type Act, type Fact, personal, type StreamType } from '#event-sourcing';
import { Streams } from '#event-store';
import { Projector } from '#event-store/module';
import { type ConditionVersionPlain, type ConditionWords, type Moment, type OrderFact, orders } from '#orders';
import { type Identity, type PerpetratorFact, perpetrators, protectedPeople, type ProtectedPersonFact } from '#people';
import { v5 } from 'uuid';
import type { Service } from './service.js';

// A fictional man under a stalking protection order that was not served and a restraining order made in his presence.

const id = (name: string) => v5(name, '6f2f0f5e-6f3f-4d77-9a64-0f7f3a5f7a11');
export const dex = id('Dex Mockman');
export const nora = id('Nora Nonesuch');
export const spo = id('spo');
export const restraining = id('restraining order');
const made: Moment = { on: '2026-05-14', at: '2026-05-14T09:00:00.000Z' };

const condition = (name: string, number: number, code: ConditionVersionPlain['code']): ConditionVersionPlain => ({
  ...{ conditionId: id(name), versionId: id(`${name} 1`), number, code },
  ...{ category: 'prohibition', locality: 'uk', end: null },
});
export const contact = condition('no contact', 1, 'NC-DIR');
export const distance = condition('distance', 2, 'AP-DIST');
export const noContact = condition('no contact under the restraining order', 1, 'NC-DIR');

/** What a tick on the form sends. */
export const keyOf = (order: string, { conditionId, versionId }: ConditionVersionPlain) => `${order}/${conditionId}/${versionId}`;

/** Records facts as they are and waits until they are shown. */
export type Recorder = <F extends Fact>(type: StreamType<unknown, F>, stream: string, ...facts: readonly F[]) => Promise<void>;

/** Dex Mockman, Nora Nonesuch and his two orders. */
export async function recordDexMockman(service: Service): Promise<Recorder> {
  let commands = 0;
  const record: Recorder = async (type, stream, ...facts) => {
    const commandId = id(`command ${(commands += 1)}`);
    const act: Act = { by: 'set-up', force: '46', at: service.clock.now(), commandId, digest: commandId, correlationId: commandId };
    const { position } = await service.app.get(Streams).transact(type, stream, act, () => facts);
    const projector = service.app.get(Projector);
    if (await projector.waitFor(position ?? '', 10_000)) return;
    throw new Error((await projector.status()).map(({ failure }) => failure ?? '').join(' '));
  };
  await record<PerpetratorFact>(perpetrators, dex, {
    type: 'PerpetratorRecorded',
    data: { perpetratorId: dex, force: '46' },
    personal: { identity: personal([dex], identity('Dex', 'Mockman')) },
  });
  await record<ProtectedPersonFact>(protectedPeople, nora, {
    type: 'ProtectedPersonRecorded',
    data: { protectedPersonId: nora, force: '46' },
    personal: {
      identity: personal([nora], identity('Nora', 'Nonesuch')),
      contact: personal([nora], { phone: null, email: null, address: null, safeTimes: null }),
    },
  });
  await record<OrderFact>(orders, spo, orderMade(spo, 'spo', [contact, distance], false));
  await record<OrderFact>(orders, restraining, orderMade(restraining, 'restraining-conviction', [noContact], true));
  return record;
}

function identity(given: string, family: string): Identity {
  return { name: { given, family }, dateOfBirth: '1988-03-04', sex: 'unknown' };
}

function orderMade(
  orderId: string,
  kind: 'spo' | 'restraining-conviction',
  conditions: readonly ConditionVersionPlain[],
  present: boolean,
): OrderFact {
  const words = (text: string) => personal<ConditionWords>([dex], { wording: text, parameters: {}, locality: null, necessity: null });
  return {
    type: 'OrderMade',
    data: {
      ...{ orderId, perpetratorId: dex, force: '46', kind, applicationId: null, origin: kind === 'spo' ? 'application' : 'conviction' },
      ...{ court: { type: 'magistrates', name: 'Testville' }, made, end: { is: 'until-further-order' }, respondentPresent: present },
      ...{ withNotice: true, protectedPersonIds: [nora], locality: 'uk', replaces: null, conditions },
    },
    personal: Object.fromEntries(conditions.map(({ versionId, code }) => [`words:${versionId}`, words(`The words of ${code}`)])),
  };
}
