import { join } from "node:path";
import type { Provider, Providers } from "../../toolbox/providers";
import { withProviders } from "../../offline/with-providers";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { applyPrerequisites } from "./apply-prerequisites";
import { applyTwice, type Emulation, type Site } from "./emulate-stack";
import { emulatorEnvironment } from "./emulator-environment";
import { emulatedStack } from "./emulated-stack";
import { withEmulator } from "../../offline/emulator";
import { leftOutOf } from "./left-out";
import { MOTO } from "./not-emulated";

/** Programs and folders for emulating an environment. */
export interface Emulator {
  /** A Python that has moto. */
  readonly python: string;
  readonly providers: Providers;
  readonly aws: Provider;

  /** Folder for the plans. */
  readonly plans: string;
  readonly signal: AbortSignal;
}

/**
 * Plans and applies the stacks of one environment in their order, in an AWS account with nothing but the
 * prerequisites.
 */
export function emulateEnvironment(
  stacks: readonly SynthesisedStack[],
  { python, providers, aws, plans, signal }: Emulator,
  folder: string,
  progress: (text: string) => void,
): Promise<Emulation[]> {
  return withEmulator(python, async (endpoint) => {
    const env = emulatorEnvironment(endpoint);
    const siteOf = (id: string): Site => ({
      folder: join(folder, id),
      states: join(folder, "states"),
      plans,
      plugins: aws.plugins,
      env,
      gaps: MOTO,
      signal,
    });

    const adapted = stacks.map((stack) => ({
      stack,
      json: emulatedStack(withProviders(stack, providers), MOTO),
    }));
    const jsons = adapted.map(({ json }) => json);
    await applyPrerequisites(jsons, siteOf("prerequisites"));

    const results: Emulation[] = [];
    for (const { stack, json } of adapted) {
      progress(stack.id);
      const start = performance.now();
      const applied = await applyTwice(stack, json, siteOf(stack.id));
      const seconds = (performance.now() - start) / 1000;
      results.push({ stack: stack.id, leftOut: leftOutOf(stack.json, MOTO), ...applied, seconds });
    }
    return results;
  });
}
