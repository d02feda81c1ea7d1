import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Role } from '#access';
import { londonDate } from '#calendar';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { nameable, protectedPeople } from '#people';
import { assertMayName } from '#people/module';
import { applications } from '../domain/application.js';
import { unknownBirths } from '../domain/application-draft/births.js';
import { birthsOf } from '../drafted-application/births-of.js';
import { writeSection } from './write-section.js';
import type { Written } from '../domain/application-draft/written.js';

export class WriteSection extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly written: Written,
    /** The revision of the section that the writer was shown. */
    readonly seen: number,
    readonly role: Role,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(WriteSection)
export class WriteSectionHandler implements ICommandHandler<WriteSection> {
  constructor(private readonly streams: Streams) {}

  async execute({ applicationId, written, seen, role, act }: WriteSection): Promise<Receipt> {
    const births = written.section === 'acts' ? await birthsOf(this.streams, applicationId) : unknownBirths;
    const named = written.section === 'people' ? [...new Set([...written.typed.protectedPersonIds, ...written.typed.victimIds])] : [];
    await assertMayName(this.streams, named, act);
    const places = [at(applications, applicationId), ...named.map((id) => at(protectedPeople, id))] as const;
    const writer = { userId: act.by, role, force: act.force };
    return this.streams.transactAll(act, places, ([state, ...people]) => {
      for (const person of people) nameable(person, act);
      return [to(applications, applicationId, writeSection(state, written, seen, writer, londonDate(act.at), births))];
    });
  }
}
