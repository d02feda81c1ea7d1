import { formatDate, formatPeriod } from '#calendar';
import { versionWithId } from '../domain/conditions.js';
import { appealedAs } from '../domain/appeals.js';
import { changesToAppeal } from '../domain/changes-to-appeal.js';
import type { Entry } from '../domain/in-error.js';
import type { MadeOrder } from '../domain/order.js';
import { consenting } from '../give-discharge-consent/give-discharge-consent.dto.js';
import { appealedWords } from '../order-record/appeal-words.js';
import { applicants, awarenessBases, documentWords, endWords, notificationsAbout, serviceMethods } from '../order-record/words.js';
import { directionInWords, hearingInWords } from '../record-hearing/words.js';
import { variationOutcomes } from '../proposal-record/words.js';
import { dayOf } from './record-in-error.js';

const requirementCalled = { met: 'met', missed: 'missed', excused: 'missed with a reason that is accepted' } as const;

/** `Service of the order on 3 Nov 2026, handed over in person`: enough to tell it from every other entry. */
export function entryInWords(order: MadeOrder, entry: Entry): string {
  const day = dayOf(order, entry);
  const on = day === null ? '' : ` on ${formatDate(day)}`;
  const { id } = entry;
  switch (entry.is) {
    case 'attempt': {
      const found = order.attempts.find(({ attemptId }) => attemptId === id);
      return `Failed attempt${on}${found ? ` to serve ${documentWords(order, found.served)}` : ''}`;
    }
    case 'service': {
      const found = order.services.find(({ serviceId }) => serviceId === id);
      return found ? `Service of ${documentWords(order, found.served, found)}${on}, ${serviceMethods[found.method]}` : `Service${on}`;
    }
    case 'awareness': {
      const found = order.awareness.find(({ evidenceId }) => evidenceId === id);
      return found
        ? `The respondent ${awarenessBases[found.basis]}${on}: ${documentWords(order, found.of)}`
        : `What showed that he knew${on}`;
    }
    case 'variation': {
      const found = order.variations.find(({ variationId }) => variationId === id);
      return `Variation${on}${found ? `, on the application of ${applicants[found.onApplicationOf]}` : ''}`;
    }
    case 'renewal': {
      const found = order.renewals.find(({ renewalId }) => renewalId === id);
      return `Renewal${on}${found ? `, ${endWords(found.end)}` : ''}`;
    }
    case 'notification': {
      const found = order.notifications.find(({ notificationId }) => notificationId === id);
      return `Notification given${on}${found ? `: ${notificationsAbout[found.about]}` : ''}`;
    }
    case 'proposal-result': {
      const found = order.proposals.find(({ proposalId }) => proposalId === id);
      return `That the ${found?.asks ?? 'change'} the force asked for was ${found?.decided ? variationOutcomes[found.decided.outcome] : 'decided'}${on}`;
    }
    case 'consent': {
      const found = order.consents.find(({ consentId }) => consentId === id);
      return `Consent${found ? ` of ${consenting[found.by]}` : ''} to a discharge${on}`;
    }
    case 'appeal':
      return `Appeal lodged${on}`;
    case 'appeal-decision':
      return `Decision of an appeal${on}, with what it changed`;
    case 'change-accepted': {
      const found = changesToAppeal(order).find(({ against }) => appealedAs(against) === id);
      return `That the force does not appeal against ${found ? appealedWords(order, found.against) : 'a change'}, decided${on}`;
    }
    case 'default':
      return `Failure to notify by the end of ${day === null ? 'a day' : formatDate(day)}`;
    case 'requirement-check': {
      const found = order.requirementChecks.filter(({ checkId }) => checkId === id);
      const [first, ...more] = found;
      const number = first && versionWithId(order, first.versionId)?.plain.number;
      const days =
        more.length === 0 ? on : ` on ${found.length} days${first ? `, ${formatPeriod(first.day, more.at(-1)?.day ?? first.day)}` : ''}`;
      return `Requirement${number === undefined ? '' : ` ${number}`}${first ? ` ${requirementCalled[first.result]}` : ' checked'}${days}`;
    }
    case 'details-change':
      return `Change of name or address${on}`;
    case 'hearing-outcome':
      return hearingInWords(order.hearings, id);
    case 'direction-done':
      return directionInWords(order.hearings, id);
    case 'exemption':
      return 'That no notification is owed while he notifies under the Sexual Offences Act 2003';
    case 'discharge':
      return `Discharge${on}`;
    case 'quashing':
      return `That the order was quashed${on}`;
    case 'cessation':
      return `That the interim order ceased${on}`;
  }
}
