/** The tools in use. A force's own tool names itself in its version. */
export type RiskToolCode = 's-dash' | 'sst' | 'dash' | 'dara' | 'force';
export type RiskAnswer = 'yes' | 'no' | 'unknown';

/** `standard`: no current sign of serious harm; `medium`: signs of it, unlikely unless things change; `high`: may happen at any time. */
export type Grade = 'standard' | 'medium' | 'high';
export type AssessorRole = 'call-handler' | 'officer' | 'detective' | 'supervisor' | 'safeguarding' | 'legal' | 'advocate' | 'other';

export interface RiskQuestion {
  /** Permanent: answers are stored under it. */
  readonly code: string;
  readonly text: string;
  /** Whether a yes tells of threats, weapons or violence. */
  readonly threat?: true;
}

/** One version of a tool. Answers of an old version stay as they were given when a new one comes. */
export interface RiskTool {
  readonly code: RiskToolCode;
  readonly name: string;
  readonly version: string;
  /** Empty for tools whose questions stand on their own form: their answers are stored by number. */
  readonly questions: readonly RiskQuestion[];
}

/** The tools as data, in our own words: the form of the force prevails. */
export const riskTools: readonly RiskTool[] = [
  {
    code: 's-dash',
    name: 'S-DASH stalking and harassment',
    version: '2009',
    questions: [
      { code: 'frightened', text: 'Is the victim very frightened?' },
      { code: 'history', text: 'Is there an earlier history of domestic abuse or harassment?' },
      { code: 'damage', text: 'Was property of the victim damaged or destroyed?' },
      { code: 'visits', text: 'Does the suspect turn up unannounced more than three times a week?' },
      { code: 'loitering', text: 'Does the suspect follow the victim, or loiter near home, work or other places?' },
      { code: 'threats', text: 'Were threats of physical or sexual violence made?', threat: true },
      { code: 'others-harassed', text: 'Were family, friends, children or colleagues of the victim harassed too?' },
      { code: 'violent-now', text: 'Was the suspect violent to anybody else during this?', threat: true },
      { code: 'others-used', text: 'Did the suspect get other people to help, whether they knew it or not?' },
      { code: 'substances', text: 'Does the suspect misuse drugs or alcohol?' },
      { code: 'violent-before', text: 'Is the suspect known to have been violent before?', threat: true },
    ],
  },
  { code: 'sst', name: 'Stalking screening tool', version: 'current', questions: [] },
  { code: 'dash', name: 'DASH domestic abuse', version: '2009', questions: [] },
  { code: 'dara', name: 'DARA domestic abuse', version: 'current', questions: [] },
  { code: 'force', name: 'The force’s own tool', version: 'current', questions: [] },
];

/** The newest version of the tool. */
export function riskTool(code: RiskToolCode): RiskTool {
  const tool = riskTools.find((one) => one.code === code);
  if (!tool) throw new RangeError(`There is no risk tool ${code}`);
  return tool;
}

/** The question of the tool with this code, when the tool's questions are held here. */
export function riskQuestion(tool: RiskToolCode, question: string): RiskQuestion | null {
  return riskTool(tool).questions.find(({ code }) => code === question) ?? null;
}

const order: readonly Grade[] = ['standard', 'medium', 'high'];

/** The graver of two grades; null counts for none. */
export function graver(one: Grade | null, other: Grade | null): Grade | null {
  if (one === null || other === null) return one ?? other;
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
}
