import { readDocument, wantedOf } from '../../../shared/documents/read-document.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';

/** A document as a page that prints clean: the same words as its PDF, from the same description. */
export async function printPage(request: WebRequest): Promise<WebAnswer> {
  const { register, configuration } = request.services;
  const { name = '', id = '' } = request.params;
  const wanted = wantedOf(name, id, request.query.get('for'));
  if (!wanted) throw new NotFound('document');
  const reader = {
    register,
    today: request.today,
    organisation: configuration.ORGANISATION_NAME,
    publicAddress: configuration.PUBLIC_ADDRESS,
    person: request.signedIn().person,
    may: request.may,
  };
  const { document, bodyId, meetingId, mayForMembers } = await readDocument(reader, wanted);
  const backHref = meetingId === null ? paths.body(bodyId) : paths.meeting(meetingId);
  // A notice is for the public only.
  const other = wanted.to === 'members' ? 'public' : 'members';
  const offersOther = mayForMembers && wanted.name !== 'notices';
  const html = render('print/document.njk', {
    frame: request.frame(document.title, { breadcrumbs: [{ text: document.caption, href: backHref }] }),
    document,
    pdfHref: paths.pdf(wanted.name, wanted.id, wanted.to),
    other: offersOther
      ? {
          href: paths.print(wanted.name, wanted.id, other),
          text: say('documents', other === 'members' ? 'forMembers' : 'forPublic'),
        }
      : null,
    backHref,
  });
  return { html };
}
