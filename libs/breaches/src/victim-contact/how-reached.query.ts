import { Injectable } from '@nestjs/common';
import { may, type Viewer } from '#access';
import { Clock } from '#event-store';
import { channelNames, frequencyNames, isSafeAt, safeTimesWords } from '#people';
import { ProtectedPeople } from '#people/module';

/** How somebody can be reached safely now, for those who look after them; never where they are. */
export interface HowReached {
  readonly id: string;
  readonly plan: {
    readonly isSafeNow: boolean;
    readonly times: string;
    readonly safe: readonly string[];
    readonly never: readonly string[];
    readonly often: string;
    readonly alsoTell: string | null;
  } | null;
  /** What is written beside their numbers on when and how contact is safe; it may say more than the plan. */
  readonly inWords: string | null;
  readonly rights: string;
  readonly mayAgree: boolean;
}

@Injectable()
export class ReachingPeople {
  constructor(
    private readonly people: ProtectedPeople,
    private readonly clock: Clock,
  ) {}

  /** Null for all but the force that looks after them. */
  async of(viewer: Viewer, id: string): Promise<HowReached | null> {
    const record = await this.people.byId(viewer, id);
    if (record?.is !== 'recorded' || record.safeguarding !== viewer.force) return null;
    const plan = await this.people.plan(viewer, id);
    const contact = await this.people.contact(viewer, id);
    const isStandard = record.entitlements.some(({ force, rights }) => force === record.safeguarding && rights === 'standard');
    return {
      id,
      plan: plan && {
        isSafeNow: isSafeAt(plan, this.clock.now()),
        times: safeTimesWords(plan),
        safe: plan.safe.map((channel) => channelNames[channel].toLowerCase()),
        never: plan.never.map((channel) => channelNames[channel].toLowerCase()),
        often: frequencyNames[plan.frequency].toLowerCase(),
        alsoTell: plan.alsoTell,
      },
      inWords: contact?.safeTimes ?? null,
      rights: isStandard ? 'Standard rights: to be told within 5 working days.' : 'Enhanced Rights: to be told within 1 working day.',
      mayAgree: may(viewer, 'record-protected-person'),
    };
  }
}
