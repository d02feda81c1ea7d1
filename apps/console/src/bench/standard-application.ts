import { formatDate, type LocalDate, londonDate } from '#calendar';
import { type Effort as Taken, Hand } from './hand.js';

/** One part of a journey, and what stood on the counters when it was done. */
export interface Stretch {
  readonly what: string;
  readonly taken: Taken;
  readonly ms: number;
}

/** Who sits before the screen, as the sign-in page names them. */
const solicitor = 'Lee Fictional';
const authoriser = 'Sue Notreal';

/** What is told and asked for: an application about one incident to one protected person. */
export interface Asked {
  /** The day of the incident, in London. */
  readonly on: LocalDate;
  /** What happened. */
  readonly incident: string;
  /** Conditions without blanks, by the words of the library's list. */
  readonly conditions: readonly string[];
  /** Answers whether an interim order is asked for. */
  readonly interim: (hand: Hand) => Promise<void>;
}

/** The shortest: with notice, no interim order. Each wording is as short as the form takes: the words are the lawyer's own time. */
const shortest = (): Asked => ({
  on: londonDate(new Date().toISOString()),
  incident: 'Eleven messages in one night',
  conditions: ['No direct contact', 'No watching or tracking'],
  interim: (hand) => hand.chooses('No', 'Is an interim order asked for?'),
});

/** The standard application, from a referral that nobody has recorded to the printed pack, authorised by a second person. */
export async function applyFromReferral(hand: Hand): Promise<readonly Stretch[]> {
  const asked = shortest();
  const stretches: Stretch[] = [];
  let [since, before]: [number, Taken] = [performance.now(), hand.effort];
  const stretch = async (what: string, work: () => Promise<void>): Promise<void> => {
    await work();
    const { clicks, fields, pages } = hand.effort;
    const taken = { clicks: clicks - before.clicks, fields: fields - before.fields, pages: pages - before.pages };
    stretches.push({ what, taken, ms: performance.now() - since });
    [since, before] = [performance.now(), hand.effort];
  };
  await stretch('the people', async () => {
    await hand.signsIn(solicitor);
    await recordPeople(hand);
  });
  await stretch('the case: incident, risk, consideration', () => openCase(hand, asked));
  await stretch('the application, section by section', async () => {
    await begin(hand);
    await write(hand, asked);
  });
  await stretch('authorisation by a second person', async () => {
    await askAuthorisation(hand);
    await hand.signsIn(authoriser);
    await authorise(hand);
  });
  await stretch('check the answers and file', async () => {
    await hand.signsIn(solicitor);
    await file(hand);
  });
  await stretch('the pack as PDF', () => print(hand));
  return stretches;
}

/** Records the respondent and whom the order is to protect. */
export async function recordPeople(hand: Hand): Promise<void> {
  await hand.follows('Search');
  await hand.follows('Record a perpetrator');
  await hand.types('Given names', 'Barnaby');
  await hand.types('Family name, or the only name', 'Placeholder');
  await hand.dates('Date of birth, if known', '1986-02-03');
  await hand.chooses('Male');
  await hand.presses('Record the person');
  await hand.follows('Add a protected person');
  await hand.types('Given names', 'Nora');
  await hand.types('Family name, or the only name', 'Nonesuch');
  await hand.chooses('Female');
  await hand.presses('Record the protected person');
}

/** From the protected person's page: the case with its incident, the risk and why an order is sought. */
export async function openCase(hand: Hand, { on, incident }: Asked): Promise<void> {
  await hand.follows('The perpetrator');
  await hand.follows('Open a case');
  await hand.chooses('The victim reported it');
  await hand.chooses('Nora Nonesuch');
  await hand.presses('Open the case');
  await hand.follows('Record the first');
  await hand.dates('On which day did it happen?', on);
  await hand.chooses('Message');
  await hand.types('What happened?', incident);
  await hand.presses('Save');
  await hand.follows('Record an assessment');
  await hand.chooses('Yes', 'Is the victim very frightened?');
  await hand.chooses('High', 'How is the risk graded?');
  await hand.selects('Who assessed it?', 'Officer');
  await hand.presses('Save');
  await hand.chooses('The questions left empty were not asked');
  await hand.presses('Save');
  await hand.follows('Record what was considered');
  await hand.chooses('Yes, an application is to be made');
  await hand.selects('Who considered it?', 'Legal team');
  await hand.presses('Save');
}

