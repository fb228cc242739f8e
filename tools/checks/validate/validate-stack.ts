import { copyStack } from "../../terraform-json/copy-stack";
import type { Providers } from "../../toolbox/providers";
import { keyOf, requirementsOf } from "../../terraform-json/requirements";
import { errorsIn, terraform, type TerraformOptions } from "../../toolbox/terraform";
import { withProviders } from "../../offline/with-providers";
import { withoutState } from "../../terraform-json/without-state";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { type Diagnostic, sentenceOf } from "../../terraform-json/diagnostics";
import { isAcceptedWarning } from "../provider-schemas/accepted";

/** Result of one stack with Terraform. */
export interface Validation {
  readonly stack: string;

  /** Errors to fix, each with its place. */
  readonly findings: readonly string[];

  /** Providers that it was checked without. */
  readonly without: readonly string[];
  readonly seconds: number;
}

/** Has Terraform validate a copy of a stack. */
export async function validateStack(
  stack: SynthesisedStack,
  providers: Providers,
  folder: string,
  run: Pick<TerraformOptions, "signal" | "program">,
): Promise<Validation> {
  const start = performance.now();
  const known = requirementsOf(stack.json).map((requirement) => providers.get(keyOf(requirement)));
  const json = withoutState(withProviders(stack, providers));
  const text = copyStack(stack, json, folder);

  const folders = known.flatMap((provider) => (provider && "plugins" in provider ? [provider.plugins] : []));
  const init = ["init", "-backend=false", ...folders.map((plugins) => `-plugin-dir=${plugins}`)];
  const initialised = await terraform(init, { folder, ...run });
  const findings =
    initialised.code === 0
      ? (await diagnosticsOf(folder, run))
          .filter((diagnostic) => !isAcceptedWarning(diagnostic))
          .map((diagnostic) => sentenceOf(diagnostic, json, text))
      : [`terraform init failed: ${errorsIn(initialised)}`];

  return {
    stack: stack.id,
    findings,
    without: known.flatMap((provider) => (provider && "missing" in provider ? [provider.name] : [])),
    seconds: (performance.now() - start) / 1000,
  };
}

async function diagnosticsOf(
  folder: string,
  run: Pick<TerraformOptions, "signal" | "program">,
): Promise<readonly Diagnostic[]> {
  const { stdout, stderr } = await terraform(["validate", "-json"], { folder, ...run });
  try {
    return (JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] }).diagnostics;
  } catch {
    return [{ severity: "error", summary: `terraform validate failed: ${stderr}` }];
  }
}
