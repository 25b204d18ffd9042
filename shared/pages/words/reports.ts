import { addWords } from '../words-at-hand.ts';
import type { Catalogue } from './catalogue.ts';

export const reportsWords = {
  en: {
    title: 'Reports of this item',
    meeting: 'Meeting',
    toMeeting: 'Back to the meeting',
    none: 'There is no report yet.',
    noneNext: 'Send it below as a PDF.',
    open: 'Open',
    addedOn: 'Added on {{day}}',
    file: { one: 'PDF, 1 page, {{size}}', other: 'PDF, {{count}} pages, {{size}}' },
    fileOnly: 'PDF, {{size}}',
    kilobytes: '{{count}} KB',
    megabytes: '{{number}} MB',
    notForPublication: 'Not for publication',
    published: 'Published',
    untagged: 'Has no tags: a screen reader will not read it well',
    itemIsPrivate: 'This item is to be taken in private: none of its reports is published.',
    remove: 'Remove',
    shownNote: 'A published report is withdrawn or replaced from the meeting page, with a note for the public.',
    addTitle: 'Add a report (PDF)',
    fileLabel: 'Choose the file',
    fileHint:
      'A PDF of at most 20 MB, without a password, sent within an hour of opening this page. It is looked at before it is kept, and published only with the agenda.',
    formStale:
      'This page has been open for an hour, and storage takes nothing from it any more. Load it again and choose the file once more.',
    fileMissing: 'Choose a file first.',
    send: 'Send the file',
    closed: 'No report can be added: the item has been considered or withdrawn, or it has as many as it may have.',
    checkTitle: 'Check the report',
    checkLede: 'The file opens and may be kept. Say what it is and add it.',
    checkFile: 'File',
    checkTags: 'For screen readers',
    checkTagged: 'Tagged: a screen reader can read it in order',
    checkUntagged: 'Not tagged: a screen reader will not read this well',
    checkUntaggedNext:
      'If you have the original document, save it as PDF again with “document structure tags for accessibility” on, and send that. You may add this one all the same.',
    checkScanned: 'Its pages look like pictures',
    checkScannedNext:
      'It seems to be scanned: nobody can search it or have it read aloud. Send the original document saved as PDF if you can.',
    checkHash: 'Its fingerprint (SHA-256)',
    titleLabel: 'Title of the report',
    titleHint: 'As people will read it on the agenda.',
    titleMissing: 'Give the report a title.',
    titleLong: 'The title is too long: at most 300 characters.',
    accessLegend: 'May the public see it?',
    accessPublic: 'Yes, it is published with the agenda',
    accessPrivate: 'No, it is not for publication',
    accessPrivateHint: 'Members of the body see it. Other councillors see it only where the law lets them.',
    accessMissing: 'Say whether the public may see it.',
    replacesLegend: 'Does it take the place of another?',
    replacesNone: 'No, it is one more',
    replacesOne: 'It replaces “{{title}}”',
    add: 'Add this report',
    another: 'Choose another file',
    added: '“{{title}}” was added.',
    removed: '“{{title}}” was removed.',
    noMore: 'No report can be added to this item any more.',
    'refused-empty':
      'The file is empty. Choose the file again; if it opens on your computer, save it as PDF once more.',
    'refused-word-processor':
      'This is a document of a word processor, not a PDF, whatever its name ends in. Open it, choose “Save as” or “Export”, then PDF, and send that file.',
    'refused-not-pdf': 'This is not a PDF. Save or print the document as PDF and send that file.',
    'refused-encrypted':
      'The PDF asks for a password, so the public could not open it. Save it again without a password or restrictions and send that file.',
    'refused-broken':
      'The PDF is damaged or did not arrive whole. Open it on your computer, save it as PDF again, and send that file.',
    'refused-active':
      'The PDF carries a script, a form that acts, or another file inside it. Print it to PDF, so that only the pages are left, and send that file.',
    'refused-too-heavy':
      'The PDF unfolds to far more than its pages need, so it cannot be looked at. Print it to PDF, so that only the pages are left, and send that file.',
    'refused-too-large':
      'The file is larger than 20 MB. Save it with smaller pictures (“minimum size”, “reduce file size”) or send it in parts.',
    'refused-gone': 'The file did not arrive, or lay unused for more than a day. Choose it and send it again.',
  },
} satisfies Catalogue;

addWords({ reports: reportsWords });
