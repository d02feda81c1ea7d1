import { describe, expect, it } from '@jest/globals';
import { nothingOfYouth, type ReportingRestriction, type YouthRecord } from '#orders';
import { examplePack } from './example-pack.fixture.js';
import { packPaper } from './pack-paper.js';
import { youthNotice } from './youth-notice.js';

const born = { dateOfBirth: '2008-04-07', isYouthCourt: true } as const;
const filed = { ...born, record: nothingOfYouth, then: { is: 'application', on: '2026-04-02' }, on: '2026-04-02' } as const;
const recorded = (restriction: ReportingRestriction, from: string): YouthRecord => ({
  contacts: [],
  reporting: [
    { restrictionId: 'r-1', force: '46', restriction, court: { type: 'youth', name: 'Hiddenham, 1 Nowhere Road' }, from, note: null },
  ],
});

describe('the notice on papers about somebody under 18', () => {
  it('says how old the respondent was, and that reporting is restricted', () => {
    expect(youthNotice(filed)).toEqual({
      lines: [
        'The respondent was 17 when the application was made.',
        'Restrictions on reporting apply: the automatic restriction of the youth court.',
      ],
      foot: 'Restrictions on reporting apply',
    });
    expect(youthNotice({ ...filed, then: null }).lines[0]).toBe('The respondent is under 18 and turns 18 on 7 Apr 2026.');
    expect(youthNotice({ ...filed, dateOfBirth: null }).lines[0]).toContain('the date of birth is not known');
  });

  it('says what a court did, by its kind and not in anybody’s own words', () => {
    const { lines, foot } = youthNotice({ ...filed, record: recorded('directed', '2026-04-03') });
    expect(lines[1]).toBe('Restrictions on reporting apply: directed by the youth court, from 3 Apr 2026.');
    expect(foot).toBe('Restrictions on reporting apply');
    expect(youthNotice({ ...filed, record: recorded('lifted', '2026-04-03') }).foot).toBeNull();
  });

  it('asks once the respondent has turned 18 and nobody has said what holds', () => {
    expect(youthNotice({ ...filed, on: '2026-04-07' }).lines[1]).toContain('Ask the court what restriction on reporting holds');
    expect(youthNotice({ ...filed, on: '2026-05-01', record: recorded('ended', '2026-04-07') }).foot).toBeNull();
  });

  it('stands at the head of the pack, the complaint and the draft order, and at the foot of every page', () => {
    const youth = youthNotice(filed);
    const adult = examplePack();
    const paper = packPaper({ ...adult, respondent: { ...adult.respondent, youth } });
    const heads = paper.parts.filter(({ blocks }) => blocks.some((block) => block.is === 'text' && block.text === youth.lines[1]));
    expect(heads.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Application pack', 'Application (complaint)', 'Draft order', 'Draft interim order']),
    );
    expect(paper.foot).toMatch(/Restrictions on reporting apply$/);
    expect(JSON.stringify(packPaper(adult))).not.toContain('reporting');
  });
});
