import { randomUUID } from 'node:crypto';
import { TransitionRefused } from '../../shared/domain/record.ts';
import { logFault } from '../../shared/lambda/log.ts';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import { NotFound, StoreBusy, VersionConflict } from '../../shared/store/errors.ts';
import { NotAllowed, SignInNeeded, type WebAnswer, type WebRequest } from './route.ts';

const unseen = ['csrf', 'commandId', 'version'];

const typed = ({ form }: WebRequest) =>
  form
    .names()
    .filter((name) => name !== 'csrf')
    .flatMap((name) =>
      form
        .all(name)
        .map((value) => ({ name, value, ...(unseen.includes(name) || value === '' ? {} : { label: name }) })),
    );

/** A post without the token of this session: nothing is done, everything typed is kept and can be sent again. */
export function staleForm(request: WebRequest): WebAnswer {
  const frame = request.frame(say('errors', request.visitor ? 'confirmTitle' : 'signedOutTitle'));
  const again = { action: request.path, fields: typed(request) };
  return { status: 403, html: render('errors/signed-out.njk', { frame, signInHref: '/sign-in', again }) };
}

function signInFirst(request: WebRequest): WebAnswer {
  if (request.method === 'POST') return staleForm(request);
  const query = request.query
    .names()
    .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(request.query.get(name))}`);
  const to = `${request.path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  return { redirect: `/sign-in?to=${encodeURIComponent(to)}` };
}

const notFound = (request: WebRequest): WebAnswer => ({
  status: 404,
  html: render('errors/not-found.njk', { frame: request.frame(say('errors', 'notFoundTitle')) }),
});

/** What was typed into a post that could not be done, to be shown and copied: nothing is lost. */
const kept = (request: WebRequest) =>
  request.method === 'POST' ? typed(request).filter((field) => 'label' in field) : [];

/** Any conflict or refusal that a page has not turned into its own words: what was typed is shown and kept. */
function changedMeanwhile(request: WebRequest): WebAnswer {
  const frame = request.frame(say('errors', 'changedTitle'));
  return {
    status: 409,
    html: render('errors/changed.njk', {
      frame,
      fields: kept(request),
      backHref: request.path,
    }),
  };
}

/** Turns what a page threw into a page: never a stack trace, never a hint of what is private. `null` = no such page. */
export function answerToFault(fault: unknown, request: WebRequest): WebAnswer {
  if (fault === null || fault instanceof NotFound) return notFound(request);
  if (fault instanceof SignInNeeded) return signInFirst(request);
  if (fault instanceof NotAllowed)
    return {
      status: 403,
      html: render('errors/not-allowed.njk', {
        frame: request.frame(say('errors', 'notAllowedTitle')),
        fields: kept(request),
      }),
    };
  if (fault instanceof VersionConflict || fault instanceof TransitionRefused) return changedMeanwhile(request);
  const reference = randomUUID().slice(0, 8);
  logFault(fault, { reference, path: request.path });
  const status = fault instanceof StoreBusy ? 503 : 500;
  return {
    status,
    html: render('errors/gone-wrong.njk', {
      frame: request.frame(say('errors', 'goneWrongTitle')),
      reference,
      fields: kept(request),
    }),
  };
}
