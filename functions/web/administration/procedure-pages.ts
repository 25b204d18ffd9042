import { templateKept } from '../../../shared/domain/agendas/template.ts';
import { type Body, bodyKind } from '../../../shared/domain/bodies/body.ts';
import {
  type ClearDaysRule,
  type Procedure,
  procedureOn,
  procedure as procedureShape,
} from '../../../shared/domain/bodies/procedure.ts';
import { procedurePresets } from '../../../shared/domain/bodies/procedure-presets.ts';
import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { bodies, everyBody, proceduresOf } from '../../../shared/store/bodies.ts';
import { saveProcedure } from '../../../shared/store/body-acts.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { dayTyped, type Faults, faultless, faultsOf, type Typed, typedIn, versionIn } from '../typed-form.ts';
import { callInTyped, callInWords, typedOfCallIn } from './call-in-fields.ts';
import { crumbs } from './crumbs.ts';
import { majorityItems, typedOfWritten, writtenTyped, writtenWords } from './written-fields.ts';

type Shown = { typed?: Typed; faults?: Faults };

const numbers = ['reportsToSecretary', 'chairsBriefing', 'clearancesComplete', 'publishTarget', 'apologies'] as const;
const ticks = ['writtenResolutions', 'chairClosesActions', 'keepsOfficeClosures'] as const;

const clearWords = (rule: ClearDaysRule | null): { text: string; note?: string } =>
  rule === null
    ? { text: say('procedure', 'noStatute') }
    : { text: say('procedure', `clear-${rule.mode}`, { count: rule.clearDays }), note: rule.sourceOfRule };

/** A procedure in rows of name and value, each with the source of its rule where there is one. */
function factsOf(rules: Procedure) {
  const row = (key: Parameters<typeof say<'procedure'>>[1], value: { text: string; note?: string }) => ({
    term: say('procedure', key),
    ...value,
  });
  const routes = rules.routes.map((one) => say('procedure', `route-${one}`)).join(', ');
  const { papers, quorum } = rules;
  const papersText =
    papers.workingDaysBefore === null
      ? say('procedure', 'asNotice')
      : say('procedure', 'workingDays', { count: papers.workingDaysBefore });
  return [
    row('rowNotice', clearWords(rules.notice)),
    ...(rules.keyDecisionNotice === null ? [] : [row('rowKeyDecision', clearWords(rules.keyDecisionNotice))]),
    row('rowPapers', { text: papersText, ...(papers.sourceOfRule === null ? {} : { note: papers.sourceOfRule }) }),
    row('rowRoutes', { text: routes === '' ? say('procedure', 'noRoute') : routes }),
    ...(rules.callIn === null ? [] : [row('rowCallIn', { text: callInWords(rules.callIn) })]),
    ...(rules.writtenResolutions === null ? [] : [row('rowWritten', { text: writtenWords(rules.writtenResolutions) })]),
    row('rowQuorum', {
      text: quorum.including === null ? String(quorum.number) : `${quorum.number}, ${quorum.including}`,
    }),
    row('rowStanding', {
      text: say('procedure', 'standingWords', { count: rules.agenda.standing.length }),
      note: say('standingItems', `numbering-${rules.agenda.numbering}`),
    }),
    row('rowExclusion', { text: say('procedure', `exclusion-${rules.exclusionScheme}`) }),
    row('rowBalance', { text: say('procedure', rules.politicalBalance ? 'yes' : 'no') }),
    ...numbers.map((name) =>
      row(`label-${name}`, { text: say('procedure', 'workingDays', { count: rules.localDates[name] }) }),
    ),
    row('label-closeTime', { text: rules.closeTime }),
    ...ticks.map((name) => row(`label-${name}`, { text: say('procedure', rules[name] ? 'yes' : 'no') })),
  ];
}

