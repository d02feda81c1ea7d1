import { type Fact, personal } from '#event-sourcing';
import type { BreachFact } from '#breaches';
import type { ApplicationFact, ConditionVersionPlain, ConditionWords, OrderFact } from '#orders';
import type { PerpetratorFact, ProtectedPersonFact } from '#people';
import { v5 as uuidv5 } from 'uuid';

/** A fact of a made-up person, in the order in which it is recorded. */
export interface MadeUpFact {
  readonly stream: string;
  readonly fact: Fact;
  /** UTC instant at which it is recorded. */
  readonly at: string;
}

type AnyFact = PerpetratorFact | ProtectedPersonFact | ApplicationFact | OrderFact | BreachFact;

const IDS = '6a0c9c1e-41f5-5d0e-8d0f-5b1f0f6f3c55';
const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2022, 0, 10);
const FORCES = ['46', '42', '44', '01'];
const FAMILY = ['Fictionson', 'Madeupton', 'Pretendham', 'Inventley', 'Unrealby', 'Examplewick', 'Nonesuch', 'Imagindale'];
const GIVEN = ['Quentin', 'Nestor', 'Ignatius', 'Barnaby', 'Leopold', 'Ferdinand', 'Octavius', 'Cuthbert'];
const LOREM =
  'The account is made up. It is about as long as what an officer writes down after speaking to somebody for half an hour, with times, places and what was said, and it is about nobody. ';

/** The id of what is called `what` of the nth person. The same every time. */
export function madeUpId(nth: number, what: string): string {
  return uuidv5(`${nth}|${what}`, IDS);
}

/** The name of the nth person; others share each half of it, nobody both with the number. */
export function madeUpName(nth: number): { family: string; given: string } {
  const family = FAMILY[nth % FAMILY.length] ?? '';
  return { family: `${family}${String.fromCharCode(97 + (nth % 23))}${String.fromCharCode(97 + (nth % 19))}`, given: GIVEN[nth % 7] ?? '' };
}

/** The fewest facts of a person under an order: he, the person to be protected and the order, with one condition. */
export function briefLife(nth: number): MadeUpFact[] {
  const person = new Person(nth);
  return [person.recorded(), person.protectedRecorded(), person.orderMade(1)];
}

/** A person with a long history: 33 facts, of which 32 are lines of it. */
export function typicalLife(nth: number): MadeUpFact[] {
  const person = new Person(nth);
  return [
    person.recorded(),
    ...person.details(),
    person.protectedRecorded(),
    ...person.application(),
    person.orderMade(3),
    ...person.afterOrder(),
    ...[1, 2, 3, 4].flatMap((count) => person.breach(count)),
    ...[5, 6].map((count) => person.contact(count)),
  ];
}

/** A person about whom `count` facts are recorded: a typical life, then contact after contact. */
export function longLife(nth: number, count: number): MadeUpFact[] {
  const facts = typicalLife(nth);
  const person = new Person(nth);
  for (let more = 7; facts.length < count; more += 1) facts.push(person.contact(more));
  return facts;
}

class Person {
  private readonly him: string;
  private readonly her: string;
  private readonly orderId: string;
  private readonly applicationId: string;
  private readonly force: string;
  private day: number;

  constructor(private readonly nth: number) {
    this.him = madeUpId(nth, 'perpetrator');
    this.her = madeUpId(nth, 'protected');
    this.orderId = madeUpId(nth, 'order');
    this.applicationId = madeUpId(nth, 'application');
    this.force = FORCES[nth % FORCES.length] ?? '46';
    this.day = FIRST_DAY + (nth % 1_300) * DAY;
  }

  recorded(): MadeUpFact {
    const dateOfBirth = new Date(Date.UTC(1960, 0, 1) + (this.nth % 12_000) * DAY).toISOString().slice(0, 10);
    return this.of('perpetrator', this.him, {
      type: 'PerpetratorRecorded',
      data: { perpetratorId: this.him, force: this.force },
      personal: { identity: personal([this.him], { name: madeUpName(this.nth), dateOfBirth, sex: 'male' }) },
    });
  }

