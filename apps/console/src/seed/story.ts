import type { Command } from '@nestjs/cqrs';
import { addDays, type Instant, type LocalDate } from '#calendar';
import type { Act } from '#event-sourcing';
import type { Receipt } from '#event-store';
import { idFrom } from '#pages';
import { Chance } from './chance.js';

/** One command of the demonstration, before it is sent. */
export interface Step {
  /** Whose history it belongs to: the steps of one story are sent in order. */
  readonly story: string;
  /** When it is recorded. */
  readonly at: Instant;
  readonly force: string;
  readonly commandId: string;
  readonly command: (act: Act) => Command<Receipt>;
}

/** A person's look at what was flagged by itself meanwhile: sent last, when the flag is there. */
export interface Review {
  readonly force: string;
  readonly commandId: string;
  readonly breachId: string;
  readonly orderId: string;
  readonly decision: 'stands' | 'refer-to-prosecutor' | 'withdraw';
  readonly note: string;
}

/** What all stories of one demonstration share. */
export interface World {
  /** The same seed and the same today make the same world. */
  readonly seed: string;
  readonly today: LocalDate;
  /** Nothing is recorded from here on. */
  readonly limit: Instant;
}

/** Permanent: an interrupted seeding goes on only with the ids it began with. */
const COMMANDS = 'd3f1a9c0-6f3e-5d0b-8a55-0c6a6a1b7e42';

/** Days after which nothing is left undone. */
const KEPT_UP = 21;

/** The history of one perpetrator as it is made up: commands in the order in which they come to mind. */
export class Story {
  readonly chance: Chance;
  readonly reviews: Review[] = [];
  private readonly made: Step[] = [];
  private commands = 0;

  constructor(
    readonly world: World,
    readonly name: string,
    readonly force: string,
  ) {
    this.chance = new Chance(`${world.seed}|${name}`);
  }

  /** The id of one more command. */
  newCommandId(): string {
    this.commands += 1;
    return idFrom(COMMANDS, `${this.world.seed}|${this.world.today}|${this.name}|${this.commands}`);
  }

  /** Adds a command; what would be recorded after the limit is left out. Answers with its command id. */
  add(at: Instant, command: Step['command'], force = this.force): string {
    const commandId = this.newCommandId();
    if (at < this.world.limit) this.made.push({ story: this.name, at, force, commandId, command });
    return commandId;
  }

  /** Whether a duty of that day was done: offices keep up, so only of the last weeks is something left undone. `share`: how much of that is done. */
  wasDone(day: LocalDate, share: number): boolean {
    return this.chance.happens(share) || day < addDays(this.world.today, -KEPT_UP);
  }

  review(review: Omit<Review, 'commandId'>): void {
    this.reviews.push({ ...review, commandId: this.newCommandId() });
  }

  /** In the order of recording. */
  get steps(): readonly Step[] {
    return this.made.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }
}
