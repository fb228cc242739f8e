import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PlatformApp } from "../../../../src/output/platform-app";
import { organisation as settings } from "../../../../src/platform/organisation";
import { permanentSettings } from "../../../../src/platform/environments";
import { defineEnvironments } from "../../../../src/settings/define/environments";
import { defineOrganisation } from "../../../../src/settings/define/organisation";
import type { EnvironmentSettings } from "../../../../src/settings/environment/environment";
import type { TerraformCloud } from "../../../../src/settings/organisation/terraform-cloud-schema";
import { addOrganisationStacks } from "../../../../src/stacks/organisation-stacks";
import type { JsonMap } from "../../../terraform-json/json-map";

/** HCP Terraform's part of an organisation. */
export const cloud = settings.terraformCloud as TerraformCloud;

export interface Platform {
  /** @default - the organisation's own */
  readonly cloud?: TerraformCloud;

  /** @default - the environments that always exist */
  readonly environments?: readonly EnvironmentSettings[];
}

/** Synthesises the two stacks that set up HCP Terraform. */
export function organisationStacks({
  cloud: terraformCloud = cloud,
  environments = permanentSettings,
}: Platform = {}): { readonly bootstrap: JsonMap; readonly configuration: JsonMap } {
  const outdir = mkdtempSync(join(tmpdir(), "organisation-"));
  try {
    const organisation = defineOrganisation({ ...settings, terraformCloud });
    const app = new PlatformApp({ outdir });
    addOrganisationStacks(app, defineEnvironments(environments, organisation));
    app.synth();
    const read = (id: string) =>
      JSON.parse(readFileSync(join(outdir, "stacks", id, "cdk.tf.json"), "utf8")) as JsonMap;
    return { bootstrap: read("tfc-bootstrap"), configuration: read("tfc-configuration") };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
