import { force } from '#access';
import { formatDate } from '#calendar';
import { areasIn, type ConditionVersion, kindRule, type Knowledge, libraryCondition } from '#orders';
import { isShown, type OrderWhenItHappened, type PossibleWording, implies, mayBreak } from './allegeable.js';
import { keyOf } from './alleging-keys.js';
import type { WhyKept } from './breach.js';
import type { ContactKind } from './events.js';

/** One condition, or notification offence, that may be ticked. */
export interface AllegationChoice {
  /** What the form sends: see `keyOf`. */
  readonly key: string;
  /** The clause as the court wrote it; for what cannot be read any more, its title. */
  readonly text: string;
  /** The areas that the condition has as data. */
  readonly areas: readonly string[];
  readonly detail: string;
  /** Ticked to begin with, because what happened means it. */
  readonly suggested: boolean;
  /** A failure to notify of which the record shows that there was none. */
  readonly wasMet: boolean;
  /** What happened may mean it: offered before the others. */
  readonly likely: boolean;
  /** Of a wording that may or may not have been in force: under which condition it was, completing "if". Null for one that surely was. */
  readonly onlyIf: string | null;
}

/** One order as the form shows it: what can be ticked, or why nothing can. */
export interface OrderChoices {
  readonly orderId: string;
  readonly title: string;
  readonly state: 'in-force' | 'not-in-force' | 'uncertain' | 'time-needed' | 'day-needed' | 'order-time-needed';
  /** No service, presence or other proof shows that he knew of it then. */
  readonly unknownToHim: boolean;
  /** The same of the renewal without which it would have been over. */
  readonly renewalNotKnown: boolean;
  readonly choices: readonly AllegationChoice[];
  /** Conditions that changed so near to it that the hour or the day is needed to know the wording. */
  readonly unclear: readonly string[];
  readonly arrest: string;
}

const needed = { hour: 'time-needed', day: 'day-needed', 'order-time': 'order-time-needed' } as const;

/** Everything that may be alleged, order by order, those in force first. */
export function allegationChoices(then: readonly OrderWhenItHappened[], kinds: readonly ContactKind[]): OrderChoices[] {
  const rank = { 'in-force': 0, uncertain: 1, 'time-needed': 1, 'day-needed': 1, 'order-time-needed': 1, 'not-in-force': 2 } as const;
  // Where only the police were not notified, an order that brings no such duty has nothing to do with it.
  const concerned = isDoneToNobody(kinds) ? then.filter(({ notification }) => notification.length > 0) : then;
  const isTicked = isOfOne(concerned);
  return concerned.map((one) => called(choicesOf(one, kinds, isTicked), one, concerned)).sort((a, b) => rank[a.state] - rank[b.state]);
}

/**
 * Whether what may be breached is one order, or orders that all protect one person: of others nobody knows yet which it was, and nothing is
 * ticked for the officer.
 */
export function isOfOne(then: readonly OrderWhenItHappened[]): boolean {
  const [first, ...others] = then.filter((one) => one.then.is !== 'not-in-force').map(({ order }) => order.protectedPersonIds);
  return others.length === 0 || (first ?? []).some((id) => others.every((ids) => ids.includes(id)));
}

/** With its force and day where another order of that kind stands beside it. */
function called(choices: OrderChoices, { order }: OrderWhenItHappened, all: readonly OrderWhenItHappened[]): OrderChoices {
  const isAlone = all.every((one) => one.order === order || one.order.kind !== order.kind);
  return isAlone
    ? choices
    : { ...choices, title: `${choices.title} of ${formatDate(order.made.on)}, ${force(order.force)?.name ?? order.force}` };
}

/** Fewer are as quickly read as opened. */
const FEWEST_FOLDED = 3;

/**
 * How many of the choices are shown at once: of many conditions, those that what happened cannot mean may be folded away. Nothing is folded
 * where the wording in force is uncertain, or where a failure to notify is among what happened.
 */
export function shownAtOnce({ choices }: OrderChoices, kinds: readonly ContactKind[]): number {
  const meant = choices.filter(({ suggested, likely }) => suggested || likely).length;
  const all = kinds.includes('notification') || choices.some(({ onlyIf }) => onlyIf !== null);
  return all || meant === 0 || choices.length - meant < FEWEST_FOLDED ? choices.length : meant;
}

/** Whether what happened was done to nobody: the duty to notify is owed to the police. */
export function isDoneToNobody(kinds: readonly ContactKind[]): boolean {
  return kinds.length > 0 && kinds.every((kind) => kind === 'notification');
}

/**
 * Why there is nothing to select where only the police were not notified; null where there is. Where an order in force brings a duty whose
 * offence has no confirmed code, what happened is kept and not denied.
 */
