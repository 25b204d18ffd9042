import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { functions } from '../../functions/index.ts';
import { GovernanceFunction } from '../constructs/governance-function.ts';
import { environmentFor, signsPeopleIn, type Told } from './environment.ts';
import { type Grantable, grantRecords } from './grants.ts';
import { grantMail, type Mail } from './mail.ts';
import type { Secrets } from './secrets.ts';

export type GovernanceFunctions = Readonly<Record<string, GovernanceFunction>>;

export type FunctionsProps = {
  readonly bundle: (name: string) => Code;
  readonly told: Told;
  readonly records: Grantable;
  readonly mail: Mail;
  readonly secrets: Secrets;
};

/** Makes each line of the registry a Lambda with just the grants that the line names. */
export function makeFunctions(scope: Construct, props: FunctionsProps): GovernanceFunctions {
  const { bundle, told, records, mail, secrets } = props;
  const made = functions.map((entry) => {
    const environment = environmentFor(entry, told);
    const made = new GovernanceFunction(scope, { entry, environment, code: bundle(entry.name), key: records.key });
    grantRecords(made, entry, records);
    if (entry.sends.includes('email')) grantMail(made, mail);
    if (entry.sends.includes('slack')) secrets.slackToken?.allowReading(made);
    if (signsPeopleIn(entry)) told.signIn.clientSecret.allowReading(made);
    if ('ORIGIN_SECRET' in environment) secrets.origin.allowReading(made);
    return [entry.name, made] as const;
  });
  return Object.fromEntries(made);
}
