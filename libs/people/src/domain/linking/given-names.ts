/**
 * Names of one person on a birth certificate and in daily life, each line one name. Small on purpose: it only has what is common in
 * England and Wales.
 */
const groups = `
alexander alexandra alex al sandy sasha alec alexis|andrew andy drew|anthony antony tony|barnaby barney|benjamin ben benny|catherine katherine kathryn
 catharine kate katie kathy cathy kat|charles charlie chas|charlotte lottie charlie|christine christina christopher chris kris tina christy|daniel dan danny
danielle dani|david dave davey|deborah debra debbie deb|dexter dex|donald don|dorothy dot dolly|edward eddie ed ted teddy ned|eleanor ellie nell elena nora
elizabeth elisabeth liz lizzie beth betty eliza libby elsie lisa|emily em millie|emma em emmie|frances francis fran frank frankie|frederick fred freddie
gabriel gabrielle gabe gabby|geoffrey jeffrey geoff jeff|george georgie|gerald gerry jerry|gregory greg|harold harry hal|henry harry hank|isabella isabelle
 isabel izzy bella|jacob jake|jacqueline jackie|james jim jimmy jamie|janet jan|jennifer jenny jen|jessica jess jessie|joanne joanna jo|john johnny jon jack
jonathan jonathon jon|joseph joe joey|joshua josh|judith judy|katrina trina|kenneth ken kenny|lawrence laurence larry laurie|leonard len lenny|lucy lucille
margaret maggie meg peggy margot|martin marty|mary molly polly|matthew matt|maxwell maximilian max|megan meg|melanie mel|michael mike mick mickey
michelle shelly|mohammed muhammad mohammad mohamed mo|nathaniel nathan nat nate|nicholas nicolas nick nicky|nicola nicole nicky nikki|oliver ollie
olivia liv livvy|pamela pam|patricia pat tricia trish|patrick pat paddy|peter pete|philip phillip phil|quentin quintin|rebecca becky becca|richard rick dick
 richie ricky|robert rob bob bobby robbie bert|ronald ron ronnie|samantha sam sammy|samuel sam sammy|sarah sara sally|sophie sophia|stephen steven steve
stephanie steph|stuart stewart stu|susan sue susie suzanne|terence terry|theodore theo ted|theresa teresa tess terry|thomas tom tommy|timothy tim
valerie val|victoria vicky tori|vincent vince|walter wally walt|william bill billy will liam willie|zachary zach zac`;

/** Common names of which none is a form of another, though some look or sound alike: Jean is not Joan. */
const others = `aaron abigail adam adrian alan albert alfie alice alison allan amanda amber amelia amy andrea angela ann anna anne annie archie arthur ashley
austin ava barbara barry beverley brandon brenda brian bradley bruce callum cameron carl carol caroline cheryl chloe claire clive colin connor craig
darren dawn dean denise dennis derek diana diane dominic douglas duncan dylan elaine ella ellen eric erin ethan eva evie faith fiona florence freya
gail gareth gary gavin gemma georgia georgina gillian glen gordon grace graham grant guy hannah harriet harrison hayden hayley hazel heather helen holly
howard hugh iain ian imogen irene isaac isla ivan jade jane jasmine jason jayden jean jeremy jill joan jodie jordan joyce julia julian julie june justin
karen karl kayla kayleigh keith kelly kerry kevin kieran kim kirsty kyle laura lauren layla leah lee leo leon lesley leslie lewis lily linda logan lorraine
louis louise luca lucas luke lynn madison marc maria marie marion mark marilyn maureen maya mia miles mason molly naomi natalie natasha neil nigel noah
norman oscar owen paige paul paula pauline phoebe poppy rachel ralph raymond reece robin roger rory rosie ross roy ruby russell ruth ryan sandra scarlett
scott sean seth sharon sheila shane shannon shirley simon sofia spencer stanley stella summer sylvia tanya tara taylor toby tracy trevor tyler una vanessa
veronica violet wayne wendy yasmin yvonne zara zoe`;

const formsOf = new Map<string, Set<string>>();
for (const [nth, group] of groups.split(/[|\n](?! )/).entries()) {
  for (const name of group.split(/\s+/).filter((one) => one !== '')) formsOf.set(name, (formsOf.get(name) ?? new Set()).add(String(nth)));
}
const known = new Set([...formsOf.keys(), ...others.split(/\s+/)]);

/** The other forms of a folded given name: William, Will and others for Bill. */
export function otherForms(name: string): string[] {
  const groupsOf = formsOf.get(name);
  if (groupsOf === undefined) return [];
  return [...formsOf].flatMap(([other, forms]) => (other !== name && [...groupsOf].some((one) => forms.has(one)) ? [other] : []));
}

/** Common given names in England and Wales, folded. */
export const commonGivenNames: readonly string[] = [...known];

/** Whether one name is a form of the other: Bill and William, both folded. */
export function isFormOf(one: string, other: string): boolean {
  const forms = formsOf.get(one);
  return forms !== undefined && [...(formsOf.get(other) ?? [])].some((form) => forms.has(form));
}

/** Whether both are common names of their own: then they are two names, however little tells them apart. */
export function areTwoNames(one: string, other: string): boolean {
  return one !== other && known.has(one) && known.has(other) && !isFormOf(one, other);
}
