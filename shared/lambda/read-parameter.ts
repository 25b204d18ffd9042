import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';

/** The value of a parameter, decrypted. Throws when it is not there or may not be read. */
export async function readParameter(name: string): Promise<string> {
  const { Parameter } = await new SSMClient().send(new GetParameterCommand({ Name: name, WithDecryption: true }));
  if (!Parameter?.Value) throw new Error(`The secret ${name} has no value`);
  return Parameter.Value;
}
