import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

/** Stands where no password opens an account. */
export const noPassword = 'none';

/** Argon2id with the OWASP minimum: 19 MiB, two passes. About 50 ms. */
export function hashPassword(password: string): Promise<string> {
  return argon2id({
    password,
    salt: randomBytes(16),
    parallelism: 1,
    iterations: 2,
    memorySize: 19_456,
    hashLength: 32,
    outputType: 'encoded',
  });
}

let decoy: Promise<string> | undefined;

/** Whether `password` opens `hash`. Takes as long for an account that is not there (null). */
export async function passwordFits(password: string, hash: string | null): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const real = hash !== null && hash !== noPassword;
  const fits = await argon2Verify({ password: password || ' ', hash: real ? hash : await decoy });
  return fits && real;
}
