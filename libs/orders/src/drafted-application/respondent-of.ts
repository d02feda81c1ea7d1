import { refuse } from '#event-sourcing';
import type { Streams } from '#event-store';
import { applications } from '../domain/application.js';
import type { NoDraft } from '../domain/application-draft/required-draft.js';

/** Against whom an application is: it stands in the application alone and never changes. Refuses with `no-such-draft` where nothing is recorded. */
export async function respondentOf(streams: Streams, applicationId: string): Promise<string> {
  const { state } = await streams.load(applications, applicationId);
  const perpetratorId = state.is === 'not-filed' ? state.draft?.perpetratorId : state.perpetratorId;
  if (perpetratorId === undefined) throw refuse<NoDraft>('no-such-draft');
  return perpetratorId;
}
