import "./src/constructs/without-stack-traces";
import { definePlatform } from "./src/settings/define-platform";
import { environmentSettings } from "./src/platform/environments";
import { organisation } from "./src/platform/organisation";
import { tenantsSettings } from "./src/platform/tenants";
import { PlatformApp } from "./src/output/platform-app";
import { reportFailure } from "./src/output/report-failure";
import { addStacks } from "./src/stacks";
import { addOrganisationStacks } from "./src/stacks/organisation-stacks";

try {
  const { environments, tenants } = definePlatform({
    organisation,
    environments: environmentSettings,
    tenants: tenantsSettings,
  });
  const app = new PlatformApp();
  environments.forEach((environment) => addStacks(app, environment, tenants));
  addOrganisationStacks(app, environments);
  app.synth();
} catch (error) {
  reportFailure(error);
}
