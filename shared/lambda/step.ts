import type * as z from 'zod';

/** Makes a workflow step a Lambda handler: input is parsed, services are built on the first call only. */
export function step<Input extends z.ZodType, Services, Output>(
  input: Input,
  run: (input: z.output<Input>, services: Services) => Promise<Output>,
  buildServices: () => Services,
): (event: unknown) => Promise<Output> {
  let services: Services | undefined;
  return async (event) => {
    services ??= buildServices();
    return run(input.parse(event), services);
  };
}
