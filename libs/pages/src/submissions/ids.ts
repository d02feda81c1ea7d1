import { v4, v5, validate } from 'uuid';

/** The id of the command a form will send: made when the form is first shown, kept when it is shown again. */
export function newCommandId(): string {
  return v4();
}

/** An id that follows from the command's: a form sent twice makes one record. `name` tells several ids of one command apart. */
export function idFrom(commandId: string, name: string): string {
  return v5(name, commandId);
}

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && validate(value);
}

const idempotency = '6f1c0a52-55a1-5b8e-9a0e-3a4b1f6c2d10';

/** The command id for a machine's `Idempotency-Key`: the same key of another caller is another command. */
export function commandIdForKey(userId: string, key: string): string {
  return v5(`${userId}\n${key}`, idempotency);
}