  details(): MadeUpFact[] {
    const facts: PerpetratorFact[] = [
      {
        type: 'AliasRecorded',
        data: { perpetratorId: this.him, aliasId: this.id('alias') },
        personal: { name: personal([this.him], { family: 'Otherwise', given: `Alias${this.nth}` }) },
      },
      {
        type: 'AddressRecorded',
        data: { perpetratorId: this.him, addressId: this.id('address'), from: null },
        personal: { address: personal([this.him], { lines: [`${this.nth} Invented Street`, 'Testville'], postcode: 'ZZ99 9ZZ' }) },
      },
      {
        type: 'IdentifierRecorded',
        data: { perpetratorId: this.him, identifierId: this.id('identifier'), scheme: 'nominal', force: this.force, system: 'Athena' },
        personal: { value: personal([this.him], `99${String(this.nth).padStart(8, '0')}`) },
      },
    ];
    return facts.map((fact) => this.of('perpetrator', this.him, fact));
  }

  protectedRecorded(): MadeUpFact {
    const name = { family: 'Sheltered', given: `Nora${this.nth}` };
    return this.of('protected', this.her, {
      type: 'ProtectedPersonRecorded',
      data: { protectedPersonId: this.her, force: this.force, perpetratorId: this.him },
      personal: {
        identity: personal([this.her], { name, dateOfBirth: null, sex: 'female' }),
        contact: personal([this.her], { phone: '07700 900000', email: null, address: null, safeTimes: 'Text only' }),
      },
    });
  }

  application(): MadeUpFact[] {
    const ofApplication = { applicationId: this.applicationId, perpetratorId: this.him, force: this.force };
    const filed: ApplicationFact = {
      type: 'ApplicationFiled',
      data: {
        ...ofApplication,
        filedOn: this.today,
        court: COURT,
        forum: 'adult',
        notice: 'with',
        areaBasis: 'resides',
        interimSought: false,
        protectedPersonIds: [this.her],
        victimIds: [this.her],
      },
      personal: { grounds: personal([this.him, this.her], LOREM.repeat(3)) },
    };
    const first = this.of('application', this.applicationId, filed);
    this.pass(20);
    const determined: ApplicationFact = {
      type: 'ApplicationDetermined',
      data: {
        ...ofApplication,
        outcome: 'granted',
        at: { on: this.today, at: null },
        court: COURT,
        contested: false,
        orderId: this.orderId,
        reason: null,
      },
    };
    return [first, this.of('application', this.applicationId, determined)];
  }

  orderMade(count: number): MadeUpFact {
    const conditions = Array.from({ length: count }, (_, nth) => this.condition(nth + 1));
    const words = conditions.map(({ versionId }) => [
      `words:${versionId}`,
      personal<ConditionWords>([this.him, this.her], {
        wording: 'Not to contact her directly or indirectly by any means whatsoever, save through a solicitor.',
        parameters: {},
        locality: null,
        necessity: 'Made up.',
      }),
    ]);
    return this.of('order', this.orderId, {
      type: 'OrderMade',
      data: {
        ...this.ofOrder,
        kind: 'spo',
        applicationId: this.applicationId,
        origin: 'application',
        court: COURT,
        made: { on: this.today, at: null },
        end: { is: 'fixed', lastDay: dayOf(this.day + 1_500 * DAY) },
        respondentPresent: this.nth % 2 === 0,
        withNotice: true,
        protectedPersonIds: [this.her],
        locality: 'uk',
        replaces: null,
        conditions,
      },
      personal: Object.fromEntries(words),
    });
  }

