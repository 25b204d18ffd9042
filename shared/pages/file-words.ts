import './words/reports.ts';
import { say } from './say.ts';

const MEGABYTE = 1024 * 1024;

/** A size as people say it: '640 KB', '2.1 MB'. */
export function sizeInWords(bytes: number): string {
  if (bytes < MEGABYTE) return say('reports', 'kilobytes', { count: Math.max(1, Math.round(bytes / 1024)) });
  return say('reports', 'megabytes', { number: (bytes / MEGABYTE).toFixed(1) });
}

/** 'PDF, 12 pages, 640 KB'. */
export function fileInWords({ pages, bytes }: { pages: number | null; bytes: number }): string {
  const size = sizeInWords(bytes);
  return pages === null ? say('reports', 'fileOnly', { size }) : say('reports', 'file', { count: pages, size });
}
