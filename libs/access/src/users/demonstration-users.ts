import type { NewUser } from './users.js';

type DemonstrationUser = Omit<NewUser, 'password'>;

function user(last: string, userName: string, displayName: string, role: NewUser['role'], force: string): DemonstrationUser {
  return { id: `00000000-0000-4000-8000-0000000000${last}`, userName, displayName, role, force };
}

/** Who may be tried out in the demonstration: every role, and every force of the fictional records to see the difference. All fictional, none has a password. */
export const demonstrationUsers: readonly DemonstrationUser[] = [
  user('01', 'legal.kent', 'Lee Fictional', 'legal', '46'),
  user('02', 'officer.kent', 'Pat Invented', 'officer', '46'),
  user('03', 'manager.kent', 'Mo Imaginary', 'manager', '46'),
  user('04', 'legal.essex', 'Les Madeup', 'legal', '42'),
  user('05', 'officer.essex', 'Ollie Pretend', 'officer', '42'),
  user('07', 'officer.met', 'Max Notional', 'officer', '01'),
  user('08', 'officer.westyorkshire', 'Wes Supposed', 'officer', '13'),
  user('09', 'officer.cheshire', 'Chas Conjectured', 'officer', '07'),
  user('10', 'officer.gwent', 'Gwen Hypothesis', 'officer', '61'),
  user('11', 'authoriser.kent', 'Sue Notreal', 'authoriser', '46'),
  user('12', 'authoriser.essex', 'Sid Unheardof', 'authoriser', '42'),
  user('06', 'administrator', 'Ada Unreal', 'administrator', '46'),
  user('13', 'administrator.second', 'Abe Fabricated', 'administrator', '46'),
];
