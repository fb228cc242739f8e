import "./src/constructs/without-stack-traces";
import { environmentSettings } from "./src/config/environments";
import { defineEnvironments } from "./src/config/define-environment";
import { PlatformApp } from "./src/output/platform-app";
import { reportFailure } from "./src/output/report-failure";
import { addStacks } from "./src/stacks";

try {
  const app = new PlatformApp();
  for (const environment of defineEnvironments(environmentSettings)) {
    addStacks(app, environment);
  }
  app.synth();
} catch (error) {
  reportFailure(error);
}
