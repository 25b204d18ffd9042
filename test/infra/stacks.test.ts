// One file of tests for jest, so that CDK is loaded and each stack synthesised only once: that is most of the time.
import './governance-stack.cases.ts';
import './grants.cases.ts';
import './what-functions-are-told.cases.ts';
