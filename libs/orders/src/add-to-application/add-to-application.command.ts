import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Role } from '#access';
import { londonDate } from '#calendar';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { applications } from '../domain/application.js';
import { unknownBirths } from '../domain/application-draft/births.js';
import { birthsOf } from '../drafted-application/births-of.js';
import type { TypedAct, TypedEvidence } from '../domain/application-draft/written.js';
import { addAct, addEvidence } from './add-to-application.js';

export class AddToApplication extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly added: { readonly act: TypedAct } | { readonly item: TypedEvidence },
    readonly role: Role,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AddToApplication)
export class AddToApplicationHandler implements ICommandHandler<AddToApplication> {
  constructor(private readonly streams: Streams) {}

  async execute({ applicationId, added, role, act }: AddToApplication): Promise<Receipt> {
    const writer = { userId: act.by, role, force: act.force };
    const today = londonDate(act.at);
    const births = 'act' in added ? await birthsOf(this.streams, applicationId) : unknownBirths;
    return this.streams.transact(applications, applicationId, act, (state) =>
      'act' in added ? addAct(state, added.act, writer, today, births) : addEvidence(state, added.item, writer, today),
    );
  }
}
