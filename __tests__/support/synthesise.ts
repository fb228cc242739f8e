import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Platform } from "../../src/settings/define-platform";
import { PlatformApp } from "../../src/output/platform-app";
import { addStacks } from "../../src/stacks";
import { addOrganisationStacks } from "../../src/stacks/organisation-stacks";
import { type Block, Terraform } from "./terraform";

/** Synthesises environments as `npm run synth` does. Returns what each stack would have Terraform apply, by id. */
export function synthesisePlatform({
  environments,
  tenants,
}: Pick<Platform, "environments" | "tenants">): Record<string, Terraform> {
  const outdir = mkdtempSync(join(tmpdir(), "platform-"));
  afterAll(() => rmSync(outdir, { recursive: true, force: true }));

  const app = new PlatformApp({ outdir });
  addStacks(app, environments, tenants);
  addOrganisationStacks(app, environments);
  app.synth();

  const { stacks } = read(join(outdir, "manifest.json")) as {
    stacks: Record<string, { synthesizedStackPath: string }>;
  };
  return Object.fromEntries(
    Object.entries(stacks).map(([id, { synthesizedStackPath }]) => [
      id,
      new Terraform(read(join(outdir, synthesizedStackPath))),
    ]),
  );
}

const read = (path: string): Block => JSON.parse(readFileSync(path, "utf8")) as Block;
