/**
 * Words of everyday and police English that are no names where they stand in lower case, and no misspelt names wherever they stand. Some are
 * names as well (Grace, May, Rose): with a capital those are taken for names.
 *
 * The commonest words of SCOWL (wordlist.aspell.net), size 10, and of those to size 35 the ones that differ by one letter from a common name;
 * then a few of ours. SCOWL is Copyright 2000-2016 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the
 * associated scripts, the output created from the scripts, and its documentation for any purpose is hereby granted without fee, provided that
 * the above copyright notice appears in all copies and that both that copyright notice and this permission notice appear in supporting
 * documentation. Kevin Atkinson makes no representations about the suitability of this array for any purpose. It is provided "as is" without
 * express or implied warranty.
 */
const words = new Set(
  `abandoned abilities ability able abort aborted about above absence absolute absolutely abstract abuse academic accept acceptable accepted
accepting accepts access accessed accesses accessible accessing accident accidental accidentally accord accorded according accordingly accords
account accounts accuracy accurate achieve achieved achieves achieving acquire acquired acquires acquiring acquittal across act acted acting
action actions active activities activity actor acts actual actually adapt add added adding addition additional additions address addressed
addresses addressing adds adequate adjourned adjust adjusted administration admit admits admitted admittedly admitting adopt adopted adopting
adopts advance advanced advances advancing advantage advantages advertise advertised advertises advertising advice advise advised adviser advises
advising advisory advocacy advocate advocates affair affairs affect affected affecting affects afford afraid after afternoon afternoons afterwards
again against age agency ages aggravated ago agree agreed agreeing agreement agrees ahead aid aim aimed aiming aims air alarm albeit album alert
alerts algorithm algorithms alias aliases align aligned alignment alike alive all allegation alleged alleging allow allowed allowing allows almost
alone along alpha already also alter altered altering alternate alternative alternatively alternatives alters although altogether always am
ambiguous among amongst amount amounts amuse amused amuses amusing an analogue analysis ancient and anew angle angry animal announce announcement
annoy annoyed annoying annoys annual anonymous another answer answered answering answers any anybody anyone anyplace anything anyway anywhere
apart apologies apologise apology app apparent apparently appeal appear appearance appeared appearing appears append appended appending appends
apple applicable application applications applied applies apply applying appointment appreciate appreciated appreciates appreciating approach
appropriate approval approve approved approves approving apps april arbitrary arch archive are area areas argue argued argues arguing argument
arguments arise arises arithmetic arm army around arrange arranged arrangement arrangements arranges arranging array arrays arrest arrive arrived
arrives arriving art article articles artificial artist as aside ask asked asking asks asleep aspect aspects assembler assembly assert assertion
assessed assessment assessor assessors assign assigned assignment assistant associate associated associates associating association assume assumed
assumes assuming assumption assure assured assures assuring at ate atmosphere atomic attach attached attaching attack attempt attempted attempting
attempts attend attended attending attends attention attitude attract attractive attribute attributes audience audit august aunt aunts author
authorise authorised authorities authority authors auto automatic automatically automobile autumn available average avoid avoided avoiding avoids
awaited awaiting awake award aware awareness away awful awkward axe baby back backed backer background backing backs backslash backup backward
backwards bad badly bail bake baked balance ball ban band bank banner bar bare bars base based bases basic basically basing basis batch batches
battery be beam bean beans bear bearing bears beat beautiful became because become becomes becoming bed been before beforehand began begin
beginning begins begs begun behalf behave behaviour behind being believe believed believes believing bell bells belong belongs below bench benefit
benefits beside besides best bet beta bets better betting between beyond bid bidding bids big bigger biggest bill bin binaries binary bind binding
bindings binds biology birth bit bite bites biting bits bitten bizarre black blame blank blind block blocks blood blow blown blue board boards
boat bodies body bogus bold bomb bone book books boot bootstrap bore born borne borrow borrowed borrowing borrows both bother bothered bothering
bothers bottle bottom bought bound boundary bounds box boxes boy boyfriend brace braces bracket brackets brain branch branches brand brave breach
breached breaches bread break breaking breaks bridge brief briefly bright bring bringing brings broadcast broadcasting broadcasts broke broken
brook brooks brother brothers brought brown brush brute bucket budget buffer buffers bug bugs build building buildings builds built bulk bulletin
bump bunch bundled buried buries burn burst bury burying bus bush business busy but button buy buying buys by byte bytes cab cache cached caching
cafe calculate calculation calculations calendar call callback called caller callers calling calls came camera campaign can cancelled candidate
cannot canonical capability capable capacity capital captain caption car card cardboard cards care career careful carefully carer carers cares
carried carries carry carrying cars cart carts case cases cash cassette cast cat catalogue catch catches catching categories category cater caught
cause caused causes causing caution cease ceases cell cent central centre century certain certainly chain chair chairman chance chances change
changed changes changing channel channels chaos chapter char character characters charge charged charges charging charity chars chart charts chase
chat cheap cheaper cheapest check checked checking checkpoint checks chemical cheque chequed cheques chequing chief child children chip chips
choice choices choose chooses choosing chose chosen chromium chunk chunks church circle circuit circulation circumstance circumstances citizen
city civil claim claimed claiming claims clang clarify class classes clause clean cleaned clear cleared clearer clearest clearing clearly clears
clerk clever client clients climb cloak clock clocks clone close closed closely closer closes closest closing cloth cloud club clue cluster coach
coat code coded codes coding coffee coin cold collapse colleague colleagues collect collected collecting collection collects college colleges
colon colour colours column columns combination combinations combine combined combines combining come comes coming comma command commanded
commands comment commented commenting comments commercial commission commit commitment commits committed committee common commonly communicate
communication communications community company comparable comparatively compare compared compares comparing comparison compatibility compatible
competition compile compiled compiler compilers compiling complain complained complaining complains complaint complaints complete completed
completely completes completing completion complex complexity compliance compliant complicate complicated complicates complicating component
components compose composed composes composing composition comprehensive compressed compromise compulsory compute computed computer computers
computes computing concept concern concerned concerning concerns conclusion concrete condition conditions conduct conference confident configure
configured confirm confirmed confirming confirms conflict conflicts conform confuse confused confuses confusing confusion connect connected
connecting connection connections connects consent consequence consequences consequently consider considerable considerably consideration
considered considering considers consist consistency consistent consists console constant constants constraint constraints construct consumer
consumers consumption contact contain contained containing contains contender content contents context continually continuation continue continued
continues continuing continuous continuously contract contrary contrast contribute contribution contributions control controlled controller
controlling controls convenient convention conventional conventions conversation conversion convert converted converting convicted conviction
convince convinced convinces convincing cook cookie cool cope copied copies copper copy copying copyright core cores corner corners correct
corrected correcting correction correctly corrects corrupt corrupted corrupting corruption corrupts cost costing costs could council counselling
counsellor count counted counter counting country counts county couple course courses court courts cousin cover coverage covered covering covers
crane crash crashed crashes crashing crazy creak cream create created creates creating creation creature credit crime crimes criminal crisis crisp
crisps critical criticism crook cross crowd crown cruel cry cs culture cumming cums cup cur cure curious current currently cursor custody custom
customer cut cuts cutting cycle cycles dad daily dairy damage damaged damages damaging dance danger dangerous dare dark darken dashboards data
database date dated dates dating datum daughter dawn day days dead deadlines deadlocks deaf deal dealing deals dealt dear death debate debt debug
debugging decade december decent decide decided decides deciding decimal decision decisions declare declared declares declaring decode decoding
decorator decrease dedicate dedicated dedicates dedicating deduce deem deemed deeming deems deep deeply default defaults defence defendant define
defined defines defining definite definitely definition definitions definitive degree degrees delay delete deleted deletes deleting deliberate
deliberately deliver delivered delivering delivers delivery demand demands democratic demonstrate demonstration denies dense dental department
depend depended dependency dependent depending depends deprecated depth derive derived derives deriving describe described describes describing
description descriptions descriptor design designed designing designs desirable desire desired desires desiring desk desperate despite destroy
destroyed destroying destroys detail detailed detailing details detect detected detecting detection detective detects determine determined
determines determining develop developed developers developing development develops device devices devil devise devote devoted devotes devoting
diagnostic dictionary did die died dies diet differ difference differences different differently differs difficult difficulties difficulty digit
digital digits dim dine dinner direct directed directing direction directions directive directives directly director directory directs dirty
disable disabled disables disabling disadvantage disagree disappear disappeared disappearing disappears disaster disc discard discharge discipline
disclaimer discount discourage discouraged discourages discouraging discover discovered discovering discovers discs discuss discussed discusses
discussing discussion discussions disk dislike display displayed displaying displays distance distant distinct distinction distinctly distinguish
distribute distributed distributes distributing distribution district disturb disturbed disturbing disturbs ditto divide divided divides dividing
division do doctor document documentation documented documenting documents doe does dog doing dollar domain domestic done door doors doorstep
double doubt doubtful dove down download downloaded dozen dozens draft drafted drafts drag drastic draw drawing drawn draws dream dress drew drink
drive driven driver drivers drives driving drop dropped dropping drops drove dry dubious due dumb dummy dump duplicate duplicated duration during
duty dying dynamic each ear earlier earliest early earn earth ease easier easiest easily east easy eat eaten eating eats echo economic economy
edge edit edited editing edition editor editors edits education educational effect effective effectively effects efficient effort efforts eight
either elect elected electing election electric electronic electronics elects element elements elevator eliminate else elsewhere email emails
embarrass embarrassed embarrasses embarrassing embedded emergency emit emitted emphasis employee employer employers employs empty enable enabled
enables enabling encode encoded encoding encounter encountered encountering encounters encourage encouraged encourages encouraging encrypted end
ended ending endorse ends enemy enforce enforced engine engineer engineered engineering engineers engines enjoy enormous enough ensure ensured
ensures ensuring enter entered entering enters entire entirely entitle entitled entitles entitling entity entrance entries entry environment equal
equally equipment equivalent erased eraser err error errors escape escaped escaping especially essential essentially establish established
establishes establishing establishment estimate evaluation even evened evening evenings evens event events eventually ever every everybody
everyone everything everywhere evidence evolve exact exactly examine examined examines examining example examples excellent except exception
exceptions excess excessive exchange exclude excluded excludes excluding exclusive excuse executable execute executed executes executing execution
exercise exhibit exhibits exist existed existence existing exists exit exits expand expanded expanding expands expansion expect expected expecting
expects expense expensive experience experienced experiences experiencing experiment experimental experiments expert experts expiring explain
explained explaining explains explanation explicit explicitly export exported exports expose exposed express expressed expresses expressing
expression extend extended extending extends extension extensions extensive extent external extra extract extracted extreme extremely eye eyes
face facilities facility fact factor factors facts fail failed failing fails failure failures fair fairly faith fake fall fallen falling falls
false familiar family famous fan fancy far farm farmer farther farthest fashion fast faster fastest fatal fate father fault faults favour
favourite fear feasible feather feature features february fed federal fee feed feedback feeding feeds feel feeling feels feet fell felt female
fence fetch few fewer fewest fictional field fields fight figure figures file filed files filing fill filled filler filling fills film filter
filters final finally financial find finding findings finds fine finger fingers finish finished finishes finishing finite fire firm firmly first
firstly fiscal fish fisher fishes fit fits fitted fitting five fix fixed fixes fixing flag flags flash flashed flashes flashing flat flats flavour
flew flexible flied flies flight float floated floating floats flood floor flour flow flower flowers flown flush fly flying fold folded folder
folders folds folk folks follow followed following follows folly font food foot for forbid force forced forces forcing foreign forever forget
forgets forgetting forgot forgotten fork form formal format formats formatted formatting formed former forming forms forth forthcoming fortnight
fortunately fortune forum forward foster found four fourth fraction frame framework frank free freed freedom freeing freely french frequent
frequently fresh friday friend friendly friends fries from front frost fruit fry full fully fun function functional functions fund fundamental
fundamentally funds funny furnished further furthest future gain gained gaining gains gale gambling game games gamma gap garage garbage garden gas
gasoline gate gather gave general generally generate generated generates generating generation generator generic gentle genuine get gets getting
giant gift gifts girl girlfriend give given gives giving glad glass glen global gloss go goes going gold gone good goods got gotten government
governor gown grace grade graded grades gradually graduate graft grand grandfather grandmother grandparents grands grant granted granting grants
grape grapes graph graphic graphics grass grateful grave great greater greatest greatly green greens greet grew grey grief grind grinding grinds
gross grosses ground grounds group groups groves grow growing grown grows growth guarantee guaranteed guaranteeing guarantees guard guardian guess
guessed guesses guessing guest guidance guide gun guy gym habit habits hack had hails hair hairy half hall hand handed handing handle handled
handler handlers handles handling hands handy hang hanged hanging hangs happen happened happening happens happily happy harassment hard harden
harder hardest hardly hardware hardy harm harmful harmless harms has hat hate hated hates have having hazel he head headed header headers heading
heads heals health healthy heap heaps hear heard hearing hearings hears hearsay heart heat heath heather heavily heavy height held hell hello help
helped helper helpful helping helpline helps hence her here hereby hers herself hes hexagon hid hidden hide hides hiding high higher highest
highly hill him himself hint hints his historical histories history hit hits hitting hoard hold holding holds hole holes holiday holidays hollow
holly home honest hook hooks hope hoped hopefully hopes hoping horrible horse horses hospital host hostel hot hotel hotter hour hours house
housing how however huge human hundred hundreds hung hunt hunter hurry hurt husband ice idea ideal ideas identical identified identifier identify
identity if ignore ignored ignores ignoring ill illegal image images imagination imagine immediate immediately impact implement implemented
implementing implements implication implications implicit implicitly implied implies imply implying import importance important importantly
imported importing imports impose imposed imposes imposing impossible impression improve improved improvement improvements improves improving in
inability inadequate inch inches incident incidentally incidents incline inclined inclines inclining include included includes including inclusion
income incompatible incomplete inconsistent inconvenience incorrect increase increased increases increasing indeed indent independent
independently index indexes indicate indicated indicates indicating indication indices indirect individual individually individuals industrial
industry inevitably inferior infinite influence info inform information informed informing informs inherit inherited initial initially initials
injunction inner innocent input inputs inputted inputting ins insert inserted inserting inserts inside insist insisted insisting insists install
installed installing installs instance instances instant instantly instead institution institutions instruction instructions insurance integer
integers integral intelligence intelligent intend intended intending intends intention interact interest interested interesting interests
interface interfaces interim interims internal internally international interpret interpretation interpreted interpreter interpreting interprets
interval intervals intervention interview into introduce introduced introduces introducing introduction invalid invariably invent invented
inventing invents inversions investigate invisible invitation invite invited invites inviting invocation invoke invoked invoking involve involved
involves involving iris irrelevant irritate irritated irritates irritating is isolate isolated isolates isolating issue issued issues issuing it
item items iteration its itself ivy jade january jet job jobs join joined joining joins joint joke jolly joy judge judgement july jump jumps june
junk just justification justified justifies justify justifying keen keep keeping keeps kept kernel key keyboard keyed keys keyword keywords kick
kicks kid kill killed killer killing kills kind kinda kindly kinds king kings knew knife knock knocked knocking knocks know knowing knowingly
knowledge known knows label labelled labelling labels laboratory labour lack lacked lacking lacks ladies lady lain lake lambda lamps land landed
landing landline landlord lands lane lanes language languages laptop large largely larger largest last lasts late later latest latter laugh law
laws lay layers layout lazy leach lead leaded leader leading leads leaf leak leaks leans learn learned learning learns learnt least leave leaved
leaves leaving lecture lectures led left leg legacy legal legally legend legs lemon lend length lengths less lesser lesson lessons let lets letter
letters letting level levels lever liable liaison libraries library licence license licensed licenses licensing lie lied lies life lifetime lift
light lights like liked likely likes likewise liking lily limbs limit limitation limited limiting limits line linear lines link linked linker
linking links lint list listed listen listing lists literal literally literals literature little live lived lives living load loaded loader
loading loads loan local locale locality locally located location locations lock locked locking locks lodge log logged logging logic logical login
logs lone long longer longest look looked looking looks loop loops loose lord lorries lorry lose loses losing loss lost lot lots loud loudly love
low lower lowest luck lucky lumps lunch lying machine machines mad made magic magnetic magnitude mail mailing main mainly maintain maintained
maintainer maintaining maintains major majority make maker makes making male malformed malls man manage managed management manager managers
manages managing manipulation manner manual manually manuals many map maple mapped mapping maps marble march margin mark marked marker market
marking marks marriage marry marsh marshal mask mason masons mass massive master masts match matched matches matching mate material materials
mathematical mathematics matter matters maximum may maybe me meal mean meaning meaningful meaningless meanings means meant measure measured
measures measuring mechanic mechanics mechanism media medical medium mediums meet meeting meetings meets member members membership memory men
mention mentioned mentioning mentions mere merely merge merged merging merit merits mess message messages messy met metal meter method methods
middle midnight midwife might migrate migration migrations mile miles military milk million millions mills mind minded minding minds mine miner
minimal minimum minister ministry minor minority minute minutes mislead misleading misleads misled mismatch miss missed misses missing mistake
mistaken mistakes mistaking mistook misunderstand misunderstanding misunderstands misunderstood misuse mix mixed mixes mixing moans mobile mod
mode model models modern modes modified modifies modify modifying module modules moment monday money monitor month months mood moody moor moors
moral morals more morning mornings most mostly mother motion mound mouth move moved movement movements moves movie moving much multiple mum music
must my myself mysterious nails naive name named namely names naming nasty nation national native natural naturally nature naughty navigation near
nearby nearer nearest nearly necessarily necessary necessity neck need needed needing needs negative neighbour neighbours neither nervous nest
nested net network networks never nevertheless new newer newest newly news next nice nicer nicest niece night nights nine no noble nobles nobody
node nodes noise noisy nominal non none nonsense noon nor normal normally north nose not notation note noted notes nothing notice noticed notices
noticing notified notify noting novel november now nowadays nowhere numb number numbers numbest numeric numerical numerous nurse obey object
objected objecting objection objections objects obscure observation observe observed observes observing obsolete obtain obtained obtaining obtains
obvious obviously occasion occasional occasionally occasions occupation occupied occupies occupy occupying occur occurred occurring occurs october
odd odds of off offence offences offer offered offering offers office officer offices official offline offset offsets often oh oil old older
oldest olive omit omits omitted omitting on once one ones online only onto opaque open opened opening opens operate operated operates operating
operation operations operator operators opinion opinions opportunities opportunity oppose opposed opposes opposing opposite opposition opt option
optional optionally options or order ordered ordering orders ordinary organisation organise organised organises organising origin original
originally other others otherwise ought our ours ourselves out outcome outcomes outdated outer output outputs outside over overall overdue
overflow overflows overhead overridden override overrides overriding overwrite owe owed owes owing own owner owners ownership paces pack package
packages packaging packer packet padding page pages paid pain painful pains paint pair pairs pale palms panel paper papers paragraph parallel
parameter parameters parcel parent parents park parks parse parsed parser parsing part partial partially particular particularly parties partly
partner parts party pass passed passes passing password past pat patch patches path paths patient pattern patterns pause pay payed paying pays
peace peak peaks pearl pears peculiar peer pen pending people per perfect perfectly perform performance performed performing performs perhaps
period periods permanent permanently permission permit permits permitted permitting person personal personally persons persuade persuaded
persuades persuading petrol phase phenomenon philosophy phone photo phrase phrases physical pi pick picked picking picks picky picture pictures
piece pieces pike pikes pile pilot pink pinned pins pint pipe place placed places placing plain plan plane planet planned planning plans plant
plastic platform platforms play played playing plays plea pleasant please pleased pleases pleasing plenty plot plots plug plus pocket poem poet
point pointed pointer pointers pointing pointless points poles police policies policy polite political poll polls pool pools poor pop popular
population port portable portion portions ports position positions positive possibilities possibility possible possibly post posted posting
postmaster posts potential potentially pound pounds power powerful powers practical practically practice practise precedence preceding precise
precisely precision prefer preferable preferably preference preferred preferring prefers prefix prefixed prefixes premises preparation prepare
prepared prepares preparing presence present presented presenting presents preserve preserved president press pressed presses pressing pressure
presumably presume prettier pretty prevent prevented preventing prevents previous previously price prices pride priest primary prime primitive
prince principal principle principles print printed printer printers printing printout prints prior priority private probably problem problems
procedure process processed processes processing processor processors produce produced produces producing product production products professional
profile program programme programmed programmer programmers programmes programming programs progress project projection projector projects promise
promised promises promising promote prompt promptly prone proof propagate proper properly properties property proportion proposal propose proposed
proposes proposing prospect protect protected protecting protection protects protest protocol prototype prototypes proud prove proved proves
provide provided provider provides providing proving proxy public publication publicity publicly publish published publishes publishing pull
pulled pulling pulls pulse punctuation puncture purchase pure purely purple purpose purposes push pushed pushes pushing put puts putt putted
putting putts qualified qualifies qualify qualifying quality quantities quantity quarter queries query question questions queue quick quicker
quickest quickly quiet quietly quit quite quits quitting quote quoted quotes quoting race races racy radio radios rail rain raise raised raises
raising ran random randomly rang range ranges rank rapid rapidly rare rarely rate rates rather raw re reach reached reaches reaching react
reaction read readable reader readers readily reading reads ready real realise realised realises realising reality really rear reason reasonable
reasonably reasons rebuild rebuilds recall receive received receives receiving recent recently reception receptionist recognise recognised
recognises recognising recognition recommend recommendation recommended recommending recommends record recorded recording records recover
recovered recovering recovers recursion recursive red redirect reduce reduced reduces reducing reduction redundant refer reference referenced
references referral referred referring refers reflect reflected reflecting reflection reflects refresh refuge refusal refuse refused refuses
refusing regard regarded regarding regardless regards region register registered registering registers regression regret regular regularly
regulation regulations reject rejected rejecting rejects relate related relates relating relation relationship relative relatively relatives
release released releases releasing relevance relevant reliable religion religious reluctant rely remain remained remaining remains remark remarks
remember remembered remembering remembers remind reminded reminding reminds remote remotely removal remove removed removes removing rename renamed
renaming renew renewal renewed repair repeat repeated repeatedly repeating repeats replace replaced replacement replaces replacing replay replied
replies reply replying report reported reporter reporting reports repository represent representation representative represented representing
represents reproduce request requested requesting requests require required requirement requirements requires requiring research reserve reserved
reserves reserving reset resident resides resolution resolve resolved resort resource resources respect respectively respects respond respondent
response responses responsibility responsible rest restart restore restored restores restoring restrict restricted restricting restricts result
resulted resulting results retain retained retrieve retry return returned returning returns reuse reveal revealed revealing reveals reverse revert
review reviewed revision rewrite rewritten rich rid ridding ride rides ridiculous rids right rights ring rings rise risk risky river road rob
robin robust rock role roles roll room roommate rooms root rose roses rough roughly round route routine routines row rowed rowing rows royal
royalty rubber rubbish rubs ruby rule rules rumour run running runs rush sad sadly safe safely safer safest safety said saint sake saki sale sales
salty same sample samples sand sands sandy sane sang sat satisfied satisfies satisfy satisfying saturday save saved saves saving saw say saying
says scalar scale scales scan scene scheme schemes school schools science sciences scientific scope score scores scout scrap scratch screen
screens screenshot script scripts sea sealed seals search searched searches searching season seat second secondary secondly seconds secret
secretary section sections secure security see seed seeing seek seeking seeks seem seemed seeming seems seen sees select selected selecting
selection selects self sell selling sells semantics semicolon seminar send sending sends senior sense sensible sensibly sensitive sent sentence
sentences separate separated separately separator september sequence sequences serial series serious seriously serve served server servers serves
service services serving session sessions set sets setting settings settle settled settles settling setup seven several severe severely severity
sex sexes shade shadow shake shaky shall shame shape share shared shares sharing sharp shave she shed sheet shelf shell shells shelter shift shine
ship shipped shirt shoe shoot shop shopped shopping shops shore short shortage shorter shortest shortly should shout shouted show showed showing
shown shows shredding shut shuts shutting sick side sides sieve sigh sight sign signal signals signature signatures signed significance
significant significantly signing signs silent silently silk silly similar similarly simple simpler simplest simplified simplify simply
simultaneous simultaneously since sincerely sing single sister sisters sit site sites sits sitting situation situations six size sizes skill
skills skin skip skipped skipping skips slash sleep slice slices slight slightly slip slow slower slowest slowly small smaller smallest smell
smile smirk smite smoke smooth snapshot snapshots so soaps social society socket sockets soft software sold solely solicitor solid solution
solutions solve solved solves solving some somebody somehow someone someplace something sometime sometimes somewhat somewhere son song soon sooner
soonest sophisticate sophisticated sophisticates sophisticating sorry sort sorted sorting sorts sought sound sounded sounding sounds source
sources south southern space spaces span spare spark speak speaker speakers speaking speaks special specialist specially specific specifically
specified specifier specifies specify specifying speech speed spell spelled spelling spells spelt spend spending spends spent spicy spins spirit
spite split splits splitting spoke spoken spot spots spotted spotting spread spreading spreads spring spurious square stable stack staff stage
stages stairs stakes stalking stall stand standard standards standing stands star stare start started starting starts state stated statement
statements states static stating station stations statistic statistical statistics status statuses statutory stay stayed staying stays steal
steals steam steel stems step stepbrother stepfather stepmother steps stepsister stern steward stick sticking sticks still stock stoke stokes
stole stone stones stood stop stopped stopping stops storage store stored stores storey storing storm story stove straight straightforward strange
strategy stream streams street strength strict strictly strike strikes striking string strings strip strong strongly struck structure structures
stub stuck student students studied studies study studying stuff stupid style subject subjects submit submits submitted submitting subsequent
subset substantial substitute subtle succeed success successful successfully such sudden suddenly sue sued suffer suffered suffering suffers
suffice sufficient sufficiently suffix sugar suggest suggested suggesting suggestion suggestions suggests suit suitable suitably suite suited
suiting suits sum summary summed summer sun sunday superior superseded supervisor supper supplied supplies supply supplying support supported
supporting supports suppose supposed supposedly supposes supposing suppress sure surely surface surgery surprise surprised surprises surprising
survey survive survived survives surviving suspect suspected suspecting suspects suspend suspended suspending suspends suspicion swallowed swan
swap swift switch switched switches switching symbol symbolic symbols syntax system systems tab table tables tabs tags tail tailor tails take
taken takes taking tale talk talked talking talks tall tally tank tanks tanner tape taper tapes tar target targets task tasks taste taught tax tea
teach teacher teaches teaching team teams tear technical technique techniques technology tedious teeth telephone television tell telling tells
temperature template temporarily temporary ten tenant tend tendency tends tense term terminal terminals terminate terminated terminology terms
terribly test tested testing tests text texts than thank thanks that the their theirs them themselves then theoretical theory therapist there
thereby therefore these they thick thief thin thing things think thinking thinks third this thorn thorns thoroughly those though thought thoughts
thousand thousands thread threads threat three threw through throughout throw throwing thrown throws thursday thus tick ticked ticket tickets tie
tied ties tight tiles till time timed timeline timer timers times timing tin tiny tire title titles to toads today toe together token tokens told
tomorrow tone tonight too took tool tools tooth top topic topics torn total totally touch touched touches touching tough toward towards tower
towers town toy trace tracing track tracking tracks trade traditional traffic trail trailing train trained training trains trait transfer
transferred transferring transfers transform transition translate translated translates translating translation translator transport trap trapped
trapping traps trash travel tray treat treated treating treatment treats tree trees trial trick tricky tried tries trigger triggered triggers trip
trivial trouble truck trucks true truly truncated trunk trust trusted trusting trusts truth try trying tuesday tune tunes turn turned turning
turns twelve twenty twice twins twist two tying type typed types typescript typical typically typing typo ugly ultimate ultimately unable
unacceptable unaware uncertain unchanged uncle unclear undefined under undergraduate undergraduates underlying underneath understand understanding
understands understood undone unexpected unfortunate unfortunately unhappy uniform union unique unit unite units universal universities university
unknown unless unlike unlikely unlimited unnecessarily unnecessary unpleasant unreasonable unresolved unserved unset unsigned unstable unsuitable
until unused unusual unwanted up upcoming update updated updates updating upgrade upload upon upper upset upsets upsetting upstream upwards us
usable usage use used useful useless user users uses using usual usually utilities utility utterly vacation vacations vague vaguely vain valid
validate validation validity valley valuable value values van vans variable variables variant variants variation varied varies variety various
vary varying vases vast vastly vector vehicle vendor verbatim verbose verbs verdicts verified verify verse version versions very via vicar vice
victim victims video view viewer views village violations violence violet virtual virtually virtue visibility visible vision visit visits vital
voice voicemail void volume voluntary volunteer vote votes wages wait waited waiter waiting waits wakes walk walked walker walkers walking walks
wall walls want wanted wanting wants war warden wards warm warn warned warning warnings warns warrant warranty was wash washer waste wasted wastes
wasting watch watched watches watching water watts wave way ways we weak weapon wear wearing wears weather weaver web wednesday week weekdays
weekend weekends weeks weighed weight weird welcome welcomed welcomes welcoming well wells went were west western wet what whatever whatsoever
wheel wheels when whenever where whereas whereby wherever whether which while whilst whine white whites who whoever whole wholly whom whose why
wide widely wider widespread widest widow width wields wife wild wilds will willed willing wills win wince wind window windows winds wine wings
winner winning wins winter wire wiring wise wiser wish wished wishes wishing with withdraw withdrawn withheld within without witness wolf woman
women won wonder wondered wonderful wondering wonders wood wooden woods word worded wording wordings words wore work worked worker workers working
works world worn worried worries worry worrying worse worst worth worthwhile worthy would wound wrap wrapped wrapper wrappers wrapping writable
write writer writers writes writing written wrong wrongly wrote yard yards year years yellow yes yesterday yet yield you young your yours yourself
youth yrs zebra zero zip zombie zone zones`.split(/\s+/),
);

/** @param word folded */
export function isOrdinary(word: string): boolean {
  return words.has(word);
}
