import { join } from "node:path";
import { defineEnvironments } from "../../samples/platform";
import { environmentSettings } from "../../../src/platform/environments";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { synthesiseExamples } from "../../samples/examples";
import { sampleEnvironments } from "../../samples/sample-environments";
import { synthesise } from "../../samples/synthesise";
import { allRequirements } from "../../terraform-json/requirements";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { type MissingProvider, type Provider, provide } from "../../toolbox/providers";
import { terraform } from "../../toolbox/terraform";
import type { Json } from "../../../src/output/leaves";
import { boundArguments } from "./bindings";
import { compareType, type TypeDifference } from "./compare";
import { providerIn } from "./schema";
import { usedTypes } from "./used-types";

/** Comparison of one provider, or the reason for having none. */
export type Comparison =
  | { readonly provider: Provider; readonly types: readonly TypeDifference[] }
  | { readonly provider: MissingProvider };

/** Compares the schema of each provider that can be had with the bindings and with what stacks write. */
export const compareAll = (
  progress: (text: string) => void,
  signal: AbortSignal,
): Promise<readonly Comparison[]> =>
  inTemporaryFolder("provider-schemas", async (folder) => {
    progress("synth");
    const stacks = [
      ...synthesise(defineEnvironments(environmentSettings), join(folder, "environments")),
      ...synthesise(sampleEnvironments(), join(folder, "samples")),
      ...synthesiseExamples(join(folder, "examples")),
    ];
    const place = join(folder, "providers");
    const providers = await provide(allRequirements(stacks.map(({ json }) => json)), place, signal);
    const comparisons: Comparison[] = [];
    for (const [index, provider] of [...providers.values()].entries()) {
      progress(provider.name);
      comparisons.push(
        "missing" in provider
          ? { provider }
          : { provider, types: await typesOf(provider, join(place, String(index)), stacks, signal) },
      );
    }
    return comparisons;
  });

/** Differences of a provider that Terraform has initialised in a folder. */
async function typesOf(
  { name, source }: Provider,
  folder: string,
  stacks: readonly SynthesisedStack[],
  signal: AbortSignal,
): Promise<TypeDifference[]> {
  const { code, stdout, stderr } = await terraform(["providers", "schema", "-json"], { folder, signal });
  if (code !== 0) {
    throw new Error(`terraform providers schema failed for ${name}: ${stderr.trim()}`);
  }
  const schema = providerIn(JSON.parse(stdout) as Json, source);
  return usedTypes(stacks, name).map((used) =>
    compareType(used, schema, boundArguments(name, used.section, used.type)),
  );
}
