import { isHeldThere } from '../../../shared/domain/bodies/membership-rules.ts';
import { type JudgedRow, judgePaste, type PasteStep } from '../../../shared/domain/people/judge-paste.ts';
import { pasteColumns, readPastedTable } from '../../../shared/domain/people/pasted-table.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { everyBody } from '../../../shared/store/bodies.ts';
import { acceptPaste, pasteProgress } from '../../../shared/store/paste-acts.ts';
import { everybody, membershipsOf } from '../../../shared/store/people.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';

/** A table of one paste; the accepted list is one item of the table, which holds 400 KB. */
const MOST_ROWS = 200;
const MOST_LETTERS = 100_000;

type Shown = { text: string; confirmed: boolean; fault?: string; rows?: readonly JudgedRow[] };

const crumbs = () => [{ text: say('layout', 'navPeople'), href: paths.people() }];

/** A row with each cell as it was pasted; what is wrong stands under its cell and again beside the row. */
function rowView({ row, problems, isNew }: JudgedRow) {
  const cells = pasteColumns.map((column) => {
    const found = problems.filter((one) => one.column === column).map((one) => say('paste', one.problem));
    return { text: row.cells[column], wrong: [...new Set(found)] };
  });
  const word = problems.length > 0 ? 'rowWrong' : isNew ? 'rowNew' : 'rowKnown';
  return { line: row.line, cells, status: { kind: problems.length > 0 ? 'stop' : 'done', text: say('paste', word) } };
}

function faultsIn(shown: Shown) {
  const wrong = (shown.rows ?? []).flatMap(({ row, problems }) =>
    problems.map(({ column, problem }) => ({
      text: say('paste', 'faultInLine', {
        line: row.line,
        column: say('paste', `column-${column}`),
        problem: say('paste', problem),
      }),
      href: `#line-${row.line}`,
    })),
  );
  return [...(shown.fault === undefined ? [] : [{ text: shown.fault, href: '#table' }]), ...wrong];
}

function page(request: WebRequest, shown: Shown): WebAnswer {
  const errors = faultsIn(shown);
  const frame = request.frame(say('people', 'pasteTitle'), { breadcrumbs: crumbs(), errors: errors.slice(0, 20) });
  return {
    status: errors.length > 0 ? 422 : 200,
    html: render('people/paste.njk', {
      frame,
      yes: 'yes',
      typed: shown.text,
      confirmed: shown.confirmed,
      fault: shown.fault === undefined ? undefined : { text: shown.fault },
      columns: pasteColumns.map((column) => say('paste', `column-${column}`)),
      rows: (shown.rows ?? []).map(rowView),
      sound: shown.rows !== undefined && errors.length === 0,
      wrongCount: errors.length,
      most: MOST_ROWS,
      action: paths.pastePeople(),
      acceptAction: paths.acceptPasted(),
      commandId: request.services.newId(),
    }),
  };
}

/** The form that takes a table. */
export async function pastePage(request: WebRequest): Promise<WebAnswer> {
  request.require('people.manage');
  return page(request, { text: '', confirmed: false });
}

async function judged(request: WebRequest, shown: Shown): Promise<{ shown: Shown; steps: readonly PasteStep[] }> {
  const { register, newId } = request.services;
  const rows = readPastedTable(shown.text);
  const fault =
    rows.length === 0 || shown.text.length > MOST_LETTERS || rows.length > MOST_ROWS
      ? say('paste', rows.length === 0 ? 'nothingPasted' : 'tooMuch', { count: rows.length, most: MOST_ROWS })
      : null;
  if (fault !== null) return { shown: { ...shown, fault }, steps: [] };
  const [all, bodies] = await Promise.all([everybody(register), everyBody(register)]);
  const held = await Promise.all(
    ['organisation', ...bodies.map(({ record }) => record.id)].map((id) => membershipsOf(register, id)),
  );
  const result = judgePaste(rows, {
    people: all.map(({ record }) => record),
    bodies: bodies.map(({ record }) => record),
    memberships: held.flat().map(({ record }) => record),
    newId,
    confirmed: shown.confirmed,
    isHeldThere,
  });
  return { shown: { ...shown, rows: result.rows }, steps: result.steps };
}

const typedTable = ({ form }: WebRequest): Shown => ({
  text: form.get('table'),
  confirmed: form.get('confirmed') === 'yes',
});

/** Shows what the table would do, with every problem beside its row. Nothing is entered. */
export async function previewPaste(request: WebRequest): Promise<WebAnswer> {
  request.require('people.manage');
  const { shown } = await judged(request, typedTable(request));
  return page(request, shown);
}

/** Accepts a table without a problem, as a whole. It is judged again: the register may have moved on. */
export async function acceptPasted(request: WebRequest): Promise<WebAnswer> {
  request.require('people.manage');
  const { register, newId } = request.services;
  const { shown, steps } = await judged(request, typedTable(request));
  if (steps.length === 0) {
    const nothing = say('paste', 'nothingNew');
    return page(request, faultsIn(shown).length > 0 ? shown : { ...shown, fault: nothing });
  }
  const { outcome } = await acceptPaste(register, request.command(), newId(), steps);
  return { redirect: paths.pasted(String(outcome['id'])), flash: say('paste', 'accepted') };
}

/** How far an accepted table has come. */
export async function pastedPage(request: WebRequest): Promise<WebAnswer> {
  request.require('people.manage');
  const id = request.params['id'] ?? '';
  const { steps, entered } = await pasteProgress(request.services.register, id);
  const done = entered >= steps.length;
  const title = say('paste', done ? 'doneTitle' : 'goingTitle');
  const people = steps.filter(({ sort }) => sort === 'person').length;
  return {
    html: render('people/pasted.njk', {
      frame: request.frame(title, { breadcrumbs: crumbs() }),
      title,
      done,
      people: say('paste', 'newPeople', { count: people }),
      memberships: say('paste', 'newMemberships', { count: steps.length - people }),
      progress: say('paste', 'progress', { entered, all: steps.length }),
      again: paths.pasted(id),
      peopleHref: paths.people(),
    }),
  };
}
