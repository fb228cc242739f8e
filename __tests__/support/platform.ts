import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { defineEnvironments, tenants } from "./organisation";
import type { Environment } from "../../src/settings/environment/environment";
import { permanentSettings } from "../../src/platform/environments";
import { PlatformApp } from "../../src/output/platform-app";
import { addStacks } from "../../src/stacks";
import { addOrganisationStacks } from "../../src/stacks/organisation-stacks";
import { type Block, Terraform } from "./terraform";

/** Synthesises whole environments as `npm run synth` does and returns what each stack would have Terraform apply. */
export function synthesise(environments: readonly Environment[]): Record<string, Terraform> {
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

/** The environments that always exist. */
export const environments = defineEnvironments(permanentSettings);

/** Every stack of them, by id, from one synth. */
export const platform = synthesise(environments);

/** The same as a list, for `describe.each`. */
export const stacks = Object.entries(platform).map(([id, terraform]) => ({ id, terraform }));

/** Those of them that belong to an environment. */
export const environmentStacks = stacks.filter(({ id }) =>
  environments.some(({ name }) => id.endsWith(`-${name}`)),
);
