import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { dataFolder } from '../../../infra/local/data-folder.ts';
import { holderOf, lockFolder } from '../../../infra/local/lock.ts';
import { StartRefused } from '../../../infra/local/start-refused.ts';
import { temporaryFolder } from '../../support/local/temporary-folder.ts';

const HOLD = join(import.meta.dirname, '../../support/local/hold-lock.ts');

test('a data folder has one host at a time, and the refusal says who holds it', () => {
  const folder = temporaryFolder();
  const unlock = lockFolder(dataFolder(folder.path), 'http://localhost:3000');
  const second = () => lockFolder(dataFolder(folder.path), 'http://localhost:3001');
  expect(second).toThrow(StartRefused);
  expect(second).toThrow(new RegExp(`process ${process.pid} at http://localhost:3000`));
  unlock();
  second()();
  folder.remove();
});

test('a host that was killed no longer holds its folder', async () => {
  const folder = temporaryFolder();
  const child = spawn(process.execPath, ['--no-warnings', HOLD, folder.path], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  expect(() => lockFolder(dataFolder(folder.path), '')).toThrow(/in use by a running host/);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  expect(holderOf(dataFolder(folder.path))).toBeUndefined();
  lockFolder(dataFolder(folder.path), '')();
  folder.remove();
});
