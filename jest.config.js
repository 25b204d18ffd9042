export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  watchman: false,
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/.quorate'],
  reporters: ['default', '<rootDir>/test/support/closing-line.js'],
};
