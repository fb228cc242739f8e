import { join } from "node:path";
import { defineEnvironments } from "../../config/define-environment";
import type { Environment } from "../../config/environment";
import { environmentSettings } from "../../config/environments";
import { stackId } from "../../stacks/platform-stack";
import { onAllCores } from "../copies/on-all-cores";
import { provide, type Providers } from "../copies/providers";
import { allRequirements } from "../copies/requirements";
import { synthesise } from "../copies/synthesise";
import { inTemporaryFolder } from "../copies/temporary-folder";
import { terraformVersion } from "../copies/terraform-version";
import { emulateEnvironment } from "./emulate-environment";
import type { Emulation } from "./emulate-stack";

/** The stacks that ask for nothing but AWS, each after those it reads. */
const STACKS = ["vpc", "root-dns", "cluster-infrastructure"] as const;

export interface Emulations {
  readonly stacks: readonly Emulation[];
  readonly providers: Providers;
}

/** Applies what AWS has to make for every environment, each to an emulated AWS of its own. */
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
    const environments = defineEnvironments(environmentSettings);
    const stacks = synthesise(environments, join(folder, "environments"));
    const ofEnvironment = (environment: Environment) =>
      STACKS.flatMap((name) => stacks.find(({ id }) => id === stackId(name, environment)) ?? []);

    const jsons = environments.flatMap(ofEnvironment).map(({ json }) => json);
    const providers = await provide(allRequirements(jsons), join(folder, "providers"), signal);
    const aws = [...providers.values()].find(({ name }) => name === "aws");
    if (aws === undefined || "missing" in aws) {
      return { missing: `provider aws: ${aws?.missing ?? "no stack needs it"}` };
    }
    const results = await onAllCores(environments, (environment) =>
      emulateEnvironment(
        ofEnvironment(environment),
        { python, providers, aws, signal },
        join(folder, environment.name),
        progress,
      ),
    );
    return { stacks: results.flat(), providers };
  });
