import { addDays } from '#calendar';
import { AcceptRefusal, AppealInError, AppealRefusal, DetermineRefusalAppeal, newOrderId, newRefusalAppealId } from '#orders/module';
import { court, years } from './courses/course.js';
import { checkNationally } from './national-record.js';
import { drafted, endWithoutOrder, fileApplication, type Filed, held, type Making, notify, serve } from './orders-of-story.js';
import { madeUpPerpetrator, madeUpProtected } from './people-of-story.js';
import { Story, type World } from './story.js';
import { after, moment, on } from './times.js';

/** What became of refusals: the Crown Court made one order itself and has still to hear about another; of a third the time to appeal runs. */
export function refusedAndAppealed(world: World): Story {
  const story = new Story(world, 'refused and appealed', '46');
  const back = (days: number) => addDays(world.today, -days);
  const perpetrator = madeUpPerpetrator(story, on(back(250), '10:00'), 8_104);
  const parties = { perpetrator, people: madeUpProtected(story, perpetrator, 1) };
  const refuse = (filedOn: number, refusedOn: number): Filed => {
    const filed = fileApplication(story, parties, { filedOn: back(filedOn) });
    endWithoutOrder(story, filed, [], {
      ...{ outcome: 'refused', at: moment(back(refusedOn), '12:10'), court: court(story, 'magistrates'), contested: true },
      ...{ reason: 'not-necessary', note: 'The court thought the restraining order enough.' },
    });
    return filed;
  };
  const appeal = ({ applicationId }: Filed, lodged: number): string => {
    const details = {
      on: back(lodged),
      by: 'chief-officer',
      court: court(story, 'crown'),
      grounds: 'The court asked whether the victim needed the order, not whether anybody did.',
    } as const;
    return newRefusalAppealId(story.add(on(back(lodged), '15:30'), (act) => new AppealRefusal(applicationId, details, act)));
  };
  const first = refuse(240, 200);
  const appealId = appeal(first, 190);
  const making: Making = {
    court: court(story, 'crown'),
    made: moment(back(130), '15:20'),
    end: years(back(130), 3),
    codes: ['NC-DIR', 'NC-IND', 'SURV'],
    present: false,
    notice: true,
  };
  const draft = drafted(story, first, making);
  const at = after(on(back(130), '15:20'), { hours: 2 });
  const outcome = { result: 'order-made', appealId, draft, note: 'The order was necessary to protect her sister.' } as const;
  const order = held(
    'spo',
    newOrderId(story.add(at, (act) => new DetermineRefusalAppeal(first.applicationId, outcome, act))),
    draft,
    parties.people,
    at,
  );
  serve(story, order, back(129));
  notify(story, order, back(128));
  checkNationally(story, order);
  return story;
}

/** A refusal of which the appeal waits, and one of which the time to appeal runs. */
export function refusedLately(world: World): Story {
  const story = new Story(world, 'refused lately', '46');
  const back = (days: number) => addDays(world.today, -days);
  for (const [serial, refusedOn, lodged] of [
    [8_105, 45, 38],
    [8_106, 9, null],
  ] as const) {
    const perpetrator = madeUpPerpetrator(story, on(back(refusedOn + 45), '10:00'), serial);
    const filed = fileApplication(
      story,
      { perpetrator, people: madeUpProtected(story, perpetrator, 1) },
      { filedOn: back(refusedOn + 40) },
    );
    endWithoutOrder(story, filed, [], {
      ...{ outcome: 'refused', at: moment(back(refusedOn), '12:10'), court: court(story, 'magistrates'), contested: true },
      ...{ reason: 'risk-not-made-out', note: null },
    });
    if (lodged === null) continue;
    const details = { on: back(lodged), by: 'chief-officer', court: court(story, 'crown'), grounds: null } as const;
    const appealId = newRefusalAppealId(
      story.add(on(back(lodged), '15:30'), (act) => new AppealRefusal(filed.applicationId, details, act)),
    );
    const dismissed = {
      ...{ result: 'confirmed' as const, appealId, at: moment(back(lodged - 9), '11:30'), court: court(story, 'crown'), note: null },
    } as const;
    story.add(on(back(lodged - 9), '15:00'), (act) => new DetermineRefusalAppeal(filed.applicationId, dismissed, act));
    const misread = { key: `decision:${appealId}`, reason: 'The list was misread: the hearing was adjourned.' };
    story.add(on(back(lodged - 10), '10:20'), (act) => new AppealInError(filed.applicationId, misread, act));
  }
  return story;
}

/** The force leaves the refusal of that day as it is. */
export function acceptRefusal(story: Story, { applicationId }: Filed, refusedOn: string): void {
  const details = { on: addDays(refusedOn, 6), reason: 'Counsel advised that the court had applied the right test.' };
  story.add(on(details.on, '16:40'), (act) => new AcceptRefusal(applicationId, details, act));
}
