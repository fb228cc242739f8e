import { join } from "node:path";
import { defineEnvironments } from "../../samples/platform";
import { environmentSettings } from "../../../src/platform/environments";
import { onAllCores } from "../../kit/on-all-cores";
import { provide, type Providers } from "../../toolbox/providers";
import { allRequirements } from "../../terraform-json/requirements";
import { synthesiseExamples } from "../../samples/examples";
import { asSample, sampleEnvironments } from "../../samples/sample-environments";
import { synthesise } from "../../samples/synthesise";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { type Validation, validateStack } from "./validate-stack";

export interface Validations {
  readonly stacks: readonly Validation[];
  readonly providers: Providers;
}

/** Has Terraform, or another program of it, validate every stack of every environment, of samples of what environments could be, and of examples. */
export const validateAll = (
  progress: (text: string) => void,
  signal: AbortSignal,
  program?: string,
): Promise<Validations> =>
  inTemporaryFolder("validate", async (folder) => {
    progress("synth");
    const stacks = [
      ...synthesise(defineEnvironments(environmentSettings), join(folder, "environments")),
      ...synthesise(sampleEnvironments(), join(folder, "samples")).map((stack) => ({
        ...stack,
        id: asSample(stack.id),
      })),
      ...synthesiseExamples(join(folder, "examples")),
    ];
    progress("providers");
    const requirements = allRequirements(stacks.map(({ json }) => json));
    const providers = await provide(requirements, join(folder, "providers"), signal);

    let done = 0;
    const validations = await onAllCores([...stacks.entries()], async ([index, stack]) => {
      const result = await validateStack(stack, providers, join(folder, String(index)), { signal, program });
      progress(`${++done} of ${stacks.length}: ${stack.id}`);
      return result;
    });
    return { stacks: validations, providers };
  });
