/** What can be wrong with a request. Each is a page of the documentation, and its address is the problem's `type`. */
export const problems = {
  'not-json': {
    status: 400,
    title: 'The body is not JSON',
    text: 'The body of the request could not be read as JSON in UTF-8. Nothing was done.',
  },
  'wrong-parameter': {
    status: 400,
    title: 'A parameter of the address is wrong',
    text: 'A parameter is not known, is given twice, or has a value that it cannot have. `errors` names each. Unknown parameters are refused because one that is misspelt and passed over gives an answer to another question.',
  },
  'wrong-cursor': {
    status: 400,
    title: 'The cursor is not of this list',
    text: 'A cursor leads on in the list that it came from, with the same parameters, for the same person. Ask for the list without a cursor to begin again.',
  },
  'wrong-header': {
    status: 400,
    title: 'A header cannot be read',
    text: 'If-Match holds one ETag as it was given; Idempotency-Key holds 8 to 200 letters, digits, hyphens, dots, colons and underscores.',
  },
  'key-needed': {
    status: 400,
    title: 'An Idempotency-Key is needed',
    text: 'A request that changes something carries a key of your own making, one for each thing that you want done (a UUID is good). When the answer is lost, send the same request with the same key again: it is done once.',
  },
  'token-needed': {
    status: 401,
    title: 'A valid token is needed',
    text: 'The request has no token, or one that is not valid: it was misspelt, has expired or was revoked, or its person has left. Tokens are made at /my/api-tokens and go into the header `Authorization: Bearer …`.',
  },
  'not-in-scope': {
    status: 403,
    title: 'The token is not for this',
    text: 'The token was made for reading only, and the request would change something. Make another token for it.',
  },
  'not-allowed': {
    status: 403,
    title: 'You may not do this',
    text: 'A token may do what its person may do that day. What a person may do comes from their roles in committees.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    text: 'There is no such address or record, or it is none that you may know of: the answer is the same.',
  },
  'wrong-method': {
    status: 405,
    title: 'This address does not take that method',
    text: 'The header Allow says which methods it takes.',
  },
  'not-possible-now': {
    status: 409,
    title: 'Not possible as things stand',
    text: 'The record is in a state in which that cannot be done: a promise that was closed cannot be accepted, for example. Read it again and decide afresh.',
  },
  'meeting-over': {
    status: 409,
    title: 'The meeting has been, or was cancelled',
    text: 'Agendas are built, moved and published for meetings that are still to come. What was done at a meeting is recorded in its minutes.',
  },
  'no-agenda': {
    status: 409,
    title: 'It has no agenda yet',
    text: 'An agenda is begun before it is published.',
  },
  'agenda-begun': {
    status: 409,
    title: 'The agenda was begun already',
    text: 'Read it at its address, and add to it.',
  },
  'agenda-full': {
    status: 409,
    title: 'The agenda is full',
    text: 'An agenda holds 150 items. Put business off to another meeting, or take it together.',
  },
  'already-published': {
    status: 409,
    title: 'It is published',
    text: 'What is published keeps its number and its place. What comes later goes out in a supplement; what should not have gone out is withdrawn with a note.',
  },
  'not-published': {
    status: 409,
    title: 'It is not published',
    text: 'Only what is published can be added to, withdrawn or replaced for the public, or put up on a wall. Publish the agenda first, or take the item off it.',
  },
  'already-withdrawn': {
    status: 409,
    title: 'It was withdrawn already',
    text: 'Its note is shown in its place.',
  },
  'nothing-new': {
    status: 409,
    title: 'There is nothing new to publish',
    text: 'Of what was named nothing waits to go out: no item that the public has not seen, and no report. Private reports never go out.',
  },
  'other-part': {
    status: 409,
    title: 'That place is in the other part of the agenda',
    text: 'Private business is Part II, after the motion to exclude the public. An item changes parts by becoming private, or open.',
  },
  'notice-too-short': {
    status: 409,
    title: 'The notice can no longer be given',
    text: 'For that day the period of notice is over. A full council cannot be convened at shorter notice (LGA 1972 Sch 12 para 4(1A)); of other bodies the request may say `"shorterNotice": true`.',
  },
  'no-shorter-notice': {
    status: 409,
    title: 'It cannot, or need not, be convened at shorter notice',
    text: 'Either the law of its body knows no shorter notice, or there is still time for the whole of it.',
  },
  'no-such-route': {
    status: 409,
    title: 'The body has no such route for late business',
    text: 'Nobody presiding can be asked to take late business there. It can go to another meeting, or the meeting to another day.',
  },
  'not-asked': {
    status: 409,
    title: 'Nobody asked about that item',
    text: 'The chair answers about urgency where the secretary has asked for late business to be taken.',
  },
  'no-longer-offered': {
    status: 409,
    title: 'It is no longer offered',
    text: 'It is on an agenda already, or waits no more. Read the list of what is offered again.',
  },
  'nothing-to-look-for': {
    status: 409,
    title: 'There is nothing to look for',
    text: 'That publication was found where the public reads it.',
  },
  'apologies-over': {
    status: 409,
    title: 'It is too late to say whether somebody comes',
    text: 'The meeting has begun: who was there is for the minutes.',
  },
  'not-in-writing': {
    status: 409,
    title: 'The body may not decide in writing',
    text: '`detail` says why: its statute, its procedure, or a quorum that cannot be counted from answers. It decides at a meeting, or somebody decides under a delegation.',
  },
  'already-put': {
    status: 409,
    title: 'It is before the members',
    text: 'What was put is as it is. Withdraw it and draft another one.',
  },
  'cannot-be-put': {
    status: 409,
    title: 'It cannot be put as it is',
    text: '`detail` says why: the time left to answer, the day on which it would close, or that nobody has a vote. Change the draft and put that.',
  },
  'vote-ended': {
    status: 409,
    title: 'It has ended',
    text: 'It was carried, lost, lapsed or withdrawn, a meeting was required, or the time to answer is over. Another one is drafted and put afresh.',
  },
  'no-vote': {
    status: 409,
    title: 'You have no vote on it',
    text: 'Those answer who had a vote in the body on the day on which it was put.',
  },
  'stood-aside': {
    status: 409,
    title: 'You stood aside',
    text: 'Whoever has an interest and stands aside takes no further part: it is final.',
  },
  'decision-over': {
    status: 409,
    title: 'It is published, or was given up',
    text: 'The record of a published decision is not written again: what became of it is recorded as its outcome.',
  },
  'record-not-whole': {
    status: 409,
    title: 'Something in the record is neither filled nor "none"',
    text: '`detail` names what is missing, by its word: a day, the reasons, by which lawful way a key decision is made, or a letter of regulation 9(1). Write the record anew and publish that.',
  },
  'notice-over': {
    status: 409,
    title: 'The notice is published or withdrawn',
    text: 'A published notice is not written again: it is withdrawn and given anew.',
  },
  'of-the-executive': {
    status: 409,
    title: 'You are of the executive',
    text: 'Decisions are called in by councillors who are not members of the executive.',
  },
  'call-in-over': {
    status: 409,
    title: 'The request has ended',
    text: 'It was judged or withdrawn, or its time is over. A new request is another one.',
  },
  'not-a-valid-call-in': {
    status: 409,
    title: 'The procedure finds against it',
    text: 'The request has too few signatures that count, came late, or is about a decision that cannot be called in: `findings` of the request say which. It can be judged not valid, with the reason.',
  },
  'no-more-reports': {
    status: 409,
    title: 'The item takes no such change of its reports',
    text: 'It was considered or withdrawn, has sixty reports, or the report was shown to the public: that is withdrawn or replaced by a publication, with a note.',
  },
  'report-not-taken': {
    status: 409,
    title: 'The file is not taken as a report',
    text: '`detail` says why: nothing was sent under the key, it is too large, no PDF, locked, damaged, or holds something that runs by itself. Send another file with a new form.',
  },
  'question-over': {
    status: 409,
    title: 'That was decided already',
    text: 'Read it again: it was admitted, refused, answered or taken back, and what can follow that is something else.',
  },
  'programme-not-sound': {
    status: 409,
    title: 'The programme cannot be entered as it is',
    text: '`errors` names each row and what is wrong with it. A programme is adopted whole or not at all.',
  },
  'programme-doubtful': {
    status: 409,
    title: 'Somebody should look at the programme first',
    text: '`errors` names each doubt: a day on which offices are shut, a notice that has passed, a room or members wanted twice. It can be entered all the same: send `"seen": true`.',
  },
  'membership-overlaps': {
    status: 409,
    title: 'They hold that role there then already',
    text: 'Change the days of the membership that there is.',
  },
  'calendar-as-it-is': {
    status: 409,
    title: 'The calendar is so already, or cannot be so',
    text: '`detail` says what stands against it.',
  },
  'reading-over': {
    status: 409,
    title: 'The text was accepted or given up',
    text: 'What was found in it is answered before it is accepted. What has entered the register is changed there.',
  },
  'answers-missing': {
    status: 409,
    title: 'Something must still be said of the text',
    text: '`errors` names what: a find that is in doubt, a promise whose day has passed, an owner who does not sign in, a title. Send the answers, and accept the text by its new ETag.',
  },
  taken: {
    status: 409,
    title: 'Already taken',
    text: 'A value that only one record may have is held by another.',
  },
  'changed-meanwhile': {
    status: 412,
    title: 'Somebody else has changed it',
    text: 'The record has moved on since the version that you looked at. `changes` says what was changed, when and by whom, and the header ETag which version it has now. Read it again, decide, and send the request with the new ETag and a new key.',
  },
  'too-long': {
    status: 413,
    title: 'The body is too long',
    text: 'A body may have 1 MB. Reports go to storage by a form of their own; longer texts of minutes go in as files, on the page for reading minutes.',
  },
  'wrong-content-type': {
    status: 415,
    title: 'The body must be JSON',
    text: 'Send the header `Content-Type: application/json`.',
  },
  'wrong-input': {
    status: 422,
    title: 'Something in the body is wrong',
    text: '`errors` names each field by its JSON pointer and says what is wrong with it. Fields that are not known are refused. Nothing was done.',
  },
  'key-used': {
    status: 422,
    title: 'The key was used for another request',
    text: 'An Idempotency-Key stands for one request: this address, this body and this version. For something else, use another key.',
  },
  'version-needed': {
    status: 428,
    title: 'An If-Match is needed',
    text: 'A request that changes a record says which version it was decided on: send the ETag that came with the record in the header If-Match.',
  },
  'too-many': {
    status: 429,
    title: 'Too many requests with this token',
    text: 'A token may make 300 requests a minute. The header Retry-After says how many seconds to wait.',
  },
  'gone-wrong': {
    status: 500,
    title: 'Something has gone wrong here',
    text: 'The fault is not yours. Give `reference` to whoever runs the service. A request that changes something may be sent again with the same key.',
  },
  busy: {
    status: 503,
    title: 'The store is busy',
    text: 'Nothing was written. Send the same request with the same key again after the seconds in Retry-After.',
  },
} as const satisfies Record<string, { status: number; title: string; text: string }>;
export type ProblemName = keyof typeof problems;

/** Something wrong with one part of a request: a field by its JSON pointer, or a parameter by its name. */
export type Wrong = { pointer: string; detail: string } | { parameter: string; detail: string };

type More = {
  detail?: string;
  errors?: readonly Wrong[];
  headers?: Readonly<Record<string, string>>;
  /** Further members, named on the problem's own page. */
  members?: Readonly<Record<string, unknown>>;
};

/** The request is answered with this problem. */
export class Refused extends Error {
  override name = 'Refused';
  readonly problem: ProblemName;
  readonly more: More;
  constructor(problem: ProblemName, more: More = {}) {
    super(problem);
    this.problem = problem;
    this.more = more;
  }
}

/** Is this the name of a problem? */
export function isProblem(name: string): name is ProblemName {
  return Object.hasOwn(problems, name);
}

/** A problem as RFC 9457 writes it. `type` is an address that can be read. */
export function problemBody(name: ProblemName, publicAddress: string, { detail, errors, members }: More = {}) {
  const { status, title } = problems[name];
  return {
    type: `${publicAddress}/api/docs/problems/${name}`,
    title,
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
    ...members,
  };
}
