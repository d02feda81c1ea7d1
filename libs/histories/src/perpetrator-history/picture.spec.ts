import { describe, expect, it } from '@jest/globals';
import type { BreachFact } from '#breaches';
import type { CaseFact } from '#cases';
import { personal } from '#event-sourcing';
import type { OrderFact } from '#orders';
import { BREACH, HIM, ORDER, breachReported, orderMade, recordedFacts, served } from './facts.fixture.js';
import { EMPTY_SUMMARY, summarise } from './perpetrator-summary.js';
import { picture } from './picture.js';

const noon = (day: string) => `${day}T12:00:00.000Z`;

const summary = recordedFacts(
  { stream: `order-${ORDER}`, fact: orderMade(), at: noon('2026-05-14') },
  { stream: `order-${ORDER}`, fact: served('2026-05-15'), at: noon('2026-05-15') },
  { stream: `breach-${BREACH}`, fact: breachReported('2026-05-18'), at: noon('2026-05-18') },
).reduce(summarise, EMPTY_SUMMARY);

describe('The picture of a history', () => {
  it('has a bar for the order, and the same in its table', () => {
    const drawn = picture(summary, '2026-11-21');
    expect(drawn?.table.rows).toEqual([['Stalking protection order', '14 May 2026', '13 May 2028', '15 May 2026', '18 May 2026']]);
    expect(drawn?.svg).toContain('Stalking protection order, made 14 May 2026');
    expect(drawn?.svg).toContain('served: 15 May 2026, breaches 18 May 2026');
    expect(drawn?.svg.match(/<rect [^>]*fill="#8eb8dc"/g)).toHaveLength(1);
  });

  it('shows the days on which nothing was in force before a late renewal, as two bars and two rows', () => {
    const renewed: OrderFact = {
      type: 'OrderRenewed',
      data: {
        ...{ orderId: ORDER, perpetratorId: HIM, force: '46', renewalId: 'r-1', filedOn: '2028-05-20', onApplicationOf: 'chief-officer' },
        ...{ court: { type: 'magistrates', name: 'Testville' }, made: { on: '2028-06-01', at: null } },
        ...{ end: { is: 'fixed', lastDay: '2030-05-31' }, outOfTime: true },
      },
    };
    const late = recordedFacts(
      { stream: `order-${ORDER}`, fact: renewed, at: noon('2028-06-01') },
      { stream: `order-${ORDER}`, fact: { ...served('2028-06-02') }, at: noon('2028-06-02') },
    ).reduce(summarise, summary);
    const drawn = picture(late, '2028-06-21');
    expect(drawn?.table.rows).toEqual([
      ['Stalking protection order', '14 May 2026', '13 May 2028', '15 May 2026', '18 May 2026'],
      ['Stalking protection order, renewed after it had ended', '1 Jun 2028', '31 May 2030', '2 Jun 2028', 'none'],
    ]);
    expect(drawn?.svg.match(/<rect [^>]*fill="#8eb8dc"/g)).toHaveLength(2);
  });

  it('says of who was in court when it was made what the answer says of it', () => {
    const rowOf = (kind: 'spo' | 'restraining-conviction') => {
      const facts = recordedFacts({ stream: `order-${ORDER}`, fact: orderMade({ kind, respondentPresent: true }), at: noon('2026-05-14') });
      return picture(facts.reduce(summarise, EMPTY_SUMMARY), '2026-11-21')?.table.rows[0]?.[3];
    };
    expect([rowOf('restraining-conviction'), rowOf('spo')]).toEqual(['in court', 'in court, not served']);
  });

  it('draws a breach as charged once somebody was charged', () => {
    const stream = `breach-${BREACH}`;
    const about = { breachId: BREACH, perpetratorId: HIM, force: '46' };
    const fact: BreachFact = { type: 'Charged', data: { ...about, at: noon('2026-05-20'), offenceCodes: ['ST19001'], test: 'full-code' } };
    const charged = recordedFacts({ stream, fact, at: noon('2026-05-20') }).reduce(summarise, summary);
    const filled = (svg = '') => svg.match(/fill="#d4351c"/g)?.length ?? 0;
    expect([filled(picture(summary, '2026-11-21')?.svg), filled(picture(charged, '2026-11-21')?.svg)]).toEqual([0, 1]);
  });

  it('has a lane of incidents and a table of them and other contact, also without an order', () => {
    const of = { caseId: 'c-1', perpetratorId: HIM, force: '46' };
    const told = { channel: 'in-person', reporter: 'witness', protectedPersonIds: [], reportedAt: noon('2026-05-10') } as const;
    const occurred = { on: '2026-05-09', until: '2026-05-09', at: null };
    const opened: CaseFact = {
      type: 'StalkingCaseOpened',
      data: { ...of, openedOn: '2026-05-10', source: 'victim', protectedPersonIds: [] },
    };
    const incident: CaseFact = {
      type: 'IncidentRecorded',
      data: { ...of, ...told, incidentId: 'i-1', occurred, conduct: ['call', 'threat'] },
      personal: { account: personal([HIM], 'A call') },
    };
    const alone = recordedFacts(...[opened, incident].map((fact) => ({ stream: 'investigation-c-1', fact, at: noon('2026-05-10') })));
    const drawn = picture(alone.reduce(summarise, EMPTY_SUMMARY), '2026-11-21');
    expect(drawn?.others.rows).toEqual([['9 May 2026', 'call and threat (threat or violence)', 'incident']]);
    expect(drawn?.table.rows).toEqual([]);
    expect(drawn?.key.map(({ name }) => name)).toEqual(['incident with a threat or violence']);
    expect(drawn?.svg).toContain('Incidents in cases: 9 May 2026');
  });

  it('is left out where nothing was done', () => {
    expect(picture(EMPTY_SUMMARY, '2026-11-21')).toBeNull();
  });
});
