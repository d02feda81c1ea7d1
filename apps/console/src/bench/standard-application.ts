import { londonDate } from '#calendar';
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

/**
 * The standard application, from a referral that nobody has recorded to the printed pack: one incident, one graded risk, one protected person,
 * two conditions, with notice, authorised by a second person. Each wording is as short as the form takes: the words are the lawyer's own time.
 */
export async function applyFromReferral(hand: Hand): Promise<readonly Stretch[]> {
  const stretches: Stretch[] = [];
  let [since, before]: [number, Taken] = [performance.now(), hand.effort];
  const stretch = async (what: string, work: () => Promise<void>): Promise<void> => {
    await work();
    const { clicks, fields, pages } = hand.effort;
    const taken = { clicks: clicks - before.clicks, fields: fields - before.fields, pages: pages - before.pages };
    stretches.push({ what, taken, ms: performance.now() - since });
    [since, before] = [performance.now(), hand.effort];
  };
  await stretch('the people', () => recordPeople(hand));
  await stretch('the case: incident, risk, consideration', () => openCase(hand));
  await stretch('the application, section by section', () => write(hand));
  await stretch('authorisation by a second person', () => authorise(hand));
  await stretch('check the answers and file', () => file(hand));
  await stretch('the pack as PDF', () => print(hand));
  return stretches;
}

async function recordPeople(hand: Hand): Promise<void> {
  await hand.signsIn(solicitor);
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

async function openCase(hand: Hand): Promise<void> {
  await hand.follows('The perpetrator');
  await hand.follows('Open a case');
  await hand.chooses('The victim reported it');
  await hand.chooses('Nora Nonesuch');
  await hand.presses('Open the case');
  await hand.follows('Record the first');
  await hand.dates('On which day did it happen?', londonDate(new Date().toISOString()));
  await hand.chooses('Message');
  await hand.types('What happened?', 'Eleven messages in one night');
  await hand.presses('Save');
  await hand.follows('Record an assessment');
  await hand.chooses('Yes', 'Is the victim very frightened?');
  await hand.chooses('High', 'How is the risk graded?');
  await hand.selects('Who assessed it?', 'Officer');
  await hand.presses('Save');
  await hand.follows('Record what was considered');
  await hand.chooses('Yes, an application is to be made');
  await hand.selects('Who considered it?', 'Legal team');
  await hand.presses('Save');
}

async function write(hand: Hand): Promise<void> {
  const section = async (name: string, fill: () => Promise<void>): Promise<void> => {
    await hand.follows(name);
    await fill();
    await hand.presses('Save');
  };
  await hand.follows('Begin the application');
  await hand.presses('Start now');
  await section('Parties and court', () => hand.types('Name of the court', 'Testville'));
  await section('Protected people', async () => {
    await hand.chooses('Nora Nonesuch', 'Whom is the order to protect?');
    await hand.chooses('Nora Nonesuch', 'Who suffered the acts?');
  });
  await section('Why this force may apply', async () => {
    await hand.chooses('The respondent lives in the force area');
    await hand.types('What shows it?', 'He gave an address in Testville');
  });
  await section('What happened', async () => {
    await hand.chooses(/Eleven messages in one night/);
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
  await section('Conditions', () => draftConditions(hand));
  await section('Interim order', () => hand.chooses('No', 'Is an interim order asked for?'));
  await section('Evidence and exhibits', async () => {
    await hand.selects('What sort of evidence?', 'Statement');
    await hand.types('What is it?', 'Her statement');
  });
  await section('Hearsay', () => hand.chooses('No', 'Does the application rely on hearsay?'));
}

async function draftConditions(hand: Hand): Promise<void> {
  await hand.chooses('For a fixed period');
  await hand.types('If for a fixed period: how many years?', '2');
  await hand.chooses('No direct contact');
  await hand.chooses('No watching or tracking');
  await hand.presses('Add what is ticked');
  for (const condition of ['Condition 1', 'Condition 2']) {
    await hand.presses('Suggest words from the details', condition);
    await hand.types('Why it is necessary', 'Eleven messages in one night', condition);
  }
}

async function authorise(hand: Hand): Promise<void> {
  await hand.follows('Authorisation');
  await hand.presses('Ask for authorisation');
  await hand.signsIn(authoriser);
  await hand.follows('Work');
  await hand.follows('Authorise or refuse');
  await hand.chooses('Yes, I authorise it');
  await hand.selects('Your rank', 'Superintendent');
  await hand.types('Your name as it should stand on the application', 'Supt 0000 Invented');
  await hand.presses('Record your decision');
}

async function file(hand: Hand): Promise<void> {
  await hand.signsIn(solicitor);
  await hand.follows('Work');
  await hand.follows('Check and file');
  await hand.presses('File the application');
}

async function print(hand: Hand): Promise<void> {
  await hand.follows('Application pack');
  const pdf = await hand.downloads('PDF');
  if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('The pack is no PDF');
}
