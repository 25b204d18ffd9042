/** The words by which minutes record decisions. Every repeat is bounded, so that each pattern is linear in the text. */
const adverbs =
  '(?:(?:then|also|further|therefore|unanimously|formally|generally|provisionally|subsequently|all|both|duly|again) ){0,3}';
const bodies =
  '(?:[Bb]oard|BOARD|[Cc]ommittee|[Ss]ub-[Cc]ommittee|[Cc]ouncil|[Cc]abinet|[Ee]xecutive|[Gg]overning [Bb]ody|[Pp]anel|[Mm]embers|[Cc]ouncillors|[Tt]rustees|[Gg]overnors|[Cc]ommission|[Ff]orum|[Pp]artnership|[Gg]roup|[Mm]eeting|[Aa]ssembly|[Aa]uthority|[Tt]rusts|[Dd]irectors)';
const verb =
  '(?:agreed|AGREED|resolved|RESOLVED|approved|APPROVED|noted|NOTED|endorsed|ENDORSED|accepted|ACCEPTED|ratified|RATIFIED|adopted|ADOPTED|received|RECEIVED|deferred|DEFERRED|rejected|REJECTED|recommended|RECOMMENDED|disagreed|supported|SUPPORTED|decided|DECIDED|authorised|referred|delegated|voted(?= to\\b| in favour))';

export const byBody = new RegExp(
  `(?:^|[,;:–-] ?| and |\\*)((?:[Tt]he |[Aa]ll |[Ff]ull |[Tt]his |)((?:[A-Z][\\w&'’-]{0,25} (?:and |& |of )?){0,6})(?:${bodies}|All|all)) (?:(?:considered|discussed|reviewed|debated) [^,.]{1,80} and )?${adverbs}(${verb})\\b`,
);
export const itWas = new RegExp(
  `\\b[Ii]t was ${adverbs}(?:AGREED|agreed|RESOLVED|resolved?|DECIDED|decided)\\b|\\bit was felt that\\b[^.]{0,80}\\bdeferred\\b|\\b[Ii]t was ${adverbs}proposed\\b.{0,200}\\b(?:agreed|carried|resolved)\\b`,
);
export const resolved =
  /\bRESOLVED\b|\bResolved\b|(?<!(?:been|was|issue|issues|were) )\bresolved (?=to\b|that\b|not\b)/;
export const settled =
  /\b(?:was|were) (?:\w{1,14}ly )?(?:submitted and |received and |reviewed and |amended .{0,60}and then |scrutinised and |proposed and )?(?:agreed|approved|APPROVED|adopted|ADOPTED|accepted|ACCEPTED|ratified|confirmed as (?:an? )?(?:true|correct|accurate)|signed as (?:an? )?(?:true|correct|accurate)|moved as (?:an? )?(?:true|correct|accurate)|in agreement\b|(?<=(?:and|report|update|tracker|accounts|statement|paper|log) (?:was |were )?)noted\b(?! as| that)|NOTED|endorsed|deferred|rejected|refused|elected|delegated to|referred to|co-opted|appointed)\b/;
export const minutesSubject = /^(?:The |These )?(?:draft |previous |amended |public )?minutes?\b/i;
export const elliptic =
  /^(?:AGREED|APPROVED|NOTED|RECEIVED|DEFERRED|ADOPTED|Agreed|Approved|Noted|Deferred|Adopted|Received for information|All (?:agreed|in agreement|approved)|all approved|Unanimously agreed|Unanimously Agreed)\b/;
export const trailing =
  /(?:\bAGREED|\bAgreed|\bNoted|\bNOTED|\bAll agreed|\b[Uu]nanimously [Aa]greed|\bCarried|\ball approved for payment|\bAPPROVED)[.)]?$/;
export const lost =
  /\b(?:amendment|motion|proposal)\b.{0,120}\b(?:lost|defeated|no seconder|not seconded|fell|rejected)\b/i;
export const proposed = /\b(?:proposed|moved)\b.{0,300}\bsecond(?:ed|s)\b|\bProposed by\b.{0,80}\b[Ss]econded\b/;
export const titleOutcome = / [–-] (?:deferred|held over|postponed|approved|agreed|noted|refused)\b[^.]{0,40}\.?$/;
export const planning = /\bNO (?:OBJECTIONS?|OBSERVATIONS?|COMMENTS?)\b/;
/** What was decided earlier, is only reported, or is asked for, is not decided here. */
export const history =
  /\b(?:had|has|have|having) (?:been |also |now |previously )?(?:agreed|approved|adopted|resolved|noted|accepted|decided|reached agreement|deferred)\b|\bif (?:agreed|approved|the)\b|\bpreviously agreed\b|\bsubsequently (?:adopted|agreed|approved)\b|\bbefore (?:it|they) (?:was|were)\b/;
