import '../../../shared/pages/compiled/people.gen.js';
import type { Route } from '../route.ts';
import { addMembership, changeMembership, membershipPage } from './membership-pages.ts';
import { acceptPasted, pastedPage, pastePage, previewPaste } from './paste-pages.ts';
import { peoplePage } from './people-page.ts';
import { newPersonPage, personPage } from './person-page.ts';
import { changePerson, enterPerson } from './save-person.ts';

const manage = 'people.manage';

/** People and their memberships. */
export const peopleRoutes: readonly Route[] = [
  { method: 'GET', path: '/people', action: 'people.see', event: null, page: peoplePage },
  { method: 'GET', path: '/people/new', action: manage, event: null, page: (request) => newPersonPage(request) },
  { method: 'POST', path: '/people/new', action: manage, event: 'person entered', page: enterPerson },
  { method: 'GET', path: '/people/paste', action: manage, event: null, page: (request) => pastePage(request) },
  { method: 'POST', path: '/people/paste', action: manage, event: 'table of people looked at', page: previewPaste },
  {
    method: 'POST',
    path: '/people/paste/accept',
    action: manage,
    event: 'table of people accepted',
    page: acceptPasted,
  },
  { method: 'GET', path: '/people/paste/{id}', action: manage, event: null, page: pastedPage },
  { method: 'GET', path: '/people/{id}', action: manage, event: null, page: (request) => personPage(request) },
  { method: 'POST', path: '/people/{id}', action: manage, event: 'person changed', page: changePerson },
  {
    method: 'POST',
    path: '/people/{id}/memberships',
    action: manage,
    event: 'membership begun',
    page: addMembership,
  },
  {
    method: 'GET',
    path: '/people/{id}/memberships/{membershipId}',
    action: manage,
    event: null,
    page: (request) => membershipPage(request),
  },
  {
    method: 'POST',
    path: '/people/{id}/memberships/{membershipId}',
    action: manage,
    event: 'membership changed',
    page: changeMembership,
  },
];