  afterOrder(): MadeUpFact[] {
    const at = { on: this.today, at: null };
    const him: [string] = [this.him];
    const facts: OrderFact[] = [
      {
        type: 'OrderServed',
        data: { ...this.ofOrder, serviceId: this.id('service'), served: 'order', at, method: 'personal', proof: 'certificate' },
        personal: { place: personal(him, 'Testville'), by: personal(him, 'PC 0000 Sample') },
      },
      {
        type: 'NotificationGiven',
        data: { ...this.ofOrder, notificationId: this.id('notification'), about: 'initial', at, inAdvance: false },
        personal: { station: personal(him, 'Testville'), officer: personal(him, 'PC 0000 Sample'), details: personal(him, LOREM) },
      },
      {
        type: 'NationalRecordConfirmed',
        data: { ...this.ofOrder, confirmationId: this.id('confirmation'), state: 'created', on: this.today },
        personal: { reference: personal(him, '2099/0000001G') },
      },
    ];
    return facts.map((fact) => this.of('order', this.orderId, fact));
  }

  breach(count: number): MadeUpFact[] {
    this.pass(9);
    const breachId = this.id(`breach ${count}`);
    const ofBreach = { breachId, perpetratorId: this.him, force: this.force };
    const condition = this.condition(1);
    const at = this.now;
    const facts: BreachFact[] = [
      {
        type: 'BreachReported',
        data: {
          ...ofBreach,
          ...this.incident,
          allegations: [
            {
              allegationId: this.id(`allegation ${count}`),
              orderId: this.orderId,
              conditionId: condition.conditionId,
              conditionVersionId: condition.versionId,
              offenceCode: 'ST19001',
            },
          ],
          awarenessToShow: false,
          reasonableExcuse: 'none-offered',
        },
        personal: { account: personal([this.him, this.her], LOREM.repeat(4)) },
      },
      {
        type: 'EvidenceReferenced',
        data: { ...ofBreach, evidenceId: this.id(`evidence ${count}`), kind: 'message' },
        personal: { reference: personal([this.him], 'SMP/1') },
      },
      { type: 'ArrestMade', data: { ...ofBreach, at } },
      { type: 'InterviewHeld', data: { ...ofBreach, at, underCaution: true } },
      { type: 'Charged', data: { ...ofBreach, at, offenceCodes: ['ST19001'], test: 'full-code' } },
    ];
    return facts.map((fact) => this.of('breach', breachId, fact));
  }

  contact(count: number): MadeUpFact {
    this.pass(5);
    const breachId = this.id(`breach ${count}`);
    return this.of('breach', breachId, {
      type: 'ContactKept',
      data: { breachId, perpetratorId: this.him, force: this.force, ...this.incident, why: 'no-condition-forbids-it' },
      personal: { account: personal([this.him, this.her], LOREM.repeat(2)) },
    });
  }

  private get incident() {
    return {
      occurred: { on: this.today, until: this.today, at: null },
      reportedAt: this.now,
      channel: 'phone-101',
      reporter: 'protected-person',
      kinds: ['message'],
      protectedPersonIds: [this.her],
    } as const;
  }

  private get ofOrder() {
    return { orderId: this.orderId, perpetratorId: this.him, force: this.force };
  }

  private get today(): string {
    return dayOf(this.day);
  }

  private get now(): string {
    return new Date(this.day + DAY / 2).toISOString();
  }

  private condition(number: number): ConditionVersionPlain {
    const conditionId = this.id(`condition ${number}`);
    return { conditionId, versionId: `${conditionId}-v1`, number, code: 'NC-DIR', category: 'prohibition', locality: 'uk', end: null };
  }

  private id(what: string): string {
    return madeUpId(this.nth, what);
  }

  private pass(days: number): void {
    this.day += days * DAY;
  }

  private of(category: string, id: string, fact: AnyFact): MadeUpFact {
    return { stream: `${category}-${id}`, fact, at: this.now };
  }
}

const COURT = { type: 'magistrates', name: 'Testville Magistrates' } as const;

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
