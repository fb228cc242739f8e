import { existsSync } from "node:fs";
import { terraformVersion } from "./terraform-version";
import { type Tool, TOOL_VERSIONS, toolCache } from "./tools";

/**
 * The newest Terraform, to which workspaces move one day, beside the one on the PATH: kept in the cache by hand or by a
 * workflow. The project does not build it: the Go proxy serves Terraform without most of its backends, each a module of its own.
 */
export async function newestTerraform(signal: AbortSignal): Promise<Tool> {
  const version = TOOL_VERSIONS.terraform;
  const kept = toolCache("bin", `terraform-${version}`);
  if (existsSync(kept)) {
    return { program: kept, version, caveats: [] };
  }
  return (await terraformVersion(signal)) === version
    ? { program: "terraform", version, caveats: [] }
    : { missing: `terraform ${version} is neither on the PATH nor at ${kept}; put the program there` };
}
