import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonMap } from "../../../terraform-json/json-map";
import { requirementsOf } from "../../../terraform-json/requirements";
import { provide } from "../../../toolbox/providers";

/** The provider of a stack that has one, from where this machine has it. */
export interface Provided {
  /** Folder for `terraform init -plugin-dir`. */
  readonly plugins: string;

  /** Reason why the machine cannot have it in the very version that the stack asks for. */
  readonly missing: string | undefined;
  remove(): void;
}

export async function providerOf(stack: JsonMap): Promise<Provided> {
  const folder = mkdtempSync(join(tmpdir(), "provider-"));
  const remove = () => rmSync(folder, { recursive: true });
  const [requirement] = requirementsOf(stack);
  const [provider] = (await provide([requirement!], folder, new AbortController().signal)).values();

  const { source, version } = provider!;
  if ("missing" in provider!) {
    return { plugins: "", missing: `${source} ${version}: ${provider.missing}`, remove };
  }
  const { plugins, used } = provider!;
  const missing = used === version ? undefined : `${source} ${version}: only ${used} can be had`;
  return { plugins, missing, remove };
}
