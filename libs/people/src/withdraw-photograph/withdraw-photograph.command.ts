import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, SealedFiles, Streams } from '#event-store';
import { perpetrators } from '../domain/perpetrator.js';
import { withdrawPhotograph } from './withdraw-photograph.js';

export class WithdrawPhotograph extends Command<Receipt> {
  constructor(
    readonly perpetratorId: string,
    readonly photographId: string,
    readonly reason: string,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(WithdrawPhotograph)
export class WithdrawPhotographHandler implements ICommandHandler<WithdrawPhotograph> {
  constructor(
    private readonly streams: Streams,
    private readonly files: SealedFiles,
  ) {}

  /** The fact comes first: from then on nobody is shown the picture. Its bytes go second, since it may show somebody who has no part in this. */
  async execute({ perpetratorId, photographId, reason, act }: WithdrawPhotograph): Promise<Receipt> {
    const receipt = await this.streams.transact(perpetrators, perpetratorId, act, (state) =>
      withdrawPhotograph(state, act, photographId, reason),
    );
    const { state } = await this.streams.load(perpetrators, perpetratorId);
    const gone = state.is === 'recorded' ? state.photographs.find((one) => one.photographId === photographId) : undefined;
    if (gone?.withdrawn) await this.files.remove(gone.contentId);
    return receipt;
  }
}
