import { addWords } from '../words-at-hand.ts';
import type { Catalogue } from './catalogue.ts';

export const apiWords = {
  en: {
    title: 'The API',
    lede: 'Most of what people read and do here on pages, programs can read and do as JSON. Everything published is there without a token.',
    base: 'Every address begins {{base}}.',
    document: 'The same as an OpenAPI 3.1 document',
    tokens: 'Programs that act for me',
    howTitle: 'How it works',
    howTokens:
      'A token stands for the person who made it, and may do what they may do that day. People make their own at “Programs that act for me” when they are signed in. It goes into the header Authorization: Bearer.',
    howLists:
      'A list comes 50 at a time, or as many as limit says, at most 100. Where there is more, next is a cursor: ask again with the same parameters and cursor. It is good for the same list and person only.',
    howEtags:
      'What is read comes with an ETag. Sent back in If-None-Match it saves reading the same again (304). Sent in If-Match with a change, it makes sure that nobody else has changed the record meanwhile (412).',
    howKeys:
      'Whatever changes something takes a key of your own in Idempotency-Key. When an answer is lost, send the same request again with the same key: it is done once, and answered as the first time with Idempotency-Replayed: true.',
    howProblems: 'What goes wrong is answered as RFC 9457 says, with a type that is a page saying what to do.',
    contents: 'On this page',
    schemasTitle: 'What comes back',
    problemsTitle: 'What can be wrong',
    parameters: 'Parameters of {{call}}',
    body: 'Body of {{call}}',
    fieldsOf: 'Fields of {{name}}',
    headField: 'Name',
    headType: 'What it is',
    headNeeded: 'Always there',
    headProblem: 'Problem',
    headStatus: 'Status',
    needed: 'yes',
    optional: 'no',
    inPath: 'In the address',
    typeId: 'identifier',
    or: ' or ',
    listOf: 'list of {{what}}',
    pageOf: 'A page of {{name}}',
    answers: 'Answers:',
    refusals: 'Besides what any request can be refused for:',
    emptyBody: 'Send the empty object {} and an Idempotency-Key.',
    withKey: 'Send an Idempotency-Key.',
    versioned: 'Send the ETag of what you looked at in If-Match.',
    anyFields: 'Names and values that depend on what was done.',
    answeredWith: 'Answered with status {{status}}.',
    allProblems: 'Everything that can be wrong',
  },
} satisfies Catalogue;

addWords({ api: apiWords });
