import { S3Client } from '@aws-sdk/client-s3';
import { startObjectEndpoint } from '../../infra/local/files/object-endpoint.ts';
import { openObjectFiles } from '../../infra/local/files/object-files.ts';
import { openFiles } from '../../shared/store/files.ts';
import { temporaryFolder } from './local/temporary-folder.ts';

const BUCKET = 'quorate-files';
const credentials = { accessKeyId: 'functions', secretAccessKey: 'secret of functions' };

/** Real object storage in a folder of its own, and the port to it; `close` ends it and removes the folder. */
export async function testFiles() {
  const folder = temporaryFolder();
  const stored = openObjectFiles(folder.path);
  const endpoint = await startObjectEndpoint({
    files: stored,
    bucket: BUCKET,
    users: [{ ...credentials, allows: () => true }],
    port: 0,
    crashPoint: () => {},
  });
  const files = openFiles(
    BUCKET,
    () =>
      new S3Client({
        endpoint: endpoint.address,
        region: 'eu-west-2',
        forcePathStyle: true,
        maxAttempts: 1,
        requestChecksumCalculation: 'WHEN_REQUIRED',
        credentials,
      }),
  );
  return {
    files,
    stored,
    close: async () => {
      await endpoint.close();
      folder.remove();
    },
  };
}
