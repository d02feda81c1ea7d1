import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Users } from '#access/module';
import { breaches } from '#breaches';
import { ReviewFlag, TellVictim } from '#breaches/module';
import { type LocalDate, londonDate, startOfDay } from '#calendar';
import { type Act, type Envelope, Refusal } from '#event-sourcing';
import { Clock, EventStore, type Receipt, Sealer, Streams } from '#event-store';
import { Projector, type Reaction } from '#event-store/module';
import { SealForNamed, TellOwningForces } from '#histories/module';
import { idFrom } from '#pages';
import { FindLinks } from '#people/module';
import { keepingInTouch } from './keeping-in-touch.js';
import { Playing } from './playing.js';
import type { Review, Step } from './story.js';
import { after } from './times.js';
import { demonstration, type Size, usualSize } from './world.js';

/** How far it is: commands sent, of how many. */
export type SeedProgress = (done: { readonly sent: number; readonly of: number }) => void;

/** What is in the store: nothing, a demonstration that was not finished, a whole one, or records of another origin. */
export type DemonstrationState = 'empty' | 'unfinished' | 'whole' | 'other-records';

export interface SeedOptions {
  readonly seed?: string;
  /** The day on which the demonstration ends; the clock's unless told. */
  readonly today?: LocalDate;
  readonly size?: Size;
  /** Record it also beside records of another origin. */
  readonly beside?: boolean;
}

export interface Seeded {
  /** Commands that make up the demonstration. */
  readonly commands: number;
  readonly seconds: number;
}

/** There are records already that are none of the demonstration. */
export class OtherRecords extends Error {
  override readonly name = 'OtherRecords';

  constructor() {
    super('There are records here already that are not of the demonstration. Nothing was loaded.');
  }
}

const AT_ONCE = 16;
const FLAG_PATIENCE_MS = 30_000;
const READ_MODELS_PATIENCE_MS = 120_000;

/** The recorder of a force's share of the demonstration: no user, and nobody can sign in as it. */
export function demonstrationRecorder(force: string): string {
  return `demonstration:${force}`;
}

/**
 * Loads the demonstration by the commands everybody uses, with times of recording in the past. What was loaded before, wholly or in part,
 * is gone on with: command ids follow from the seed and the day it began, so nothing is recorded twice. Throws `OtherRecords`.
 */
export async function seedDemonstration(
  context: INestApplicationContext,
  progress: SeedProgress = () => undefined,
  options: SeedOptions = {},
): Promise<Seeded> {
  const since = performance.now();
  const begun = await began(context.get(EventStore));
  if (begun === 'otherwise' && !options.beside) throw new OtherRecords();
  const { seed, today, size } = typeof begun === 'object' && begun !== null ? begun : begins(context, options);
  await context.get(Users).createDemonstration();
  const { steps, reviews } = demonstration(seed, today, size);
  const correlationId = [MARK, seed, today, size.people, size.months].join('|');
  const sender = new Sender(context, correlationId);
  const of = steps.length + reviews.length;
  let sent = 0;
  const count = (): void => progress({ sent: (sent += 1), of });
  await new Playing(AT_ONCE).play(steps, async (step) => {
    await sender.send(step);
    count();
  });
  const inTouch = await keepingInTouch(context.get(EventStore), context.get(Streams), { today, limit: startOfDay(today), correlationId });
  await new Playing(AT_ONCE).play(inTouch, async (step) => void (await sender.send(step)));
  for (const review of reviews) {
    await sender.look(review);
    count();
  }
  await followed(context);
  return { commands: of + inTouch.length, seconds: (performance.now() - since) / 1_000 };
}

/** Waits until all that follows on what was recorded is recorded too, and the read models show it. */
async function followed(context: INestApplicationContext): Promise<void> {
  const store = context.get(EventStore);
  for (const reaction of [FindLinks, TellOwningForces, SealForNamed]) {
    const head = await store.head();
    if (head !== null) await context.get<Reaction>(reaction).waitFor(head, READ_MODELS_PATIENCE_MS);
  }
  const head = await store.head();
  if (head !== null) await context.get(Projector).waitFor(head, READ_MODELS_PATIENCE_MS);
}