function typedOfRules(rules: Procedure | null, body: Body): Typed {
  const from = rules ?? { ...procedurePresets[body.kind], quorum: { number: '', including: null } };
  return {
    preset: rules?.preset ?? body.kind,
    quorum: String(from.quorum.number),
    including: from.quorum.including ?? '',
    papersDays: String(from.papers.workingDaysBefore ?? ''),
    papersSource: from.papers.sourceOfRule ?? '',
    closeTime: from.closeTime,
    ...typedOfCallIn(from.callIn),
    ...typedOfWritten(from.writtenResolutions),
    ...Object.fromEntries(numbers.map((name) => [name, String(from.localDates[name])])),
    ...Object.fromEntries(ticks.map((name) => [name, from[name] ? 'yes' : ''])),
  };
}

const numberIn = (text: string | undefined): number => (/^\d{1,3}$/.test(text ?? '') ? Number(text) : Number.NaN);
const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

const faultKeys: Readonly<Record<string, 'wrongTime' | 'wrongQuorum' | 'wrongCallIn'>> = {
  closeTime: 'wrongTime',
  callInClosesAt: 'wrongTime',
  quorum: 'wrongQuorum',
  callInMembers: 'wrongCallIn',
};

const callInField: Readonly<Record<string, string>> = {
  workingDays: 'callInDays',
  closesAt: 'callInClosesAt',
  heardBy: 'callInHeardBy',
};

/** Where the fault of a path of the record is shown. */
const fieldOf = (path: readonly PropertyKey[]): string => {
  const [first, second] = path.map(String);
  if (first === 'quorum') return second === 'including' ? 'including' : 'quorum';
  if (first === 'papers') return second === 'sourceOfRule' ? 'papersSource' : 'papersDays';
  if (first === 'callIn') return callInField[second ?? ''] ?? 'callInMembers';
  if (first === 'writtenResolutions') return second === 'daysToAnswer' ? 'writtenDays' : 'writtenMajority';
  return first === 'localDates' ? (second ?? '') : (first ?? '');
};

const papersIn = (typed: Typed) => ({
  workingDaysBefore: orNull(typed['papersDays']) === null ? null : numberIn(typed['papersDays']),
  sourceOfRule: orNull(typed['papersSource']),
});

function faultOfDay(from: ReturnType<typeof dayTyped>, lastFrom: string | null) {
  if (from === null || from === 'wrong') return 'noSuchDay';
  return lastFrom !== null && from <= lastFrom ? 'notAfterLast' : null;
}

function readRules(
  typed: Typed,
  of: { id: string; bodyId: string },
  last: Procedure | null,
): { rules: Procedure } | Faults {
  const kind = bodyKind.safeParse(typed['preset']);
  const from = dayTyped(typed, 'from');
  if (!kind.success) return faultsOf([{ field: 'preset', text: say('procedure', 'needKind') }]);
  const preset = procedurePresets[kind.data];
  const lastFrom = last?.from ?? null;
  const read = procedureShape.safeParse({
    ...preset,
    ...of,
    callIn: preset.callIn && callInTyped(typed, last?.callIn ?? null),
    // Standing items have a page of their own, and are nobody's business here.
    agenda: templateKept(last, kind.data),
    from,
    to: null,
    quorum: { number: numberIn(typed['quorum']), including: orNull(typed['including']) },
    papers: papersIn(typed),
    localDates: Object.fromEntries(numbers.map((name) => [name, numberIn(typed[name])])),
    closeTime: typed['closeTime'] ?? '',
    writtenResolutions: writtenTyped(typed, preset.writtenResolutions),
    chairClosesActions: typed['chairClosesActions'] === 'yes',
    keepsOfficeClosures: typed['keepsOfficeClosures'] === 'yes',
  });
  const dayFault = faultOfDay(from, lastFrom);
  const faults = [
    ...(dayFault === null
      ? []
      : [{ field: 'from', text: say('procedure', dayFault, { day: lastFrom === null ? '' : formatDate(lastFrom) }) }]),
    ...(read.error?.issues ?? [])
      .map(({ path }) => fieldOf(path))
      .filter((field) => field !== 'from')
      .map((field) => ({
        field,
        text: say('procedure', faultKeys[field] ?? 'wrongNumber'),
      })),
  ];
  return read.success && faults.length === 0 ? { rules: read.data } : faultsOf(faults, ['from']);
}

