import { VoteRefused, type WhyRefused, whyNotAnswer } from '../../../shared/domain/written-resolutions/acts.ts';
import { answer, type Given, given, interestSort, type Vote } from '../../../shared/domain/written-resolutions/vote.ts';
import { writtenSubject } from '../../../shared/domain/written-resolutions/written-subject.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { closesWords } from '../../../shared/pages/written/sum-words.ts';
import { answerWritten } from '../../../shared/store/written-acts.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type Faults, faultless, faultsOf, type Typed, typedIn, type Wrong } from '../typed-form.ts';
import { type Around, aroundWritten, crumbsOf } from './see-written.ts';
import { statusesOf } from './written-view.ts';

const ownVote = ({ votes }: Around, me: string): Vote | undefined => votes.find(({ personId }) => personId === me);

/** No answer can be taken from this person: why, and what they said before, with what was typed kept. */
function refusedPage(request: WebRequest, around: Around, why: WhyRefused): WebAnswer {
  const title = say('written', `cannot-${why}`);
  const posted = request.method === 'POST';
  const kept = ['comment', 'interestWhat'].map((name) => request.form.get(name).trim()).filter((text) => text !== '');
  const own = ownVote(around, request.signedIn().person.id);
  return {
    status: posted ? 409 : 200,
    html: render('written/cannot.njk', {
      frame: request.frame(title, { breadcrumbs: crumbsOf(around) }),
      title,
      caption: around.which.title,
      text: say('written', `cannotText-${why}`, { closes: closesWords(around.which) }),
      own: own ? say('written', 'youAnswered', { answer: say('written', `answered-${own.given.answer}`) }) : null,
      refused: posted,
      kept: posted ? kept : [],
      href: paths.writtenResolution(around.which.id),
    }),
  };
}

const typedOf = (cast: Vote | undefined): Typed => {
  if (!cast) return {};
  const { given: said } = cast;
  const interest =
    said.answer === 'stand-aside' ? { interest: said.interest.sort, interestWhat: said.interest.what } : {};
  return { answer: said.answer, comment: said.comment ?? '', ...interest };
};

function formPage(request: WebRequest, around: Around, typed: Typed, faults: Faults = faultless): WebAnswer {
  const { which, body } = around;
  const title = say('written', 'voteTitle');
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('written/vote.njk', {
      frame: request.frame(title, { breadcrumbs: crumbsOf(around), errors: faults.list }),
      title,
      caption: body.name,
      name: which.title,
      statuses: statusesOf(which),
      lede: say('written', 'voteLede', { closes: closesWords(which) }),
      parts: which.parts,
      background: which.background,
      paper: which.paper,
      answers: answer.options.map((value) => ({
        value,
        text: say('written', `answer-${value}`),
        hint: { text: say('written', `answerHint-${value}`) },
        checked: typed['answer'] === value,
      })),
      aside: typed['answer'] === 'stand-aside',
      interests: interestSort.options.map((value) => ({
        value,
        text: say('written', `interest-${value}`),
        checked: typed['interest'] === value,
      })),
      typed,
      errors: faults.of,
      action: paths.voteOn(which.id),
      href: paths.writtenResolution(which.id),
      commandId: request.services.newId(),
    }),
  };
}

function read(typed: Typed): Given | Faults {
  const comment = typed['comment'] === undefined || typed['comment'] === '' ? null : typed['comment'];
  const aside = typed['answer'] === 'stand-aside';
  const parsed = given.safeParse({
    answer: typed['answer'],
    comment,
    ...(aside ? { interest: { sort: typed['interest'], what: typed['interestWhat'] ?? '' } } : {}),
  });
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues.map(({ path }) => path.map(String).join('.'));
  const tooLong = (name: string) => (typed[name] ?? '') !== '';
  const faults: Wrong[] = [
    ...(at.includes('answer') ? [{ field: 'answer', text: say('written', 'needAnswer') }] : []),
    ...(at.includes('interest.sort') ? [{ field: 'interest', text: say('written', 'needInterest') }] : []),
    ...(at.includes('interest.what')
      ? [{ field: 'interestWhat', text: say('written', tooLong('interestWhat') ? 'tooLong' : 'needInterestWhat') }]
      : []),
    ...(at.includes('comment') ? [{ field: 'comment', text: say('written', 'tooLong') }] : []),
  ];
  return faultsOf(faults);
}

const whyNot = (request: WebRequest, around: Around): WhyRefused | null => {
  const personId = request.signedIn().person.id;
  const held = ownVote(around, personId)?.given.answer ?? null;
  // Whoever has left the body since it was put has no vote there any more.
  if (!request.may('written-resolution.answer', writtenSubject(around.which))) return 'no-vote';
  return whyNotAnswer(around.which, { personId, at: request.command().at, held });
};

/** Where the links of messages land: opening it changes nothing. */
export async function votePage(request: WebRequest): Promise<WebAnswer> {
  const around = await aroundWritten(request);
  const why = whyNot(request, around);
  if (why !== null) return refusedPage(request, around, why);
  return formPage(request, around, typedOf(ownVote(around, request.signedIn().person.id)));
}

/** Takes the answer of whoever is signed in, and of nobody else. */
export async function votePost(request: WebRequest): Promise<WebAnswer> {
  const around = await aroundWritten(request);
  const { id } = around.which;
  if (!request.may('written-resolution.answer', writtenSubject(around.which)))
    return refusedPage(request, around, 'no-vote');
  const typed = typedIn(request.form);
  const answered = read(typed);
  if ('list' in answered) {
    const why = whyNot(request, around);
    return why === null ? formPage(request, around, typed, answered) : refusedPage(request, around, why);
  }
  try {
    const { outcome } = await answerWritten(request.services.register, request.command(), id, answered);
    const state = outcome['state'] === 'put' ? 'put' : 'ended';
    return { redirect: paths.writtenResolution(id), flash: say('written', `taken-${state}`) };
  } catch (fault) {
    if (fault instanceof VoteRefused) return refusedPage(request, await aroundWritten(request), fault.why);
    throw fault;
  }
}
