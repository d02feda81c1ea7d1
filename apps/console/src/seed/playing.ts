import type { Step } from './story.js';

/** Plays steps in the order of recording, several stories at a time, each story one step after the other. */
export class Playing {
  constructor(
    /** Most steps under way. */
    private readonly atOnce: number,
  ) {}

  /** Resolves when all are done. After the first failure nothing more is begun; it is thrown when what was under way has ended. */
  async play(steps: readonly Step[], send: (step: Step) => Promise<void>): Promise<void> {
    const tails = new Map<string, Promise<void>>();
    const underWay = new Set<Promise<void>>();
    const failures: unknown[] = [];
    for (const step of steps) {
      while (underWay.size >= this.atOnce) await Promise.race(underWay);
      if (failures.length > 0) break;
      const before = tails.get(step.story) ?? Promise.resolve();
      const work = before.then(async () => {
        if (failures.length > 0) return;
        await send(step).catch((error: unknown) => void failures.push(error));
      });
      tails.set(step.story, work);
      underWay.add(work);
      void work.then(() => underWay.delete(work));
    }
    await Promise.all(underWay);
    if (failures.length > 0) throw failures[0];
  }
}
