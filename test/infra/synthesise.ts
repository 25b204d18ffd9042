import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { Source } from 'aws-cdk-lib/aws-s3-deployment';
import * as z from 'zod';
import { readDeployment, type Size } from '../../infra/deployment.ts';
import { EdgeStack } from '../../infra/edge-stack.ts';
import { GovernanceStack } from '../../infra/governance-stack.ts';

const settings = z.object({ context: z.record(z.string(), z.unknown()) });
const { context } = settings.parse(JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')));

type Stacks = { readonly edge: Template; readonly governance: Template };
const made = new Map<string, Stacks>();

/** Both stacks of one size as templates, with stand-ins for the code and the assets so that nothing has to be built. */
export function synthesise(size: Size, given: Record<string, string> = {}): Stacks {
  const name = JSON.stringify([size, given]);
  const stacks = made.get(name) ?? makeStacks(size, given);
  made.set(name, stacks);
  return stacks;
}

const makeStacks = (size: Size, given: Record<string, string>): Stacks => {
  const app = new App({ context: { ...context, 'aws:cdk:bundling-stacks': [], 'aws:cdk:disable-stack-trace': true } });
  const deployment = readDeployment(size, (name) => (name === 'account' ? '111111111111' : given[name]));
  const edge = new EdgeStack(app, 'edge', deployment);
  const governance = new GovernanceStack(app, 'governance', {
    deployment,
    certificate: edge.certificate,
    webAclArn: edge.webAclArn,
    bundle: (name) => Code.fromInline(`exports.handler = () => '${name}';`),
    assets: { source: Source.data('quorate.css', ''), version: 'test' },
  });
  return { edge: Template.fromStack(edge), governance: Template.fromStack(governance) };
};

export type Statement = { Action: string[]; Resource: unknown[]; Condition?: Record<string, unknown> };
type Resource = Record<string, Record<string, unknown>>;

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** The logical id of a function of the registry. */
export function functionId(template: Template, name: string): string {
  const found = Object.keys(template.findResources('AWS::Lambda::Function')).find((id) =>
    new RegExp(`^${name}[0-9A-F]{8}$`).test(id),
  );
  if (!found) throw new Error(`No Lambda for ${name}`);
  return found;
}

/** Every statement of the roles whose logical id begins so: of a function, a workflow or a schedule. */
export function statementsOf(template: Template, roleName: string): Statement[] {
  const policies: Record<string, Resource> = template.findResources('AWS::IAM::Policy');
  return Object.values(policies)
    .filter(({ Properties }) => JSON.stringify(Properties?.['Roles']).includes(`{"Ref":"${roleName}`))
    .flatMap(({ Properties = {} }) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement)
    .map((statement) => ({
      ...statement,
      Action: listed(statement.Action) as string[],
      Resource: listed(statement.Resource),
    }));
}

/** The properties of every resource of one sort. */
export function propertiesOf(template: Template, type: string): Record<string, unknown>[] {
  const found: Record<string, Resource> = template.findResources(type);
  return Object.values(found).map(({ Properties = {} }) => Properties);
}