export function nothingToNotify(then: readonly OrderWhenItHappened[], kinds: readonly ContactKind[]): string | null {
  const inForce = then.filter((one) => one.then.is !== 'not-in-force');
  if (!isDoneToNobody(kinds) || inForce.length === 0 || inForce.some(({ notification }) => notification.length > 0)) return null;
  const owing = inForce.find(({ order }) => kindRule(order.kind).notificationDuty !== null);
  return owing
    ? `${kindRule(owing.order.kind).name}: it brings a duty to notify the police, but the code of its offence is not confirmed. Keep what happened, and ask the force solicitor.`
    : 'No order in force then brings a duty to notify the police, so there is nothing to select.';
}

/**
 * Why contact is kept that is not alleged to be a breach. Only where nothing that was, or may have been, in force has any condition does the
 * record say that none forbids it: of any other nobody said that.
 */
export function whyKept(then: readonly OrderWhenItHappened[], kinds: readonly ContactKind[]): WhyKept {
  const inForce = then.filter((one) => one.then.is !== 'not-in-force');
  if (inForce.length === 0) return 'no-order-in-force';
  const surely = inForce.every(({ order, then: { is } }) => is === 'in-force' && order.conditions.length === 0);
  return surely && !kinds.includes('other') ? 'no-condition-forbids-it' : 'not-alleged';
}

function choicesOf(
  { order, then, breach, knowledge, renewalNotKnown, conditions, notification }: OrderWhenItHappened,
  kinds: readonly ContactKind[],
  isTicked: boolean,
): OrderChoices {
  const { orderId } = order;
  const meant = whatItMeans(kinds, conditions);
  const ofConditions = conditions.flatMap(({ conditionId, then: wording }): AllegationChoice[] => {
    return possibleWordings(wording).map(({ version, knowledge: ofWording, onlyIf }) => {
      const { plain, words } = version;
      const { title } = libraryCondition(plain.code);
      const unknown = isShown(ofWording) || !isShown(knowledge) ? '' : '. Nothing shows that this wording was known of then';
      return {
        key: keyOf({ orderId, breached: { is: 'condition', conditionId, versionId: plain.versionId } }),
        text: words.value?.wording ?? title,
        areas: areasIn(plain, words.value),
        detail: `Condition ${plain.number}: ${title.toLowerCase()}${onlyIf === null ? '' : `. In force if ${onlyIf}`}${unknown}`,
        suggested: isTicked && implies(meant, version),
        likely: mayBreak(kinds, version) || (!isTicked && implies(meant, version)),
        wasMet: false,
        onlyIf,
      };
    });
  });
  const ofNotification = notification.map(({ code, title, ranOut, wasMet, stood }): AllegationChoice => ({
    key: keyOf({ orderId, breached: { is: 'notification', offenceCode: code } }),
    text: title,
    areas: [],
    detail: [code, ...stood].join('. '),
    suggested: ranOut,
    likely: true,
    wasMet,
    onlyIf: null,
  }));
  const showNotification = (then.is === 'in-force' || then.is === 'uncertain') && kinds.includes('notification');
  return {
    orderId,
    title: kindRule(order.kind).name,
    state: then.is === 'time-needed' ? needed[then.what] : then.is,
    unknownToHim: !isShown(knowledge),
    renewalNotKnown: renewalNotKnown !== null,
    choices: [...ofConditions, ...(showNotification ? ofNotification : [])].sort((a, b) => rankOf(a) - rankOf(b)),
    unclear: conditions.flatMap(({ then: wording }) =>
      wording.is === 'time-needed' ? [libraryCondition(wording.versions[0]?.plain.code ?? 'BESPOKE').title] : [],
    ),
    arrest: breach.arrest,
  };
}

/** Those that are ticked first, then those that may be meant. */
function rankOf({ suggested, likely }: AllegationChoice): number {
  return suggested ? 0 : likely ? 1 : 2;
}

/** Of several requirements a missed one does not say which: then none is ticked. */
function whatItMeans(kinds: readonly ContactKind[], conditions: OrderWhenItHappened['conditions']): readonly ContactKind[] {
  const required = conditions.filter(({ then }) => possibleWordings(then).some(({ version }) => version.plain.category === 'requirement'));
  return required.length > 1 ? kinds.filter((kind) => kind !== 'missed-requirement') : kinds;
}

interface Wording {
  readonly version: ConditionVersion;
  readonly knowledge: Knowledge;
  readonly onlyIf: string | null;
}

/** The wordings of one condition that were, or may have been, in force. */
function possibleWordings(then: OrderWhenItHappened['conditions'][number]['then']): readonly Wording[] {
  if (then.is === 'in-force') return [{ version: then.version, knowledge: then.knowledge, onlyIf: null }];
  if (then.is !== 'uncertain') return [];
  return then.options.map(({ version, knowledge, ifThat, begunBy }) => ({ version, knowledge, onlyIf: assumptions[ifThat](begunBy) }));
}

const assumptions: Readonly<Record<PossibleWording['ifThat'], (begunBy: PossibleWording['begunBy']) => string>> = {
  'began-before': (begunBy) => `the ${begunBy} was made before it happened`,
  'ended-after': () => 'the order was changed only after it happened',
  'began-before-and-ended-after': (begunBy) => `the ${begunBy} was made before it happened and the next change came after`,
};
