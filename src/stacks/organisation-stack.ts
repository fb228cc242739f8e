import { TfeProvider } from "@cdktf/provider-tfe/lib/provider";
import { type App, type TerraformElement, TerraformStack } from "cdktf";
import type { Node } from "constructs";
import type { CloudBackendConfig } from "../settings/state/backend";
import type { Environment } from "../settings/environment/environment";
import type { Organisation } from "../settings/organisation/organisation";
import { requireProviders } from "../constructs/provider-versions";
import { readableAddress } from "../constructs/readable-address";
import { type StateBackendProps, useStateBackend } from "../constructs/state-backend";
import { requireTerraform } from "../constructs/terraform-version";

/** An environment with its state in HCP Terraform. */
export type CloudEnvironment = Environment & { readonly backend: CloudBackendConfig };

/** Stacks of the HCP Terraform organisation, which belong to no environment. */
export type OrganisationStackName = "tfc-bootstrap" | "tfc-configuration";

/**
 * A stack that sets up HCP Terraform itself, with the token (`TFE_TOKEN`) of the engineer who runs it. Its
 * name is its id.
 */
export abstract class OrganisationStack extends TerraformStack {
  constructor(
    app: App,
    name: OrganisationStackName,
    { terraformVersion, providerVersions }: Organisation,
    { organization, hostname }: CloudBackendConfig,
    state: StateBackendProps,
  ) {
    super(app, name);

    useStateBackend(this, name, state);
    requireTerraform(this, terraformVersion);
    requireProviders(this, providerVersions);
    new TfeProvider(this, "tfe", { organization, hostname });
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return readableAddress(this, element);
  }
}
