import "./src/constructs/without-stack-traces";
import { defineEnvironments } from "./src/config/define-environment";
import { environmentSettings } from "./src/config/environments";
import { PlatformApp } from "./src/output/platform-app";
import { reportFailure } from "./src/output/report-failure";
import { addStacks } from "./src/stacks";

try {
  const environments = defineEnvironments(environmentSettings);
  const app = new PlatformApp();
  environments.forEach((environment) => addStacks(app, environment));
  app.synth();
} catch (error) {
  reportFailure(error);
}