async function rulesOf(request: WebRequest) {
  const { register } = request.services;
  const id = request.params['id'] ?? '';
  const [body, all, others] = await Promise.all([
    get(register, bodies, id),
    proceduresOf(register, id),
    everyBody(register),
  ]);
  const dated = all.map(({ record }) => record);
  const scrutiny = others.map(({ record }) => record).filter(({ kind, lastDay }) => kind === 'scrutiny' && !lastDay);
  return { body: body.record, dated, scrutiny, now: procedureOn(dated, id, request.today) };
}

/** The dated rules of a body: in force, past and to come, and the form for new ones. */
export async function procedurePage(
  request: WebRequest,
  { typed, faults = faultless }: Shown = {},
): Promise<WebAnswer> {
  request.require('procedure.manage');
  const { body, dated, scrutiny, now } = await rulesOf(request);
  const shown = typed ?? typedOfRules(now ?? dated.at(-1) ?? null, body);
  const title = say('procedure', 'title', { body: body.name });
  const kinds = bodyKind.options.map((value) => ({
    value,
    text: say('procedure', `kind-${value}`),
    selected: value === shown['preset'],
  }));
  const others = dated
    .filter((rules) => rules.id !== now?.id)
    .map((rules) => ({ title: daysWords(rules), facts: factsOf(rules) }));
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('administration/procedure.njk', {
      frame: request.frame(title, {
        breadcrumbs: crumbs(
          { text: say('procedure', 'bodiesTitle'), href: paths.adminBodies() },
          { text: body.name, href: paths.adminBody(body.id) },
        ),
        errors: faults.list,
      }),
      title,
      yes: 'yes',
      lede: now
        ? say('procedure', 'madeFrom', { preset: presetWords(now), days: daysWords(now) })
        : say('procedure', 'noneNow'),
      facts: now ? factsOf(now) : [],
      others,
      kinds,
      hearers: [
        { value: '', text: say('procedure', 'nobodyYet') },
        ...scrutiny.map(({ id, name }) => ({ value: id, text: name })),
      ].map((one) => ({ ...one, selected: one.value === shown['callInHeardBy'] })),
      majorities: majorityItems(shown['writtenMajority']),
      numbers: numbers.map((name) => ({ name, label: say('procedure', `label-${name}`) })),
      ticks: ticks.map((name) => ({
        name,
        label: say('procedure', `label-${name}`),
        hint: say('procedure', `hint-${name}`),
      })),
      typed: shown,
      errors: faults.of,
      version: typed?.['version'] ?? dated.length,
      commandId: request.services.newId(),
      action: paths.procedure(body.id),
      standingHref: paths.standingItems(body.id),
    }),
  };
}

function presetWords({ preset }: Procedure): string {
  const kind = bodyKind.safeParse(preset);
  return kind.success ? say('procedure', `kind-${kind.data}`) : preset;
}

function daysWords({ from, to }: Procedure): string {
  if (to === null) return say('procedure', 'fromDay', { from: formatDate(from) });
  return say('procedure', 'fromTo', { from: formatDate(from), to: formatDate(to) });
}

/** New rules from a day on; what went before keeps its days. */
export async function changeProcedure(request: WebRequest): Promise<WebAnswer> {
  request.require('procedure.manage');
  const { register, newId } = request.services;
  const { body, dated } = await rulesOf(request);
  const typed = typedIn(request.form);
  const read = readRules(typed, { id: newId(), bodyId: body.id }, dated.at(-1) ?? null);
  if ('list' in read) return procedurePage(request, { typed, faults: read });
  await saveProcedure(register, { ...request.command(), version: versionIn(request.form) }, read.rules);
  return {
    redirect: paths.procedure(body.id),
    flash: say('procedure', 'rulesSaved', { day: formatDate(read.rules.from) }),
  };
}
