import "./src/constructs/without-stack-traces";
import { defineEnvironments } from "./src/config/define-environment";
import { environmentSettings } from "./src/config/environments";
import { PlatformApp } from "./src/output/platform-app";
import { reportFailure } from "./src/output/report-failure";
import { addStacks } from "./src/stacks";
import { addOrganisationStacks } from "./src/stacks/organisation-stacks";

try {
  const environments = defineEnvironments(environmentSettings);
  const app = new PlatformApp();
  environments.forEach((environment) => addStacks(app, environment));
  addOrganisationStacks(app, environments);
  app.synth();
} catch (error) {
  reportFailure(error);
}