/** What of a demonstration is in the store. */
export async function demonstrationState(context: INestApplicationContext): Promise<DemonstrationState> {
  const begun = await began(context.get(EventStore));
  if (begun === null) return 'empty';
  if (begun === 'otherwise') return 'other-records';
  // Looks at flags come last, one after the other.
  const last = demonstration(begun.seed, begun.today, begun.size).reviews.at(-1);
  if (!last) return 'unfinished';
  const { state } = await context.get(Streams).load(breaches, last.breachId);
  return state.flags.some(({ orderId, review }) => orderId === last.orderId && review !== null) ? 'whole' : 'unfinished';
}

interface Begun {
  readonly seed: string;
  readonly today: LocalDate;
  readonly size: Size;
}

const MARK = 'demonstration';

function begins(context: INestApplicationContext, { seed = 'orderwatch', today, size = usualSize }: SeedOptions): Begun {
  return { seed, today: today ?? londonDate(context.get(Clock).now()), size };
}

/** With what the demonstration in the store began: every fact of it carries that as its correlation. Null in an empty store. */
async function began(store: EventStore): Promise<Begun | 'otherwise' | null> {
  const [first] = await store.readAll(null, 1);
  if (!first) return null;
  const [mark, seed = '', today = '', people, months] = (first.meta as Envelope).correlationId.split('|');
  return mark === MARK ? { seed, today, size: { people: Number(people), months: Number(months) } } : 'otherwise';
}

class Sender {
  private readonly commands: CommandBus;
  private readonly streams: Streams;
  private readonly sealer: Sealer;
  private readonly clock: Clock;

  constructor(
    context: INestApplicationContext,
    private readonly correlationId: string,
  ) {
    this.commands = context.get(CommandBus);
    this.streams = context.get(Streams);
    this.sealer = context.get(Sealer);
    this.clock = context.get(Clock);
  }

  async send(step: Step): Promise<Receipt> {
    const { commandId, force, at, correlationId } = { ...step, correlationId: this.correlationId };
    const act = { by: demonstrationRecorder(force), force, at, commandId, correlationId };
    const asked = step.command({ ...act, digest: '' });
    const digest = this.sealer.digest(JSON.parse(JSON.stringify({ name: asked.constructor.name, asked })));
    const whole: Act = { ...act, digest };
    try {
      return await this.commands.execute(step.command(whole));
    } catch (error) {
      const why = error instanceof Refusal ? ` (${error.reason})` : '';
      throw new Error(`The demonstration could not be loaded: ${asked.constructor.name} of "${step.story}" was refused${why}`, {
        cause: error,
      });
    }
  }

  /** Looks at the flag, which a policy raises by itself some moments after what caused it, when those concerned have been told. */
  async look({ breachId, orderId, commandId, force, decision, note }: Review): Promise<void> {
    const until = performance.now() + FLAG_PATIENCE_MS;
    for (;;) {
      const { state } = await this.streams.load(breaches, breachId);
      const flag = state.flags.find((one) => one.orderId === orderId);
      if (flag?.review) return;
      if (flag) {
        const acted = (id: string, details: object): Act => ({
          by: demonstrationRecorder(force),
          force,
          at: this.clock.now(),
          commandId: id,
          digest: this.sealer.digest(details),
          correlationId: this.correlationId,
        });
        for (const protectedPersonId of state.protectedPersonIds) {
          const told = { protectedPersonId, at: after(flag.at, { hours: 3 }), of: 'order-change' as const };
          await this.commands.execute(new TellVictim(breachId, told, acted(idFrom(commandId, protectedPersonId), told)));
        }
        const details = { flagId: flag.flagId, decision, note, instead: null, samePerson: [] };
        await this.commands.execute(new ReviewFlag(breachId, details, acted(commandId, details)));
        return;
      }
      if (performance.now() > until) throw new Error('A breach whose order changed was not flagged: is the policy that flags running?');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
