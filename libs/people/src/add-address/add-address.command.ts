import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { perpetrators } from '../domain/perpetrator.js';
import { idFrom } from '#pages';
import { addAddress, type NewAddress } from './add-address.js';

/** The id under which a command keeps it: the same whenever it is sent. */
export function newAddressId(commandId: string): string {
  return idFrom(commandId, 'address');
}

export class AddAddress extends Command<Receipt> {
  constructor(
    readonly perpetratorId: string,
    readonly address: Omit<NewAddress, 'addressId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AddAddress)
export class AddAddressHandler implements ICommandHandler<AddAddress> {
  constructor(private readonly streams: Streams) {}

  execute({ perpetratorId, address, act }: AddAddress): Promise<Receipt> {
    return this.streams.transact(perpetrators, perpetratorId, act, (state) =>
      addAddress(state, act, { ...address, addressId: newAddressId(act.commandId) }),
    );
  }
}
