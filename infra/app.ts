import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundleFunctions } from './bundle-functions.ts';
import { readDeployment, readSizes } from './deployment.ts';
import { EdgeStack } from './edge-stack.ts';
import { GovernanceStack } from './governance-stack.ts';
import { readBuiltAssets, readBundle } from './resources/code.ts';

const exampleAccount = '111111111111';
const app = new App();
const told = (name: string): unknown => app.node.tryGetContext(name);
const account: unknown = told('account') ?? process.env['CDK_DEFAULT_ACCOUNT'] ?? exampleAccount;
const wanted = readSizes(told('size'));

await bundleFunctions();
for (const size of wanted) {
  const deployment = readDeployment(size, (name) => (name === 'account' ? account : told(name)));
  // A size is not part of a stack's own name: a deployment that grows keeps its stacks and its records.
  const prefix = wanted.length > 1 ? `${size}-` : '';
  const edge = new EdgeStack(app, `${prefix}edge`, deployment);
  new GovernanceStack(app, `${prefix}governance`, {
    deployment,
    certificate: edge.certificate,
    webAclArn: edge.webAclArn,
    bundle: readBundle,
    assets: readBuiltAssets(),
  });
}
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
