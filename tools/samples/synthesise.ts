import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import "../../src/constructs/without-stack-traces";
import type { Environment } from "../../src/settings/environment/environment";
import { PlatformApp } from "../../src/output/platform-app";
import { addStacks } from "../../src/stacks";
import type { Tenants } from "../../src/settings/tenants/tenants";
import { tenants as ours } from "./platform";
import { addOrganisationStacks } from "../../src/stacks/organisation-stacks";
import type { JsonMap } from "../terraform-json/json-map";
import type { SynthesisedStack } from "../terraform-json/stack";

interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly synthesizedStackPath: string }>>;
}

/** Synthesises environments as `npm run synth` does, into a folder of their own. */
export function synthesise(
  environments: readonly Environment[],
  outdir: string,
  tenants: Tenants = ours,
): SynthesisedStack[] {
  const app = new PlatformApp({ outdir });
  addStacks(app, environments, tenants);
  // Stacks of an organisation have the same names for each: those of the first stand for all.
  addOrganisationStacks(
    app,
    environments.filter(({ organisation }) => organisation === environments[0]?.organisation),
  );
  app.synth();

  const { stacks } = read(join(outdir, "manifest.json")) as Manifest;
  return Object.entries(stacks).map(([id, { synthesizedStackPath }]) => {
    const file = join(outdir, synthesizedStackPath);
    return { id, folder: dirname(file), json: read(file) as JsonMap };
  });
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
