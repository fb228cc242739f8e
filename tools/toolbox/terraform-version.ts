import { tmpdir } from "node:os";
import { terraform } from "./terraform";

/** Version of Terraform on this machine; `undefined` without it. */
export async function terraformVersion(signal: AbortSignal): Promise<string | undefined> {
  const { code, stdout } = await terraform(["version", "-json"], { folder: tmpdir(), signal });
  return code === 0
    ? (JSON.parse(stdout) as { readonly terraform_version: string }).terraform_version
    : undefined;
}
