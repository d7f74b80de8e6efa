"""The vocabulary of posts and organisations: what tells "Young People" from a person's name."""

POST_HEADS = frozenset(
    """
    accountant administrator adviser advisor ambassador analyst apprentice architect archivist artist assistant
    associate auditor bailiff cabinet captain carer chair chairman chairperson chairwoman chief clerk co-ordinator
    coordinator commander commissioner constable consultant controller convener convenor councillor counsel
    counsellor custodian dean deputy designer developer director ecologist economist editor engineer enforcer
    estimator examiner executive facilitator founder governor headteacher handyman head historian holder inspector
    inspectors intern investigator journalist lead leader lecturer liaison librarian lieutenant manager managers
    marshal matron mayor mentor member members minister modernisation monitoring note nurse officer officers
    official officials ombudsman operator organiser owner partner paramedic planner planners practitioner president
    presenter principal prosecutor psychologist ranger recorder registrar rep representative representatives
    researcher resident residents scientist secretary sergeant solicitor specialist strategist superintendent
    supervisor surveyor taker teacher technician technologist trainee trainer translator treasurer trustee tutor
    verderer vicar vice volunteer warden worker workers cathaoirleach taoiseach comhairleoir
    """.split()
)

ORGANISATION_WORDS = frozenset(
    """
    academy agency alliance assembly associates association authority bank board borough brigade bureau business
    businesses cbc ccg centre chamber charity church citizens club college commission community company
    confederation constabulary consortium corporation council councils dc bc cc department diocese directorate
    district estyn federation force forum foundation fund group healthwatch homes hospital hospitals housing icb inc
    inspectorate institute limited llp ltd ministry nhs network office ofsted organisation organization parish
    partnership plc police pub railway school schools senedd service services society trust trusts ucc union
    university water
    """.split()
)

OTHER_WORDS = frozenset(
    """
    buses coaches ferries railways trains absence absent wales britain scotland uk access accessibility accounts
    achievement acting action activities actions additional adjourned adoption adult adults affairs agenda all also
    alternative amendment an and animal annual any apologies appeals application applications appointments
    archaeology area arrangements arts assessment assets assurance at attendance attendees attending audit benefits
    bereavement better biodiversity bill brexit budget building buildings by capital capacity care carbon cemetery
    child childcare children childrens children's city civic civil clean cleansing climate closure commercial
    commissioning committee committees communications communities complaints compliance confirmation connectivity
    conservation constitution consultation contact contract contracts contributors control core corporate
    correspondence councillors county courts crime criminal culture cultural customer customers cycling data date
    dates day decision decisions declaration declarations delivery democracy democratic development digital
    disability disposal domestic drainage draft dust duty early east eastern economic economy education educational
    elected elections electoral emergency employment energy enforcement engagement england english enterprise
    environment environmental equalities equality estate estates events exclusion external extra facilities families
    family farming feedback finance finances financial fire first fisheries fleet flood food forward framework from
    fraud free further future gas general governance government grants green grounds growth guests health healthcare
    heritage high highway highways homelessness human improvement in inclusion income independent industry
    information ireland infrastructure innovation insight inspection insurance integrated integration intelligence
    interest interests interim internal international introduction invitation investment invitees it item items job
    joint judicial junior justice key labour land landscape law learning legal leisure libraries library licensing
    life lifelong lighting liberal live living local logistics london maintenance major management marketing market
    markets matters media medical meeting meetings mental minerals minister minutes mobility monitoring motion
    motions movement museum museums national natural neighbourhood neighbourhoods new noise non north northern
    northwest notes notice notices observers observer of office on online open operational operations opposition
    order other others outcomes outside overview panel parking parks part participation parties partners
    partnerships party payments pension pensions people performance permanent personal personnel place places
    placement plan planning plans play policies policy political population portfolio practice present presentation
    press preservation prevention private procurement professional programme programmes project projects property
    proposed protection provision proceedings public quality question questions rail recreation recruitment
    recycling reform regeneration regional regulation regulatory relations remote reorganisation repairs reports
    report representation research reserve resilience resource resources response responsibilities responsive
    revenue revenues review rights risk river road roads rural safe safeguarding safer safety sales scheme science
    scotland scottish scrutiny section security select senior settlement shared site sites skills social solutions
    south southern spatial special sport sports staff standards standing state statutory strategic strategy street
    streets strategies student students sub-committee subject substance substitute substitutes substitution support
    sustainability sustainable systems task tax team teams technical technology tenancy tenants test the this time
    to together tourism town towns trade traders trading traffic training transformation transition transport
    transportation travel treasury tree trees under unit units update updates urban users vacancies vacant vehicle
    venue victim victims village virtual virtually visitors voluntary vulnerable waste webcasting welcome welfare
    well-being wellbeing welsh west western whole wider wildlife witnesses women work workforce works yorkshire
    young youth none nil monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december i ii iii iv v resolved agreed noted action actions
    following introductions chairing
    """.split()
)

NOT_NAMES = POST_HEADS | ORGANISATION_WORDS | OTHER_WORDS
"""Words that no untitled name holds, unless a known forename or initials stand before just one of them."""

QUALIFIERS = frozenset(
    "assistant associate deputy vice senior junior principal chief acting interim temporary lead joint co executive "
    "corporate a/ sub trainee under".split()
)
"""Words that make a post another post than the one without them."""
