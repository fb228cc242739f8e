import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CommandError } from "../../kit/command-error";
import { runProcess } from "../../kit/run-process";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { change, type HcpTerraform, nextLook, read, store } from "./api";
import type { Workspace } from "./workspaces";

interface Version {
  readonly data: {
    readonly id: string;
    readonly attributes: { readonly status: string; readonly "upload-url": string | null };
  };
}

/**
 * Uploads a folder as a workspace's configuration. Starts no run.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/configuration-versions
 */
export async function uploadConfiguration(
  hcp: HcpTerraform,
  { id, name }: Workspace,
  { folder, speculative }: { readonly folder: string; readonly speculative: boolean },
): Promise<string> {
  const attributes = { "auto-queue-runs": false, speculative };
  const { data }: Version = await change(
    hcp,
    `workspaces/${id}/configuration-versions`,
    { data: { type: "configuration-versions", attributes } },
    `to take a configuration for ${name}`,
  );
  const url = data.attributes["upload-url"];
  if (url === null) {
    throw new CommandError(`${name}: expected an address to upload to, got none; try again`);
  }
  await store(hcp, url, { method: "PUT", body: await packed(folder, hcp.signal) });
  await untilUploaded(hcp, data.id, name);
  return data.id;
}

async function untilUploaded(hcp: HcpTerraform, id: string, name: string): Promise<void> {
  for (;;) {
    const { data }: Version = await read(hcp, `configuration-versions/${id}`, `the configuration of ${name}`);
    const { status } = data.attributes;
    if (status === "uploaded") {
      return;
    }
    if (status === "errored") {
      throw new CommandError(`${name}: expected an uploaded configuration, got ${status}; try again`);
    }
    await nextLook(hcp);
  }
}

/** A folder as a compressed archive, without what Terraform downloads into it. */
const packed = (folder: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> =>
  inTemporaryFolder("configuration", async (scratch) => {
    const archive = join(scratch, "configuration.tar.gz");
    const command = ["tar", "--exclude=.terraform", "-czf", archive, "-C", folder, "."];
    const { code, stderr } = await runProcess(command, { cwd: process.cwd(), signal });
    if (code !== 0) {
      throw new CommandError(`${folder}: expected to be packed by tar, got ${stderr.trim() || code}`);
    }
    return new Uint8Array(await readFile(archive));
  });
