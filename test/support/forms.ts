import { Parser } from 'htmlparser2';

type Fields = Record<string, string>;
type Given = Record<string, string>;

const isSent = ({ type, checked }: Given): boolean =>
  type !== 'file' && ((type !== 'radio' && type !== 'checkbox') || checked !== undefined);

/** The fields of a form of a page, by the address it posts to, as a browser would send them without a button pressed. */
export function fieldsOfForm(html: string, action: string): Fields {
  const fields: Fields = {};
  let [isIn, area, select] = [false, '', ''];
  const opened: Record<string, (given: Given) => void> = {
    input: (given) => {
      if (isSent(given)) fields[given['name'] ?? ''] = given['value'] ?? '';
    },
    textarea: ({ name = '' }) => {
      area = name;
      fields[name] = '';
    },
    select: ({ name = '' }) => {
      select = name;
    },
    option: ({ value = '', selected }) => {
      if (selected !== undefined || !(select in fields)) fields[select] = value;
    },
  };
  const parser = new Parser({
    onopentag: (tag, given) => {
      if (tag === 'form') isIn = given['action'] === action;
      if (isIn) opened[tag]?.(given);
    },
    ontext: (text) => {
      if (area !== '') fields[area] += text;
    },
    onclosetag: (tag) => {
      if (tag === 'form') isIn = false;
      if (tag === 'textarea') area = '';
    },
  });
  parser.end(html);
  return fields;
}
