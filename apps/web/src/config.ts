import { isForce } from '#access';
import { fictionalControlRooms } from '#histories';

/** How this process runs. Made once from the environment; nothing else reads it. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Null: PostgreSQL from the npm package, in the data folder. */
  readonly databaseUrl: string | null;
  /** Where the embedded database and the generated master key live. */
  readonly dataFolder: string;
  readonly eventStore: 'postgres' | 'kurrentdb';
  readonly kurrentdbUrl: string | null;
  /** Base64 of 32 bytes, or `1:base64,2:base64`. Null: generated into the data folder (embedded database only). */
  readonly masterKey: string | null;
  readonly demo: boolean;
  /** Whether this process keeps the read models up to date; another one must when false. */
  readonly runProjections: boolean;
  readonly logLevel: LogLevel;
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  /** After how many hours an officer's device wipes what it carries for when there is no signal. 0: offline use is switched off. */
  readonly offlineHours: number;
  /** The number of each force's control room, by CJS code. */
  readonly controlRooms: Readonly<Record<string, string>>;
  /** Most megabytes (1,048,576 bytes) an uploaded exhibit may have. */
  readonly exhibitMegabytes: number;
  /** Whether a proxy in front says who the caller is (`x-forwarded-for`) and that it came by https. */
  readonly trustProxy: boolean;
  /** What whoever reads the metrics from another machine shows as a bearer token. Null: they are read on this machine only. */
  readonly metricsToken: string | null;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

/** Every wrong value at once, a sentence each. Repeats no value: some are secrets. */
export class WrongConfig extends Error {
  override readonly name = 'WrongConfig';

  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
  }
}

/** The configuration that `env` describes. Throws `WrongConfig`. An empty variable counts as unset. */
export function readConfig(env: Environment = process.env): Config {
  const wrong: string[] = [];
  const text = (name: string): string | null => env[name]?.trim() || null;
  const number = (name: string, usual: number, min: number, max: number): number => {
    const given = text(name);
    if (given === null) return usual;
    const value = /^\d{1,9}$/.test(given) ? Number(given) : NaN;
    if (value >= min && value <= max) return value;
    wrong.push(`${name} must be a whole number from ${min} to ${max}.`);
    return usual;
  };
  const choice = <const Choices extends readonly string[]>(name: string, choices: Choices, usual: Choices[number]): Choices[number] => {
    const given = text(name) ?? usual;
    const chosen = choices.find((one) => one === given);
    if (chosen === undefined) wrong.push(`${name} must be one of ${choices.join(', ')}.`);
    return chosen ?? usual;
  };
  const address = (name: string, protocols: readonly string[]): string | null => {
    const given = text(name);
    if (given === null || (URL.canParse(given) && protocols.includes(new URL(given).protocol))) return given;
    wrong.push(`${name} must be an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}.`);
    return null;
  };

  const databaseUrl = address('DATABASE_URL', ['postgres:', 'postgresql:']);
  const embedded = text('DATABASE_URL') === null;
  const eventStore = choice('EVENT_STORE', ['postgres', 'kurrentdb'], 'postgres');
  const kurrentdbUrl = address('KURRENTDB_URL', ['kurrentdb:', 'kurrentdb+discover:', 'esdb:', 'esdb+discover:']);
  if (eventStore === 'kurrentdb') wrong.push('EVENT_STORE must be postgres: this version has no adapter for KurrentDB yet.');
  const masterKey = text('MASTER_KEY');
  if (masterKey !== null && !isMasterKey(masterKey))
    wrong.push('MASTER_KEY must be 32 bytes in base64, made for instance by: openssl rand -base64 32');
  if (masterKey === null && !embedded)
    wrong.push('MASTER_KEY must be set when DATABASE_URL is: without it the personal data there cannot be read again.');
  const demo = choice('DEMO', ['true', 'false'], embedded ? 'true' : 'false') === 'true';
  if (demo && !embedded) wrong.push('DEMO must not be true when DATABASE_URL is set: its sign-ins need no password.');

  const metricsToken = text('METRICS_TOKEN');
  if (metricsToken !== null && !/^[\x21-\x7e]{16,200}$/.test(metricsToken))
    wrong.push('METRICS_TOKEN must be 16 to 200 characters without spaces, made for instance by: openssl rand -hex 32');

  const controlRooms = text('CONTROL_ROOMS') === null ? null : readControlRooms(text('CONTROL_ROOMS') ?? '');
  if (controlRooms === 'wrong')
    wrong.push(
      "CONTROL_ROOMS must list forces by CJS code with the number of each one's control room, like: 46=01632 960046; 42=01632 960042",
    );

  const config: Config = {
    port: number('PORT', 3000, 0, 65_535),
    host: text('HOST') ?? '127.0.0.1',
    databaseUrl,
    dataFolder: text('ORDERWATCH_DATA') ?? '.data',
    eventStore,
    kurrentdbUrl,
    masterKey,
    demo,
    runProjections: choice('RUN_PROJECTIONS', ['true', 'false'], 'true') === 'true',
    logLevel: choice('LOG_LEVEL', logLevels, 'info'),
    sessionIdleMinutes: number('SESSION_IDLE_MINUTES', 20, 1, 1_440),
    sessionHours: number('SESSION_HOURS', 12, 1, 168),
    offlineHours: number('OFFLINE_HOURS', 12, 0, 72),
    controlRooms: controlRooms === 'wrong' ? {} : (controlRooms ?? (demo ? fictionalControlRooms : {})),
    exhibitMegabytes: number('EXHIBIT_MEGABYTES', 10, 1, 100),
    trustProxy: choice('TRUST_PROXY', ['true', 'false'], 'false') === 'true',
    metricsToken,
  };
  if (wrong.length > 0) throw new WrongConfig(wrong);
  return config;
}

/** `46=01632 960046; 42=01632 960042` */
function readControlRooms(text: string): Readonly<Record<string, string>> | 'wrong' {
  const entries = text.split(';').flatMap((item) => (item.trim() === '' ? [] : [item.split('=').map((part) => part.trim())]));
  const fits = entries.every(([cjs, phone = '', ...more]) => isForce(cjs) && /^\+?\d[\d ]{2,20}$/.test(phone) && more.length === 0);
  return fits ? Object.fromEntries(entries.map(([cjs = '', phone = '']) => [cjs, phone])) : 'wrong';
}

function isMasterKey(text: string): boolean {
  return text.split(',').every((item) => Buffer.from(item.replace(/^\d{1,3}:/, '').trim(), 'base64').length === 32);
}
