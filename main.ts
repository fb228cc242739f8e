import "./src/output/load-later";
import "./src/constructs/without-stack-traces";
import { definePlatform } from "./src/settings/define-platform";
import { platform } from "./src/platform";
import { PlatformApp } from "./src/output/platform-app";
import { reportFailure } from "./src/output/report-failure";
import { addStacks } from "./src/stacks";
import { addOrganisationStacks } from "./src/stacks/organisation-stacks";

try {
  const { environments, tenants } = definePlatform(platform);
  const app = new PlatformApp();
  addStacks(app, environments, tenants);
  addOrganisationStacks(app, environments);
  app.synth();
} catch (error) {
  reportFailure(error);
}
