import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { FunctionEntry } from '../../functions/index.ts';
import type { Deployment } from '../deployment.ts';
import type { SignIn } from './sign-in.ts';

/** What functions are told of; each is told only what its line in the registry has a use for. */
export type Told = {
  readonly deployment: Deployment;
  readonly tableName: string;
  readonly filesBucket: string;
  readonly mailFrom: string;
  readonly slackToken: string | undefined;
  readonly originSecret: string;
  readonly signIn: SignIn;
  readonly workflowArns: Readonly<Record<string, IStateMachine['stateMachineArn']>>;
};

type Variables = Record<string, string>;

const answersPeople = ({ events }: FunctionEntry) => events.some(({ sort }) => sort === 'http');
const checksOrigin = ({ events }: FunctionEntry) => events.some(({ sort }) => sort === 'origin-check');

/** True for the function that signs people in: the one that answers every page which has no route of its own. */
export function signsPeopleIn({ events }: FunctionEntry): boolean {
  return events.some((event) => event.sort === 'http' && event.paths.includes('$default'));
}

const senderVariables = ({ sends }: FunctionEntry, { mailFrom, slackToken }: Told): Variables => ({
  ...(sends.includes('email') ? { MAIL_URL: 'ses:', MAIL_FROM: mailFrom } : {}),
  ...(sends.includes('slack') && slackToken ? { SLACK_TOKEN: slackToken } : {}),
});

const signInVariables = ({ signIn, deployment }: Told): Variables => ({
  OIDC_ISSUER: signIn.issuer,
  OIDC_CLIENT_ID: signIn.clientId,
  OIDC_CLIENT_SECRET: signIn.clientSecret.reference,
  IDENTITY_ORIGIN: signIn.origin,
  SIGN_OUT_STYLE: signIn.signOutStyle,
  FIRST_ADMINISTRATOR: deployment.firstAdministrator,
});

/** The environment of one function: the names that `shared/lambda/configuration.ts` reads. */
export function environmentFor(entry: FunctionEntry, told: Told): Variables {
  if (checksOrigin(entry)) return { ORIGIN_SECRET: told.originSecret };
  const { deployment } = told;
  return {
    TABLE_NAME: told.tableName,
    PUBLIC_ADDRESS: deployment.publicAddress,
    ORGANISATION_NAME: deployment.organisationName,
    ...(entry.files === 'none' ? {} : { FILES_BUCKET: told.filesBucket }),
    ...(entry.workflows ? { WORKFLOWS: JSON.stringify(told.workflowArns) } : {}),
    ...(answersPeople(entry) ? { CONTACT_EMAIL: deployment.contactEmail } : {}),
    ...(signsPeopleIn(entry) ? signInVariables(told) : {}),
    ...senderVariables(entry, told),
  };
}
