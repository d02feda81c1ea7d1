/** Messages of the driver's own errors, which have no code: the connection could not be had, or was lost with the answer. */
const lost = [
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
];

/** A socket of the operating system that could not be opened, or broke. */
const sockets = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'];

/** PostgreSQL's classes: connection exceptions, the server shuts down or starts, too many connections. */
const states = /^(08|57P|53300)/;

/**
 * Whether something failed because the database does not answer at present: it cannot be reached, went away under the call, starts or stops.
 * Then nothing is wrong with what was asked, and a later try may succeed. Looks into what an error wraps.
 */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  const { message, code, severity, driverError, errors, cause } = error as Readonly<Record<string, unknown>>;
  if (typeof code === 'string' && (sockets.includes(code) || (severity !== undefined && states.test(code)))) return true;
  if (typeof message === 'string' && lost.includes(message)) return true;
  const within = [driverError, cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return within.some((one) => one !== error && isDatabaseAway(one, depth + 1));
}
