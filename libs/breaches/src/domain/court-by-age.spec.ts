import { describe, expect, it } from '@jest/globals';
import { courtByAge } from './court-by-age.js';

const born = '2008-04-07';

describe('the court that hears a breach, by age', () => {
  it('is the youth court while the respondent is under 18, decided at the first appearance', () => {
    expect(courtByAge(born, '2026-04-01', '2026-04-06')).toMatch(/^Youth court if the respondent first appears for it before 7 Apr 2026/);
  });

  it('is the magistrates’ court once they have turned 18, unless they appeared before', () => {
    expect(courtByAge(born, '2026-04-01', '2026-04-07')).toMatch(
      /^Magistrates’ court, as the respondent turned 18 on 7 Apr 2026; youth court where/,
    );
  });

  it('needs no word for somebody who was of age when it happened, and says where nobody can tell', () => {
    expect(courtByAge(born, '2026-04-07', '2026-04-08')).toBeNull();
    expect(courtByAge(null, '2026-04-07', '2026-04-08')).toMatch(/^Not known, as the date of birth is not recorded/);
  });
});
