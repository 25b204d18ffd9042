export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  watchman: false,
  // Real servers and browsers on two busy cores: a bound against hanging, not a measurement.
  testTimeout: 60_000,
  globalSetup: '<rootDir>/test/support/one-run.js',
  testSequencer: '<rootDir>/test/support/longest-first.js',
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/.quorate'],
  reporters: ['default', '<rootDir>/test/support/closing-line.js'],
};
