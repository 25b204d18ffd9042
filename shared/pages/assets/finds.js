// Keyboard help in the minutes reader. Single letters act only while the focus is inside the list of finds and not in a
// field that takes text (WCAG 2.1.4): n next, p previous, k keep, d drop, c correct.
const STEP = { n: 1, p: -1 };
const CHOICE = { k: 'keep', d: 'drop' };

const takesText = (element) =>
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement ||
  (element instanceof HTMLInputElement && element.type !== 'radio' && element.type !== 'checkbox');

const firstControl = (find) => find?.querySelector('input:not([type="hidden"]), a[href], select, textarea');

const choose = (find, choice) => {
  const radio = find.querySelector(`input[type="radio"][value="${choice}"]`);
  if (!radio) return;
  radio.checked = true;
  radio.focus();
  radio.dispatchEvent(new Event('change', { bubbles: true }));
};

/** Lets a list of finds (`[data-q-finds]`, each find a `.q-find`) be worked through by single keys. */
export function moveThroughFinds(list) {
  list.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || takesText(event.target)) return;
    const finds = [...list.querySelectorAll('.q-find')];
    const find = event.target.closest('.q-find');
    if (!find) return;
    if (event.key in STEP) firstControl(finds[finds.indexOf(find) + STEP[event.key]])?.focus();
    else if (event.key in CHOICE) choose(find, CHOICE[event.key]);
    else if (event.key === 'c') find.querySelector('[data-q-correct]')?.click();
    else return;
    event.preventDefault();
  });
}
