import { randomUUID } from 'node:crypto';
import { forces, isRole, roles } from '#access';
import { AccessLog, atConsole, type Change, type User, Users } from '#access/module';
import { SystemClock } from '#event-store';
import { withDatabase, withParts } from '../surroundings.js';
import { columns, Failed, type Terminal, UsageError } from '../terminal.js';
import type { ConsoleCommand, Given } from './command.js';

export const user: ConsoleCommand = {
  name: 'user',
  usage: [
    'list',
    `add <user name> --name <name to show> --role <${roles.join('|')}> --force <CJS code>`,
    'password <user name>',
    'deactivate <user name>',
    'activate <user name>',
  ],
  about: 'Lists, opens and closes accounts, and gives them new passwords.',
  details: [
    'The password is asked for, or read from the first line of standard input. A person must change it at the next sign-in.',
    'Closing an account, or giving it a password, ends its sessions. The access log keeps what was done here, by “console”.',
  ],
  options: { name: { type: 'string' }, role: { type: 'string' }, force: { type: 'string' } },
  words: [1, 2],
  async run(given) {
    const [what] = given.words;
    const work = what === undefined ? undefined : works[what];
    if (!work)
      throw new UsageError(
        `Say what to do with accounts: ${Object.keys(works)
          .map((one) => `user ${one}`)
          .join(', ')}.`,
      );
    await work(given);
  },
};

const works: Readonly<Record<string, (given: Given) => Promise<void>>> = { list, add, password: givePassword, deactivate, activate };

async function list(given: Given): Promise<void> {
  const rows = await withUsers(given, (users) => users.list());
  const lines = rows.map(({ userName, displayName, role, force, active }) => [
    userName,
    displayName,
    role,
    force,
    active ? 'open' : 'closed',
  ]);
  for (const line of columns([['user name', 'name', 'role', 'force', 'account'], ...lines])) given.terminal.say(line);
}

async function add(given: Given): Promise<void> {
  const { terminal, options } = given;
  const userName = named(given);
  if (!/^[a-z0-9._-]{1,60}$/.test(userName)) throw new UsageError('A user name is up to 60 letters, digits, dots and dashes.');
  const { role, force } = options;
  if (!isRole(role)) throw new UsageError(`--role must be one of ${roles.join(', ')}.`);
  const known = forces.find(({ cjs }) => cjs === force);
  if (!known) throw new UsageError("--force must be a force's CJS code, for instance 46 for Kent.");
  const displayName = String(options['name'] ?? '').trim();
  if (displayName === '') throw new UsageError('--name must be the name to show, in quotes when it has spaces.');
  const password = await newPassword(terminal);
  const created = await withUsers(given, (users) =>
    users.create(randomUUID(), { userName, displayName, role, force: known.cjs, password }, here()),
  );
  if (!created) throw new Failed(`The user name ${userName} is taken. Choose another.`);
  terminal.say(`The account ${userName} is open.`);
}

async function deactivate(given: Given): Promise<void> {
  const userName = await withAccount(given, (users, { id }) => users.setActive(id, false, here()));
  given.terminal.say(`The account ${userName} is closed and its sessions are over.`);
}

async function activate(given: Given): Promise<void> {
  const userName = await withAccount(given, (users, { id }) => users.setActive(id, true, here()));
  given.terminal.say(`The account ${userName} is open again.`);
}

async function givePassword(given: Given): Promise<void> {
  named(given);
  const chosen = await newPassword(given.terminal);
  const userName = await withAccount(given, async (users, { id, userName: name }) => {
    if (!(await users.givePassword(id, chosen, here())))
      throw new Failed(`${name} is an account of the demonstration, which has no password.`);
  });
  given.terminal.say(`The account ${userName} has a new password, and its sessions are over.`);
}

/** Does something to the account that is named; its user name. */
async function withAccount(given: Given, work: (users: Users, account: User) => Promise<void>): Promise<string> {
  const userName = named(given);
  const found = await withUsers(given, async (users) => {
    const account = await users.byName(userName);
    if (account) await work(users, account);
    return account !== null;
  });
  if (!found) throw new Failed(`There is no account called ${userName}. See: npm run console -- user list`);
  return userName;
}

function here(): Change {
  return { viewer: atConsole, route: 'console', correlationId: randomUUID() };
}

function named({ words }: Given): string {
  const name = words[1]?.trim().toLowerCase();
  if (!name) throw new UsageError(`Say whose account: user ${words[0]} <user name>.`);
  return name;
}

async function newPassword(terminal: Terminal): Promise<string> {
  const password = await terminal.secret('Password (12 characters or more): ');
  if (password.length < 12) throw new UsageError('A password has 12 characters or more. Nothing was changed.');
  return password;
}

function withUsers<T>({ config }: Given, work: (users: Users) => Promise<T>): Promise<T> {
  const clock = new SystemClock();
  // Nobody's record is looked at here.
  const nobody = { of: () => Promise.resolve([]) };
  return withDatabase(config, (surroundings) =>
    withParts(surroundings, ({ database, sealer }) => work(new Users(database, clock, new AccessLog(database, clock, sealer, nobody)))),
  );
}
