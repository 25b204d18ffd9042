import { availableParallelism } from 'node:os';

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  watchman: false,
  // Half of what a worker does is waiting, for a host, a browser or the disk: as many workers as cores, not one fewer.
  // More than four would each want a host, a browser and ports of their own.
  maxWorkers: Math.min(4, availableParallelism()),
  // Real servers and browsers on two busy cores: a bound against hanging, not a measurement.
  testTimeout: 120_000,
  globalSetup: '<rootDir>/test/support/one-run.js',
  testSequencer: '<rootDir>/test/support/longest-first.js',
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/.quorate'],
  reporters: ['default', '<rootDir>/test/support/closing-line.js'],
};
