// Dragging the items of an agenda by hand. The buttons do the same without script and by keyboard; a drop only fills in the
// same form and sends it, so that numbers, conflicts and the announcement of the new place come from the server.
const ITEM = '[data-q-item]';

const hidden = (form, name, value) => {
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name, value });
  form.append(field);
};

const send = (form, item, before) => {
  hidden(form, 'item', item.dataset.qItem);
  hidden(form, 'before', before?.dataset.qItem ?? '');
  form.submit();
};

const numberOf = (item) => item.querySelector('.q-item__number').textContent.trim();

const announcer = () => {
  const told = document.querySelector('[data-q-order-told]');
  return (item, place, count) => {
    if (!told) return;
    const words = told.dataset.qOver.replace('%n', numberOf(item)).replace('%p', place).replace('%c', count);
    if (told.textContent !== words) told.textContent = words;
  };
};

/** Lets the items of a form (`[data-q-order]`, each item `[data-q-item]`) be dragged within their own list. */
export function dragToOrder(form) {
  const announce = announcer();
  let dragged = null;
  const unmark = () => {
    for (const item of form.querySelectorAll('.q-item--over')) item.classList.remove('q-item--over');
  };
  for (const item of form.querySelectorAll(ITEM)) item.setAttribute('draggable', 'true');
  form.addEventListener('dragstart', (event) => {
    dragged = event.target.closest?.(ITEM) ?? null;
    if (!dragged) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.dataset.qItem);
    dragged.classList.add('q-item--dragged');
  });
  form.addEventListener('dragover', (event) => {
    const over = event.target.closest?.(ITEM);
    if (!dragged || !over || over.parentElement !== dragged.parentElement) return;
    event.preventDefault();
    unmark();
    over.classList.add('q-item--over');
    const items = [...over.parentElement.querySelectorAll(ITEM)];
    announce(dragged, items.indexOf(over) + 1, items.length);
  });
  form.addEventListener('drop', (event) => {
    const over = event.target.closest?.(ITEM);
    if (!dragged || !over || over === dragged || over.parentElement !== dragged.parentElement) return;
    event.preventDefault();
    const items = [...over.parentElement.querySelectorAll(ITEM)];
    // Dropped further down it goes after the item it was dropped on, further up before it.
    const down = items.indexOf(over) > items.indexOf(dragged);
    send(form, dragged, down ? items[items.indexOf(over) + 1] : over);
  });
  form.addEventListener('dragend', () => {
    dragged?.classList.remove('q-item--dragged');
    dragged = null;
    unmark();
  });
}
