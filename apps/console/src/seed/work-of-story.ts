import { demonstrationUsers } from '#access/module';
import type { Instant } from '#calendar';
import { taskIdOf } from '#deadlines';
import { AssignWork } from '#deadlines/module';
import type { Story } from './story.js';

/** The solicitor of the force is asked to see that the court gives the application a day; forces without one leave it to the team. */
export function assignApplication(story: Story, perpetratorId: string, applicationId: string, at: Instant): void {
  const solicitor = demonstrationUsers.find(({ role, force }) => role === 'legal' && force === story.force);
  if (!solicitor) return;
  const task = {
    taskId: taskIdOf({ id: `application-waits:${applicationId}` }),
    perpetratorId,
    force: story.force,
    readers: [solicitor.id],
  };
  const details = { to: solicitor.id, note: 'Please ring the listing office if nothing has come by the end of next week.' };
  story.add(at, (act) => new AssignWork([task], details, [solicitor.id], act));
}
