// Holds the lock of a data folder until it is killed; says so on standard output.
import { dataFolder } from '../../../infra/local/data-folder.ts';
import { lockFolder } from '../../../infra/local/lock.ts';

const [folder = ''] = process.argv.slice(2);
lockFolder(dataFolder(folder), 'http://localhost:3000');
process.stdout.write('locked\n');
setInterval(() => {}, 1000);
