import { tmpdir } from "node:os";
import { terraform } from "./terraform";

/** The version of Terraform on this machine; nothing where there is none. */
export async function terraformVersion(signal: AbortSignal): Promise<string | undefined> {
  const { code, stdout } = await terraform(["version", "-json"], { folder: tmpdir(), signal });
  return code === 0
    ? (JSON.parse(stdout) as { readonly terraform_version: string }).terraform_version
    : undefined;
}
