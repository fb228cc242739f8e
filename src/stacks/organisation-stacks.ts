import type { App } from "cdktf";
import type { Environment } from "../settings/environment/environment";
import type { CloudEnvironment } from "./organisation-stack";
import { TfcBootstrapStack } from "./tfc-bootstrap";
import { TfcConfigurationStack } from "./tfc-configuration";

/**
 * Adds the stacks that set up HCP Terraform, if any environment keeps its state there. A rule has checked
 * that all of those use the same organisation.
 */
export function addOrganisationStacks(app: App, environments: readonly Environment[]): void {
  const inTheCloud = environments.filter(isInTheCloud);
  const [first] = inTheCloud;
  if (first === undefined) {
    return;
  }
  new TfcBootstrapStack(app, first.organisation, first.backend);
  new TfcConfigurationStack(app, first.organisation, first.backend, inTheCloud);
}

const isInTheCloud = (environment: Environment): environment is CloudEnvironment =>
  environment.backend.type === "cloud";
