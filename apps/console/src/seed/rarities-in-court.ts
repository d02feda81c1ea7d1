import { addDays } from '#calendar';
import { applicationsPrepared } from './applications-prepared.js';
import {
  addendum,
  arrest,
  at,
  breaching,
  charge,
  correctTime,
  courtOutcome,
  extended,
  extensionInError,
  interview,
  remand,
  report,
} from './breaches-of-story.js';
import { defaulted } from './changes-of-story.js';
import { court, years } from './courses/course.js';
import { withoutOrder } from './courses/stalking.js';
import { checkNationally } from './national-record.js';
import { fileApplication, first, grant, serve } from './orders-of-story.js';
import { madeUpPerpetrator, madeUpProtected } from './people-of-story.js';
import { refusedAndAppealed, refusedLately } from './refused-and-appealed.js';
import { stepsAtCourt } from './steps-at-court.js';
import { Story, type World } from './story.js';
import { moment, on } from './times.js';

/** What courts decide, each way at least once, whatever chance makes of the rest. */
export const raritiesInCourt: readonly ((world: World) => Story)[] = [
  tried,
  notGranted,
  refusedAndAppealed,
  refusedLately,
  stepsAtCourt,
  ...applicationsPrepared,
];

function begin(world: World, name: string, force: string, serial: number) {
  const story = new Story(world, name, force);
  const perpetrator = madeUpPerpetrator(story, on(addDays(world.today, -320), '10:00'), serial);
  return { story, parties: { perpetrator, people: madeUpProtected(story, perpetrator, 1) } };
}

/** He never notified, and was charged with three breaches: convicted, acquitted, not proceeded with. */
function tried(world: World): Story {
  const { story, parties } = begin(world, 'tried', '61', 8_101);
  const back = (days: number) => addDays(world.today, -days);
  const filed = fileApplication(story, parties, { filedOn: back(300) });
  const order = grant(
    story,
    filed,
    [],
    {
      court: court(story, 'magistrates'),
      made: moment(back(280), '10:20'),
      end: years(back(280), 3),
      codes: ['NC-DIR', 'SURV'],
      present: true,
    },
    false,
  );
  serve(story, order, back(280), { at: moment(back(280), '11:15'), method: 'in-court' });
  defaulted(story, order, back(278), back(276));
  for (const [days, outcome] of [
    [240, 'convicted'],
    [200, 'acquitted'],
    [160, 'discontinued'],
  ] as const) {
    const breach = report(story, { ...parties, occurred: at(back(days), '19:40'), kinds: ['message'] }, [
      breaching(order, first(order, 'NC-DIR')),
    ]);
    arrest(story, breach, on(back(days - 2), '08:30'));
    interview(story, breach, on(back(days - 2), '11:00'));
    const authorised = { by: 'superintendent', at: on(back(days - 3), '06:10') } as const;
    const extensionId = extended(story, breach, { ...authorised, until: on(back(days - 3), '20:00') });
    if (outcome === 'acquitted') {
      extensionInError(story, breach, on(back(days - 3), '06:40'), { extensionId, reason: 'The custody record has 18:00.' });
      extended(story, breach, { ...authorised, until: on(back(days - 3), '18:00') });
      const occurred = at(back(days), '19:10');
      correctTime(story, breach, on(back(days - 3), '09:00'), { occurred, reason: 'The telephone shows when the message came.' });
    }
    charge(story, breach, on(back(days - 3), '16:00'), ['ST19001'], 'full-code');
    remand(story, breach, on(back(days - 3), '17:10'), 'custody', 'police');
    remand(story, breach, on(back(days - 4), '11:30'), 'bail-with-conditions', 'court');
    addendum(story, breach, on(back(days - 5), '10:00'), { occurred: null, text: 'She found a second message of the same evening.' });
    courtOutcome(story, breach, back(days - 30), outcome, outcome === 'convicted' ? 'Community order, 12 months' : null);
  }
  checkNationally(story, order);
  return story;
}

/** Three applications, and no order in the end: refused, withdrawn, and dealt with otherwise. */
function notGranted(world: World): Story {
  const { story, parties } = begin(world, 'not granted', '07', 8_102);
  for (const [days, outcome] of [
    [300, 'refused'],
    [220, 'withdrawn'],
    [140, 'otherwise'],
  ] as const)
    for (const interim of withoutOrder(outcome)(story, parties, addDays(world.today, -days))) checkNationally(story, interim);
  return story;
}
