import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { TransitionRefused } from '../../../shared/domain/record.ts';
import { render } from '../../../shared/pages/render.ts';
import { type Key, say } from '../../../shared/pages/say.ts';
import type { Command } from '../../../shared/store/commitment-acts.ts';
import type { Publishable } from '../../../shared/store/publish.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type Faults, faultless, faultsOf, type Typed, typedIn, versionIn, type Wrong } from '../typed-form.ts';
import { frameOf, theMeeting } from './the-meeting.ts';

/** What a form asks for; `name` is the field of its page. */
export type Asked = {
  readonly type: 'input' | 'textarea' | 'radios' | 'checkboxes' | 'select' | 'date';
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly items?: readonly { value: string; text: string; hint?: { text: string } }[];
  readonly value?: string;
};

/** One form about what is published of a meeting, as data. */
export type PublishingForm<Read> = {
  readonly title: Key<'publication'>;
  readonly lede: Key<'publication'>;
  readonly button: Key<'publication'>;
  /** Its fields; null where there is nothing to do, said by `none`. */
  readonly fields: (from: Publishable, request: WebRequest) => readonly Asked[] | null;
  readonly none?: readonly [Key<'publication'>, Key<'publication'>];
  /** What is already in the fields. */
  readonly begun?: (from: Publishable, request: WebRequest) => Typed;
  readonly read: (request: WebRequest, from: Publishable, typed: Typed) => Read | readonly Wrong[];
  readonly act: (request: WebRequest, command: Command, from: Publishable, read: Read) => Promise<string>;
  readonly days?: readonly string[];
  /** What a further press says beside what was typed: that a warning was read. */
  readonly warned?: (typed: Typed) => readonly { name: string; value: string }[];
};

type Shown = { typed: Typed; chosen: readonly string[]; faults: Faults; version: number };

const fieldOf = (asked: Asked, { typed, chosen, faults }: Shown) => {
  const { name, items } = asked;
  const value = typed[name] ?? asked.value ?? '';
  return {
    ...asked,
    value,
    error: faults.of[name]?.text,
    day: { day: typed[`${name}-day`], month: typed[`${name}-month`], year: typed[`${name}-year`] },
    items: items?.map((item) => ({
      ...item,
      checked: asked.type === 'checkboxes' ? chosen.includes(item.value) : item.value === value,
      selected: item.value === value,
    })),
  };
};

function formPage<Read>(form: PublishingForm<Read>, request: WebRequest, from: Publishable, shown: Shown): WebAnswer {
  const title = say('publication', form.title);
  const { id, day } = from.meeting.record;
  const fields = form.fields(from, request);
  const html = render('publication/form.njk', {
    frame: frameOf(request, from, title, shown.faults.list),
    title,
    caption: `${from.context.body.name}, ${formatDay(day)}`,
    lede: say('publication', form.lede),
    nothing:
      fields === null && form.none
        ? { text: say('publication', form.none[0]), next: say('publication', form.none[1]) }
        : null,
    fields: fields?.map((asked) => fieldOf(asked, shown)) ?? [],
    hidden: shown.faults.list.length > 0 ? (form.warned?.(shown.typed) ?? []) : [],
    button: say('publication', form.button),
    action: request.path,
    backHref: paths.meeting(id),
    commandId: request.services.newId(),
    version: shown.version,
  });
  return { html, status: shown.faults.list.length > 0 ? 422 : 200 };
}

/** It cannot be done to the meeting as it is now: what was typed is kept on the page. */
function refused<Read>(form: PublishingForm<Read>, request: WebRequest, from: Publishable): WebAnswer {
  const { state, id } = from.meeting.record;
  const html = render('publication/now.njk', {
    frame: frameOf(request, from, say('publication', 'nowTitle')),
    title: say('publication', 'nowTitle'),
    caption: say('publication', form.title),
    text: say('publication', 'nowText', { state: say('publication', `now-${state}`) }),
    kept: request.form
      .names()
      .filter((name) => request.form.get(name).length > 20 && !['csrf', 'commandId', 'which'].includes(name))
      .map((name) => request.form.get(name)),
    backHref: paths.meeting(id),
  });
  return { html, status: 409 };
}

const isWrong = (read: unknown): read is readonly Wrong[] => Array.isArray(read);

/** The two pages of a form: shown, and sent. */
export function publishingPages<Read extends object>(form: PublishingForm<Read>) {
  const show = async (request: WebRequest): Promise<WebAnswer> => {
    const from = await theMeeting(request);
    const typed = form.begun?.(from, request) ?? {};
    return formPage(form, request, from, { typed, chosen: [], faults: faultless, version: from.agenda?.version ?? 0 });
  };
  const send = async (request: WebRequest): Promise<WebAnswer> => {
    const from = await theMeeting(request);
    const typed = typedIn(request.form);
    const read = form.read(request, from, typed);
    const version = versionIn(request.form);
    if (isWrong(read)) {
      const chosen = request.form.all('which');
      return formPage(form, request, from, { typed, chosen, faults: faultsOf(read, form.days), version });
    }
    try {
      const flash = await form.act(request, { ...request.command(), version }, from, read);
      return { redirect: paths.meeting(from.meeting.record.id), flash };
    } catch (fault) {
      if (fault instanceof TransitionRefused) return refused(form, request, from);
      throw fault;
    }
  };
  return { show, send };
}
