/**
 * Words of everyday and police English that are no names where they stand in lower case, and no misspelt names wherever they stand: the
 * commonest, and those that differ by one letter from a common name. Some are names as well (Grace, May, Rose): with a capital those are
 * taken for names.
 */
const words = new Set(
  `abandoned ability able abort aborted about above absolute abstract accept acceptable accepted accepts access accessed accesses accessible
accessing according account accurate acquittal across act action actions active actor acts actual actually adapt adapter adapters add
added adding addition additional additions address addresses adds adjourned adjust adjusted advantage advice adviser advisor advisory
advocacy advocate advocates affect affected affects after afternoon afternoons afterwards again against age agency aggravated ago agreed
ahead aim aimed albeit alert alerts algorithm algorithms alias aliases align aligned alignment alike alive all allegation alleged alleging
allocate allocated allocating allocation allow allowed allowing allows almost alone along alpha already also alter alternate although
always among amount analysis and anew angry another answer answered answers any anybody anymore anyone anything anytime anyway anywhere
apart api app appeal appear appears append appended appending appends applicable applied applies apply applying appointment approach
approval approve approved apps april arbitrary arch archive are area aren arg args argument arguments arithmetic arm around array arrays
arrest ascii ask asked asks assembler assert assertion assessed assessment assessor assessors assign assigned assignment assistant
associated assume assumed assumes assuming at atomic atomically attached attempt attempting attempts attr attribute attributes audit
august aunt aunts author authorise authorised authority authors auto autocommit autoconf automake automatic autumn available avoid
avoiding avoids awaited awaiting awake aware awareness away axe baby back backend backer background backslash backup backups backward
backwards bad bail bake baked bank banner bare base based bases basic basis batch batches beam bean beans beat became because become
becomes bed been before began begin beginning begs begun behave behavior behaviour behind being believe bell belle bells belongs below
bench benefit beside best beta better between beyond big bin binaries binary bind binding bindings binds birth bit bite bits black blame
blank blind block blockquote blocks blood blow blown blue board boat body bogus bold bomb bone book boolean boot bootstrap born both
bottle bottom bought bound boundary bounds box boxes boy boyfriend brace braces brain branch branches brave breach breached breaches bread
break breaking breaks bridge brief bright bring brings broke broken brook brooks brother brothers brought brown browser brush brute buf
buffer buffers bug bugs build building builds built builtin builtins bulk bump bunch bundled burke burn burst bus bush busy but button buy
by byte bytes cab cache cached caching cafe calendar call callback callbacks called caller callers calling calls came camera can cancelled
candidate cannot canonical capability caption car card care career careful carer carers carried carries carry cars cart carts case cases
cash cast castore cat catch categories category cater cause caused causes causing caution ceases cell center centre certain chain chair
chance change changed changelog changes changing channel channels char character characters charge charged charges charity charlen chars
chart charts chase chat cheap check checkboxes checked checking checkpoint checks chief child children chip chips choice choices chokidar
choosable choose choosing chosen chromium chunk chunks church circle city civil claim claims clang clarify class classes clause clean
cleaned cleanup cleanups clear clearly clerk client clients climb cloak clock clocks clone close closed closes closing cloth cloud cls
cluster cmd coach coat code codebases codes coding coffee coin col cold colleague colleagues collect collection college colon color column
columns combine combined come comes comma command commanded commands comment comments commercial commit commits committed common community
compare compared comparing comparison compat compatible compile compiled compiler compilers compiling complain complaint complete
completed completely completion complex compliance compliant component components compose compressed compute computed computing condition
conditions conduct configure configured confirmed conflict conflicts conform confused confusing confusion connect connection consent
consider considered consistent console const constant constants constraint construct consumer consumers contact contain contained
containing contains contender content contents context continue control controlled controller controls convention conversion convert
converted converting convicted conviction cook cookie cool cope copied copies copper copy copying copyright core cores corner correct
corrected correction correctly corruption cost costs could council counselling counsellor count counted counter counting counts county
couple course court courts cousin cover coverage covered crane crash crashes creak cream create created creates creating creation crime
crimes criminal critical crook cross crowd crown cruel cry crypto cur current currently custody custom cut cycle dad daily dairy damage
dance danger dare dark darken dashboards data database date dated dates daughter dawn day days dead deadlines deadlocks deaf deal dealing
dealt dear death debhelper debt debug debugging december decent decide decided decides decimal decision decisions declare declared decode
decoding decorator deep default defaults defendant define defined defines defining definition delay delete deleted deleting deliver
delivered delivery denies dense dental department depend dependency dependent depending depends deprecated depth deref derive derived desc
describe described describes describing descriptor design designed desired desk detail detailed details detect detected detecting
detection detective determine determined developers device devices devil devise diagnostic dict dictionary did die diet diff differ
difference different differs digit digits dim dine dinner direct direction directions directive directives directly directory dirty
disable disabled disables disabling discard discharge disclaimer discover discussion disk dislike display displayed dist distinct
distribute div do docker docs doctor document documented documents does dog doing domain domestic done door doorbell doors doorstep double
dove down download downloaded draft drafted drafts drag drake draw dream dress drew drink drive driver drives drop dropped drove dry due
dummy dump dup duplicate duplicated duration during duty dynamic each ear earlier early earn ease easier easily east easy eat echo edge
edit education effect effective effects efficient eight either element elements eliminate else elsewhere email emails embedded emergency
emit emitted employee employer employers employs empty enable enabled enables enabling encode encoded encoding encodings encrypted end
ended ending endorse endpoint ends enforce enforced engine engines enough ensure ensures enter entire entirely entity entries entry enum
equal equivalent erased errno error errors escape escaped escaping esdb eslint especially evaluation even evening event events eventually
ever every everybody everything everywhere evidence evolve ex exact exactly example examples except exception exceptions exchange exclude
excluded excluding exclusive excuse exec executable execute executed executing execution exhibit exhibits exist existence existing exists
exit exits expand expanded expansion expect expected expiring explain explicit explicitly export exported exports expose exposed expr
express expression extend extended extends extension extensions extern external extra extract extracted eye eyes face fact facts fail
failed failing fails failure failures fair faith fake fall fallback fallen false family far farm farmer fast faster fatal father fdatasync
fear feather feature features february fee feed feel feet fell felt female fence fetch few fewer fictional field fields fieldset fight
figure figures file filed filename filenames files filesystem filing fill filler fills filter filters final finally find finding findings
fine finger finish finished fire firm first fish fisher fit fits five fix fixed fixes fixing flag flags flash flat flats float floating
flood floor flour flow flower flowers flush fly fold folded folder folders folds follow followed following follows folly font food foot
for forbid force forces foreign forget fork form format formats formatted formatting former forms fortnight forum forward foster found
four frame framework frank franke free freed freeing fresh friday friend friends from front frost fruit fsync ftp full fully fun function
functional functions funny furnished further future gain gale gambling game games gamma gap garage garbage garden gate gave general
generally generate generated generates generating generation generator generic gentle get gets gettext getting giant gift gifts girl
girlfriend give given gives giving glad glass glen glob global globals gloss go goes going gold gone good got goto gown grace grade graded
grades graft grand grandfather grandmother grandparents grant granted grants grape grapes grass grave great greater greek green greens
greet grep grew grey grief gross ground group groups groves grow grown guarantee guaranteed guarantees guard guardian guess guest guidance
guide gym hack had hails hair hairy half hall hand handle handled handler handlers handles handling hands handy hang happen happened
happens happy harassment hard hardcoded harden hardly hardware hardy harm harms has hasn hate hated hates have having hazel he head header
headers heading heals health heap heaps hear heard hearing hearings hears hearsay heart heat heath heather heavy height held hello hells
help helper helpful helpline helps her here hereby hers hex hexagon hidden hide high higher hill him hint his histories history hit hoard
hold holds hole holiday holidays hollow holly home hook hooks hope horse hospital host hostel hostname hotel hotter hour hours house
housing how however huge hunter hurry hurt husband ice idea identical identified identifier identify identity if ifdef ignore ignored
ignoring ill image images img immediate immich implement implements implicit implicitly implied implies import important imported
importing imports impossible improve improved in incident incidents incl include included includes including inclusion incomplete
incorrect increase indent independent index indexes indicate indicated indicates indicating indices indirect individual infinite info
inform inherit inherited initdb initial initialize initially injunction inline input inputmode inputs ins insert inserted inside install
installed installing installs instance instances instant instead integer integers intended interface interfaces interim interims internal
internally interpreter interview into intro introduce introduced invalid inversions invocation invoke invoked invoking iris is issue
issued issues it item items iteration iterator its itself ivy jade jammy january jet job join joint jolly joy jsc july june just keep
keeping keeps kept kernel key keyed keys keyword keywords kgrzybek kick kicks kill killer kind kinda kinds kings knew knife knock knocked
know knowingly known knows label labelled labels lack lady lain lake lambda lamps land landline landlord lane lanes language languages
larder large larger last late latency later latest latter laugh law lay layers layout lead leading leads leak leaks leans least leave
leaves leaving left leg legacy legal legend lemon length lengths less let lets letter letters level levels lever liaison libc libraries
library libstdc libtool licence license licensed licenses licensing lie life light like likely likes likewise lily limbs limit limitation
limited limits line lines link linked linker linking links lint lintian list listed listen listing lists literal literals little live
lived lives load loaded loader loading loads loan local locale locality locally located location locations lock locking locks lodge log
logged logging logic logical login logs lone long longer look looked looking looks lookup loop loops lord lose loses loss lost lot lots
loud love low lower lowercase luck lucky lumps lunch machine machines made magic mail mailing main maintain maintained maintainer major
make maker makes making male malformed malls man manage management manager managers manner manpage manpages manual manually many map maple
mapped mapping maps marble march margin mario mark marked marker market marking marks marry marsh marshal mask mason masons master masts
match matched matches matching mate material materials math matter matters maximum may maybe me meads meal mean meaning means meant
measured measures mechanism medians medium meet meeting meets mega member members memcpy memory men mention mentioned merge merged merging
message messages met meta metadata meter method methods middle midwife might migrate migration migrations mile miles milk mille mills mind
mine miner minimal minimum minister ministry minor minutes mips misc misleading mismatch miss missed missing mistake mix mixed mixes mkdir
moans mobile mode model models modern modes modified modify modifying module modules moj moment monday money monorepo month months mood
moody moor moors morals more morning mornings most mostly mother motion mound mouth move moved moves moving much multilib multiple mum
music must my myself nails naive name named names namespace naming national native nav navigation nbsp near nearly necessary necessity
neck need needed needs negative neighbour neighbours neither nest nested network never new newer newest newline newlines newly news next
nextval nice niece night nights nine no noble nobles nobody node nodenext nodes noise nominal non none noon nor normal normally north nose
not notation note noted notes nothing notice notices notified notify novalidate november now nth number numbers numeric nurse object
objects obsolete obtain obtained obtaining obvious occupation occur occurred occurs ocoda october of off offence offences offer offered
office officer official offline offset offsets often oil old older olive omit omitted on once one ones online only onto opaque open opened
opening opens operate operating operation operations operator operators opt optimize optimized option optional optionally options or order
ordered ordering orders ordinality origin original originally other others otherwise ought our ours out outcome outcomes outdated outer
output outputs outside over overdue overflow overflows overhead overridden override overrides overriding overwrite owens own owner
ownership oxlint paces pack package packages packaging packer padding page pages paid pain pains paint pair pairs pale palms panel
paragraph parallel parameter parameters parcel paren parent parents park parks parse parsed parser parsing part partial partially
particular partner parts party pass passed passes passing password past pat patch patches path pathname paths pattern patterns pay peace
peaks pearl pears peer pen pending people per perform performed performs perhaps period periods permission permit permitted person
personal persons phone photo phrase pick picks picky picture piece pieces pike pikes pilot pink pinned pins pip pipe place placed places
plain plan platform platforms play plays please plenty plpgsql plugin plus pnld point pointed pointer pointers pointing points poles
police policy polite poll polls pool pools poor pop port portable portion portions ports position positive possible possibly post
postmaster potential pound power powerpc practice pragma precedence preceding precise precision prefer preference preferred prefers prefix
prefixed prefixes premises prepare prepared presence present preserve preserved press prettier pretty prevent prevents previous previously
price pride priest primary prince principal print printed printf printing prints prior priority private probably problem problems
procedure process processed processes processing processor produce produced produces product production products profile program programme
programs progress project projection projector projects promise promote prompt proof propagate proper properly properties property
proposal proposed protect protected protection protects protocol prototype prototypes proud proved proves provide provided provider
provides providing proxy public publish published pull pulse pure purple purpose purposes push put pygments queries query question queue
quick quiet quite quote quoted quotes quoting race races racy radios rail rain raise raised ran random rang range ranges rank rare rate
rather raw reach reached reaches reaching read readable reader readers reading readline reads ready real really rear reason reasonable
reasons rebuild rebuilds receive received receiving recent recently reception receptionist recognize recognized record recorded records
recursion recursive red redirect reduce redundant refer reference referenced references referral refers reflect refresh refuge refusal
refuse refused refuses regarding regardless region register registered registers regression regular reject rejected related relation
relative relatives release released releases relevant reliable rely remain remaining remains remote removal remove removed removes
removing rename renamed renaming renew renewal renewed repeat repeated replace replaced replaces replacing replay reply report reported
reporter reporting reports repository represent represents reproduce request requested requests require required requires requiring
reserved reset resides resolution resolve resolved resource resources respect respondent response rest restore restrict restricted result
resulting results retain retained retried retrieve retry return returned returning returns reuse reverse revert review reviewed revision
rewrite rewritten rich rid ride rides right rights ring rings risk risky river road rob robin robust rock role roles room roommate rooms
root rose roses rough round route routine routines row rowed rowing rows royal royalty rubs ruby rule rules run running runs runtime rush
sad safe safely safer safety said sale sales salty same sample samples sand sands sandy sane sang sat satisfy saturday save saved saves
saving saw say says scalar scales scan schema scheme schemeless schemes school scope scout screen screenshot script scripts sea sealed
seals search searched searching seat second seconds secret section sections secure security sed see seed seem seems seen sees segfault
select selected selection self sell semantics semicolon send sending sends sense sent sentence sentences separate separated separately
separator september sequence sequences serial series serious serve served server servers service services session sessions set sets
setting settings setup seven several severity sex sexes shade shadow shake shaky shall shame shape share shared sharp shave she shed sheet
shell shells shelter shift shine ship shipped shirt shoe shop shops shore short shorter should shouldn shout shouted show showing shown
shows shredding shut sick side sides sieve sigh sign signal signals signature signatures signed silent silently silk silly similar
similarly simple simpler simplified simplify simply since sing single sister sisters sit site situation situations six size sizes skin
skip skipped skipping skips slash sleep slice slices slightly slip slow slower small smaller smallint smell smile smirk smite smoke
snapshot snapshots so soaps social socket sockets soft software solicitor solution some somebody someone something sometimes son song soon
sort sorted sorting sorts sought sound source sources south space spaces span sparc spark speak speaks special specialist specific
specified specifier specifies specify specifying speech speed spell spellcheck spelling spend spicy spins split splitting spoke spot
spring spurious stable stack staff stage stairs stakes stalking stall stand standalone standard standards standing stands star stare start
started starting starts startup stat state statement statements states static station statistics status statuses statutory stay stays
stdio stdlib steals steam steel stems step stepbrother stepfather stepmother steps stepsister stern stevenb steward sticks still stoat
stoke stokes stole stone stones stood stop stopped stops storage store stored storing storm story stove straight strange stream streams
street strict strictly string strings strip strong structure structures stuart stub stuck stuff style stylesheet subject sublicense submit
subsequent subset substitute success successful such sue sued suffered sufficient suffix suggested suitable suite summary summed summer
sun sunday superseded supertest supervisor supper supplied supply support supported supporting supports supposed suppress sure surgery
swallowed swan swap swc swift switch switching symbol symbolic symbols symlink symlinks sync syntax system systems tab table tables tabs
tags tail tailor tails take taken takes taking tale talk tall tally tanner taper tar tarball target targets task tasks tbody tea teach
teacher team teams tear telephone tell tells temp template templates temporary ten tenant tense term terminal terminate terminated terms
terra test tested testing tests testsuite text texts than thank thanks that the thead their theirs them themselves then therapist there
therefore these they thick thief thin thing things think third this thorn thorns those though thought thread threads threat three threw
through throughout throw thrown throws thursday thus tick tickable ticked tie tiles till time timeline timeout timer timers times
timestamp tiny tire title to toads today toe together token tokens told tomorrow tone toners tonight too took tool tools top torn total
touch tough toward tower towers town toy trace tracing track tracking trade trail trailing train trains trait transfer transform
transition translate translated translator trash tray treat treated tree trial trick tricky tried tries trigger triggered triggers trip
trivial troy true truncated trust trusted try trying tsconfig tty tuesday tunes tuple turn turned turns twice twins twist two type
typecheck typed typedef typeorm types typescript typically typing typo typos unable unchanged uncle unclear undefined under underlying
understand undone unexpected union unique unit units university unknown unless unlikely unlimited unlogged unneeded unnest unreasoned
unresolved unserved unset unshare unsigned unstable until unused up upcoming update updated updates updating upgrade upload upon upper
upsert upstream us usable usage use used useful useless user users uses using usual usually utilities utility vain valgrind valid validate
validation validity valley value values van var variable variables variant variants variation varied various vary vases vector vehicle
vendor verbatim verbose verbs verdicts verified verify verse version versioned versioning versions very via vicar vice victim victims
video view viewer views village violations violence violet virtual visibility visible visit visits vitest voice voicemail void voluntary
volunteer wages wait waited waiter waiting waits wakes walk walked walker walkers wall waller walls want wants war warden warder wards
warm warn warning warnings warrant warranty was wash washer watch watched water watts wave way ways we weak wear weaver web wednesday week
weekdays weekend weekends weeks weighed weight well wells went were west wet what whatever wheel when whenever where whether which while
whine white whites whitespace who whoever whole wholly whom whose why wide widow width wields wife wild wilds will wills win wince wind
window windows winds wine wings winner winter wiring wiser wish wishes with withdraw withdrawn withheld within without witness wolf
wolkenkit woman women won wood woods word wording wordings words wore work workaround worked worker working works world worry worse worst
worth worths would wound wrap wrapped wrapper wrappers wrapping writable write writer writers writes writing written wrong wrongly wrote
yard yards year years yellow yes yesterday yet yield you young your yours youth yrs zebra zero zip zlib zod zombie zone zones`.split(/\s+/),
);

/** @param word folded */
export function isOrdinary(word: string): boolean {
  return words.has(word);
}
