import { join } from "node:path";
import { defineEnvironments } from "../../samples/platform";
import type { Environment } from "../../../src/settings/environment/environment";
import { environmentSettings } from "../../../src/platform/environments";
import { stacksOf } from "../../../src/settings/environment/stack-names";
import { SETUP_STACK_NAMES, type StackName } from "../../../src/settings/state/stack-names";
import { provide, type Providers } from "../../toolbox/providers";
import { allRequirements } from "../../terraform-json/requirements";
import { asSample, samplesToApply } from "../../samples/sample-environments";
import { synthesise } from "../../samples/synthesise";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { terraformVersion } from "../../toolbox/terraform-version";
import { emulateEnvironment } from "./emulate-environment";
import type { Emulation } from "./emulate-stack";
import { leavePlans } from "./plan-folder";

/** Stacks that need AWS alone, each after those it reads. */
const STACKS: readonly StackName[] = [...SETUP_STACK_NAMES, "vpc", "root-dns", "cluster-infrastructure"];

/** Results of emulating, and the providers used. */
export interface Emulations {
  readonly stacks: readonly Emulation[];
  readonly providers: Providers;
}

/** Applies the AWS stacks of every environment, each to an emulated AWS of its own. */
export const emulateAll = (
  python: string,
  progress: (text: string) => void,
  signal: AbortSignal,
): Promise<Emulations | { readonly missing: string }> =>
  inTemporaryFolder("emulate", async (folder) => {
    if ((await terraformVersion(signal)) === undefined) {
      return { missing: "terraform was not found" };
    }
    progress("synth");
    const samples = samplesToApply();
    const environments = [...defineEnvironments(environmentSettings), ...samples];
    const stacks = synthesise(environments, join(folder, "environments"));
    const ofEnvironment = (environment: Environment) =>
      stacksOf(environment)
        .filter(({ name }) => STACKS.includes(name))
        .flatMap((place) => stacks.find(({ id }) => id === place.id) ?? []);

    const jsons = environments.flatMap(ofEnvironment).map(({ json }) => json);
    const providers = await provide(allRequirements(jsons), join(folder, "providers"), signal);
    const aws = [...providers.values()].find(({ name }) => name === "aws");
    if (aws === undefined || "missing" in aws) {
      return { missing: `provider aws: ${aws?.missing ?? "no stack needs it"}` };
    }
    const plans = join(folder, "plans");
    // Fewer than there are cores: each waits for its emulator most of the time.
    const results = await Promise.allSettled(
      environments.map(async (environment) => {
        const place = join(folder, environment.name);
        const emulator = { python, providers, aws, plans, signal };
        const emulated = await emulateEnvironment(ofEnvironment(environment), emulator, place, progress);
        return samples.includes(environment)
          ? emulated.map((emulation) => ({ ...emulation, stack: asSample(emulation.stack) }))
          : emulated;
      }),
    );
    const emulations = results.flatMap((result) => valueOf(result));
    leavePlans(
      plans,
      emulations.every(({ findings }) => findings.length === 0),
    );
    return { stacks: emulations, providers };
  });

/** Result of an environment, once all have ended and no process uses a folder that is about to go. */
function valueOf<T>(result: PromiseSettledResult<T>): T {
  if (result.status === "rejected") {
    throw result.reason;
  }
  return result.value;
}