/** From the case. */
export async function begin(hand: Hand): Promise<void> {
  await hand.follows('Begin the application');
  await hand.presses('Start now');
}

/** Section by section, from the task list and back to it. */
export async function write(hand: Hand, asked: Asked): Promise<void> {
  const section = async (name: string, fill: () => Promise<void>): Promise<void> => {
    await hand.follows(name);
    await fill();
    await hand.presses('Save');
  };
  await section('Parties and court', () => hand.types('Name of the court', 'Testville'));
  await section('Protected people', async () => {
    // The case that it is begun from may have ticked them.
    await hand.ticks('Nora Nonesuch', 'Whom is the order to protect?');
    await hand.ticks('Nora Nonesuch', 'Who suffered the acts?');
  });
  await section('Why this force may apply', async () => {
    await hand.chooses('The respondent lives in the force area');
    await hand.types('What shows it?', 'He gave an address in Testville');
  });
  await section('What happened', async () => {
    await hand.ticks(`Incident 1, ${formatDate(asked.on)}: ${asked.incident}`);
    await hand.types('Why are these acts associated with stalking?', 'She had asked him to stop');
  });
  await section('The risk', async () => {
    await hand.chooses('Psychological harm');
    await hand.types('Which facts show the risk?', 'She sleeps at a friend’s');
  });
  await section('Why an order is necessary', async () => {
    await hand.types('Why is an order necessary to protect them?', 'He goes on');
    await hand.types('Why are other measures not enough?', 'There is no bail and no other order');
  });
  await section('Conditions', () => draftConditions(hand, asked));
  await section('Interim order', () => asked.interim(hand));
  await section('Evidence and exhibits', async () => {
    await hand.selects('What sort of evidence?', 'Statement');
    await hand.types('What is it?', 'Her statement');
  });
  await section('Hearsay', () => hand.chooses('No', 'Does the application rely on hearsay?'));
}

async function draftConditions(hand: Hand, { conditions, incident }: Asked): Promise<void> {
  await hand.chooses('For a fixed period');
  await hand.types('If for a fixed period: how many years?', '2');
  for (const condition of conditions) await hand.chooses(condition);
  await hand.presses('Add what is ticked');
  for (const nth of conditions.keys()) {
    await hand.presses('Suggest words from the details', `Condition ${nth + 1}`);
    await hand.types('Why it is necessary', incident, `Condition ${nth + 1}`);
  }
}

export async function askAuthorisation(hand: Hand): Promise<void> {
  await hand.follows('Authorisation');
  await hand.presses('Ask for authorisation');
}

/** By somebody who may, from the page after signing in. */
export async function authorise(hand: Hand): Promise<void> {
  await hand.follows('Work');
  await hand.follows('Authorise or refuse');
  await hand.chooses('Yes, I authorise it');
  await hand.selects('Your rank', 'Superintendent');
  await hand.types('Your name as it should stand on the application', 'Supt 0000 Invented');
  await hand.presses('Record your decision');
}

/** By whoever wrote it, from the page after signing in. */
export async function file(hand: Hand): Promise<void> {
  await hand.follows('Work');
  await hand.follows('Check and file');
  await hand.presses('File the application');
}

async function print(hand: Hand): Promise<void> {
  await hand.follows('Application pack');
  const pdf = await hand.downloads('PDF');
  if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('The pack is no PDF');
}
