// Everything on a page works without this file. It only makes some of it quicker, and it never hides a way of doing something.
import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  NotificationBanner,
  Radios,
  SkipLink,
} from 'govuk-frontend';
import { lookAgain } from './again.js';
import { moveThroughFinds } from './finds.js';
import { dragToOrder } from './order.js';
import { checkBeforeSending } from './upload.js';

// govuk-frontend looks for these classes; its own template sets them by an inline script, which our content policy refuses.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

createAll(Button, { preventDoubleClick: true });
for (const component of [CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios, SkipLink])
  createAll(component);

// A link to something inside closed details opens them, so that "see the sum" lands on the sum.
const openToTarget = () => {
  const id = decodeURIComponent(location.hash.slice(1));
  if (id === '') return;
  const target = document.getElementById(id);
  const closed = target?.closest('details:not([open])');
  if (!closed) return;
  closed.setAttribute('open', '');
  target.scrollIntoView();
};
openToTarget();
addEventListener('hashchange', openToTarget);

for (const button of document.querySelectorAll('[data-q-print]')) {
  button.removeAttribute('hidden');
  button.addEventListener('click', () => window.print());
}

for (const list of document.querySelectorAll('[data-q-finds]')) moveThroughFinds(list);
for (const link of document.querySelectorAll('[data-q-again]')) void lookAgain(link);
for (const form of document.querySelectorAll('[data-q-upload]')) checkBeforeSending(form);
for (const form of document.querySelectorAll('[data-q-order]')) dragToOrder(form);
