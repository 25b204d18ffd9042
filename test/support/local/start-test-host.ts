import { join } from 'node:path';
import { startHost } from '../../../infra/local/host.ts';
import type { HostOptions } from '../../../infra/local/host-options.ts';
import { ownPort } from '../ports.ts';
import { testRegistry } from './test-registry.ts';
import { testSignInList } from './test-sign-in-list.ts';

/** A whole host over the test registry, in this process. */
export async function startTestHost(folder: string, rest: Partial<HostOptions> = {}) {
  return startHost({
    registry: testRegistry,
    folder,
    port: await ownPort(),
    assets: join(import.meta.dirname, '../../../dist/assets'),
    organisation: { name: 'Brackenford', contactEmail: 'governance@brackenford.example', firstAdministrator: '' },
    signInList: testSignInList,
    say: () => {},
    onFatal: (reason) => {
      throw new Error(reason);
    },
    ...rest,
  });
}
