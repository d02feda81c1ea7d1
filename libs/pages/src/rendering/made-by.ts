import { SetMetadata } from '@nestjs/common';

export const MADE_BY = 'pages:made-by';

/** What a page shows that a reaction records. */
export interface MadeByReaction {
  /** The name under which the reaction runs. */
  readonly reaction: string;
  /** What it makes, in words that complete "Not all … are shown". */
  readonly makes: string;
}

/** This page shows what a reaction makes out of recorded facts, so it must say when the reaction is behind. On a method or a controller. */
export const MadeBy = (reaction: string, makes: string): MethodDecorator & ClassDecorator =>
  SetMetadata(MADE_BY, { reaction, makes } satisfies MadeByReaction);
