import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Outcome } from "../../kit/run-process";
import { copyStack } from "../../terraform-json/copy-stack";
import { errorsAmong, sentenceOf } from "../../terraform-json/diagnostics";
import type { SynthesisedStack } from "../../terraform-json/stack";
import type { Providers } from "../../toolbox/providers";
import { errorsIn, terraform } from "../../toolbox/terraform";
import { overrideModules } from "../emulate/override-modules";
import { changesIn, type ShownPlan } from "../emulate/planned-changes";
import type { EmulatedAws } from "./emulated-aws";
import type { OfflineStack } from "./offline-stack";

/** Terraform in a folder of its own. Each run returns its errors; none if it succeeded. */
export interface TerraformRun {
  /** Folder in which Terraform runs. */
  readonly folder: string;

  /** Takes the stack as it is from now on. */
  write(stack: OfflineStack): void;
  init(): Promise<readonly string[]>;
  apply(...args: readonly string[]): Promise<readonly string[]>;

  /** Applies until a signal, with which Terraform gets another. */
  applyUntil(end: AbortSignal, how: "SIGINT" | "SIGKILL"): Promise<void>;

  /** Changes that a plan has. */
  changes(...args: readonly string[]): Promise<readonly string[]>;
  destroy(): Promise<readonly string[]>;

  /** Any command of Terraform. */
  run(...args: readonly string[]): Promise<Outcome>;
}

/**
 * Things that Terraform does at a time. With its usual ten, a machine with few cores is so busy that the API server
 * answers too late.
 */
const AT_A_TIME = [`-parallelism=${Math.min(10, 2 * availableParallelism())}`];

/** Surroundings of a {@link TerraformRun}. */
export interface RunSurroundings {
  readonly folder: string;
  readonly providers: Providers;
  readonly aws?: EmulatedAws | undefined;
  readonly signal: AbortSignal;
}

/** Terraform for a stack, in a folder. */
export function terraformRun(
  stack: SynthesisedStack,
  { folder, providers, aws, signal }: RunSurroundings,
): TerraformRun {
  let [json, text] = [stack.json, ""];
  const env = aws?.env ?? {};
  const run = (...args: readonly string[]) => terraform(args, { folder, signal, env });
  const said = (outcome: Outcome): string[] => {
    if (outcome.code === 0) {
      return [];
    }
    const errors = errorsAmong(outcome.stdout).map((error) => sentenceOf(error, json, text));
    return errors.length > 0 ? errors : [errorsIn(outcome) || `terraform ended with ${outcome.code}`];
  };
  return {
    folder,
    run,
    write(offline) {
      json = offline.json;
      text = copyStack(stack, json, folder);
      if (aws !== undefined) {
        overrideModules(json, aws.gaps, folder);
      }
    },
    async init() {
      const folders = [...providers.values()].flatMap((one) => ("plugins" in one ? [one.plugins] : []));
      return said(await run("init", ...folders.map((plugins) => `-plugin-dir=${plugins}`)));
    },
    apply: async (...args) => said(await run("apply", "-json", "-auto-approve", ...AT_A_TIME, ...args)),
    async applyUntil(end, how) {
      const words = ["apply", "-json", "-auto-approve", ...AT_A_TIME];
      const until = { folder, env, signal: AbortSignal.any([signal, end]), stopWith: how };
      await terraform(words, until).catch(() =>
        // The run was to end. An interruption of all ends here.
        signal.throwIfAborted(),
      );
    },
    destroy: async () => said(await run("destroy", "-json", "-auto-approve", ...AT_A_TIME)),
    async changes(...args) {
      const plan = await run("plan", "-json", "-detailed-exitcode", "-out=again", ...args);
      if (plan.code === 1) {
        return said(plan);
      }
      const shown = (await run("show", "-json", "again")).stdout;
      return plan.code === 0 ? [] : changesIn(JSON.parse(shown) as ShownPlan);
    },
  };
}

/** Number of resources in a state file. */
export function resourcesIn(file: string): number {
  if (!existsSync(file)) {
    return 0;
  }
  const { resources = [] } = JSON.parse(readFileSync(join(file), "utf8")) as {
    readonly resources?: readonly { readonly mode: string; readonly instances: readonly unknown[] }[];
  };
  return resources
    .filter(({ mode }) => mode === "managed")
    .reduce((sum, { instances }) => sum + instances.length, 0);
}
