import { v5 } from 'uuid';

/** The id of the breach that a report makes which is sent under this command id, a UUID: sent twice it is one. */
export function reportedUnder(commandId: string): string {
  return v5('breach', commandId);
}
