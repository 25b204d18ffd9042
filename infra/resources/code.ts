import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { assetsHash } from '../../shared/pages/assets.gen.js';
import { bundleFolder, repository } from '../bundle-functions.ts';

/** What a browser loads, and the folder under which the pages link to it: a new version has a new address. */
export type BuiltAssets = { readonly source: ISource; readonly version: string };

/** The bundle of one function. It must have been made. */
export function readBundle(name: string): Code {
  return Code.fromAsset(bundleFolder(name));
}

/** The stylesheet, script and icon that `npm run assets` made. */
export function readBuiltAssets(): BuiltAssets {
  return { source: Source.asset(join(repository, 'dist/assets')), version: assetsHash };
}
