import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import type { WhyDeclined } from '../domain/events.js';
import { protectedPeople } from '../domain/protected-person.js';
import { answerHandover, type HandoverAnswer } from './answer-handover.js';

export class AnswerHandover extends Command<Receipt> {
  constructor(
    readonly protectedPersonId: string,
    readonly answer: HandoverAnswer,
    readonly because: WhyDeclined | null,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AnswerHandover)
export class AnswerHandoverHandler implements ICommandHandler<AnswerHandover> {
  constructor(private readonly streams: Streams) {}

  execute({ protectedPersonId, answer, because, act }: AnswerHandover): Promise<Receipt> {
    return this.streams.transact(protectedPeople, protectedPersonId, act, (state) => answerHandover(state, act, answer, because));
  }
}
