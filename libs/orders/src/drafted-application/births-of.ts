import { birthOf } from '#cases';
import type { Streams } from '#event-store';
import { perpetrators, protectedPeople } from '#people';
import { applications } from '../domain/application.js';
import { type Births, unknownBirths } from '../domain/application-draft/births.js';
import { contentIn } from '../domain/application-draft/missing.js';

/** When the respondent of a draft and those who suffered the acts were born, as their records say. */
export async function birthsOf(streams: Streams, applicationId: string): Promise<Births> {
  const { state } = await streams.load(applications, applicationId);
  if (state.is !== 'not-filed' || state.draft === null) return unknownBirths;
  const respondent = await streams.load(perpetrators, state.draft.perpetratorId);
  const victims = await Promise.all(contentIn(state.draft, 'people').victimIds.map((id) => streams.load(protectedPeople, id)));
  return { respondent: birthOf(respondent.state), victims: victims.map((one) => birthOf(one.state)) };
}
