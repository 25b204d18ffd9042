/** Words for whoever may owe something: posts, titled names, initials, full names. Patterns without groups, all bounded. */

const post =
  '(?:(?:Parish |Town |Deputy |Committee |Company |Acting |Assistant |Interim |Vice[- ]|Corporate |Executive |Strategic |Scrutiny |Democratic |Monitoring |Accountable |Chief |Clinical |Programme |Project |Cabinet |Lead |Section |Finance |Medical |Nursing |Lay |Board |Data |Challenge |challenge |Head ?|head ?){0,3}' +
  '(?:[Cc]lerk|[Cc]hair(?:man|woman|person)?|CHAIR|CLERK|[Ss]ecretary|[Ss]ecretariat|[Tt]reasurer|Director|DIRECTOR|Executive|Officers?|[Oo]fficers|Manager|Co-?ordinator|Leader|Mayor|Member|Nurse|Administrator|Head|Headteacher|teacher|[Oo]wner|Solicitor|Accountant|Planner|[Tt]eam|[Pp]anel|Trustees?|Governors|Councillors|[Ww]orking [Gg]roup|board members|Board members|Members|President|Convener|Provost|[Cc]ompany|[Cc]ontractor)' +
  "(?: (?:of|for) (?:the )?[A-Z][\\w&'’-]{0,25}(?:(?:,? (?:and|&) | )(?:[A-Z][\\w&'’-]{0,25}|the [A-Z][\\w&'’-]{0,25})){0,5})?(?: \\([A-Z][\\w '’&-]{0,30}\\))?)";
const title =
  '(?:Cllrs?|CIr|CLLR|Councillors?|COUNCILLOR|Mrs?|Ms|Miss|Dr|Prof|Professor|Rev|Revd|Supt|Insp|County Cllr|Mr)\\.?';
const surname = "(?:(?:Mc|Mac|O['’]|de |van |al-)?[A-Z][a-z'’]{1,20}(?:-[A-Z][a-z]{1,20})?|[A-Z]{3,20})";
const titled = `${title} (?:(?:Mrs?|Ms|Miss|Dr)\\.? )?(?:[A-Z]\\.? ?){0,3}(?:[A-Z][a-z]{1,20} )?${surname}(?: \\([A-Z]{2,4}\\))?`;
const initials = "(?:[A-Z]{2,4}|[A-Z]{2}[a-z]{1,3}|[A-Z][a-z]{1,2}[A-Z])(?=[ ,/&:;.-]|$)(?:’s|'s)?";
const fullName = `(?!The |This |That |Our |Their |His |Her |These )[A-Z][a-z]{1,15}(?: [A-Z]\\.?)? ${surname}`;

const one = `(?:[Tt]he |THE |[Oo]ur |All |all )?(?:${titled}|${post}|${fullName}|${initials}|ALL\\b|All\\b)`;

/** One or more of them: "the Chairman and Clerk", "GP/RE", "CLLR ANDERSON / CLERK". */
export const actors = `${one}(?:(?: ?/ ?|, | and | & | AND )${one}){0,4}`;

/** Every titled name in a text. */
export const titledName = new RegExp(titled, 'g');

/** A person's name on its own, as in "Sarah James advised" or "Gary commented". */
export const speaker = `(?:${titled}|${fullName}|[A-Z][a-z]{2,15}|${initials}|The ${post}|the ${post}|${post})`;

const notNames =
  /^(?:The|This|That|These|Those|It|In|At|On|For|Members?|Reports?|No|All|An?|As|Also|Further|Following|Council|Committee|Board|Cabinet|Agenda|Minutes?|Meeting|Item|RESOLVED|AGREED|NOTED|ACTION|NHS|However|There|He|She|They|We|Proposed|Grant|Contrast|Need|Ok|OK|Discussion|Decision|Thanks|New|Next|Any|None|Part|Section|Report|Work|Budgets?|Prevalence|Already|Draft|Our|To|TO|Health|Public|Could|If|When|What|Why|Who|Dates?|Further)\b/;

/** Guards a bare first name or initials against ordinary words that begin a sentence. */
export const isName = (words: string): boolean => !notNames.test(words.replace(/^(?:The|Our) (?=[A-Z])/, ''));

const organisation =
  /\b(?:CCGs?|ICB|ICS|NHS|Trust|Council|Committee|Board|Group|Partnership|Director|Officer|Member|Manager|Lead|Head|Cabinet|Services?|University|Department|Authority|Association|Office|Team|Executive|Foundation|Healthwatch|Police|Constabulary|Chief|Deputy|Clerk|Chair\w*|Nurse|Representative|Secretary|Treasurer|Commissioner|Consultant|Programme|Assurance|Governance|Practice|Centre|College|School|Hospital|Care|Health|Public|Governor|Mayor|Items?|Apologies|Present|Attendance|Lay|Town|Parish|County|City|Community|Ltd|Limited|Forum|Agenda|North|South|East|West)\b/;
const personName = new RegExp(
  `^(?:${title} )?(?:(?:Mrs?|Ms|Miss|Dr)\\.? )?(?:(?:[A-Z]\\.? ?){1,3}|[A-Z][a-z'’-]{1,15} ){0,2}(?:[A-Z]\\.? )?${surname}$`,
);

/** "Andrea Green", "Dr Owen Thackeray", "Councillor Abbott", "Cllr M Fry": a name and not a body or a post. */
export function isPersonName(words: string): boolean {
  const bare = words.replace(new RegExp(`^${title} `), '');
  if (organisation.test(bare) || !personName.test(words)) return false;
  return bare !== words || / /.test(words.trim());
}
