import "../../constructs/without-stack-traces";
import { defineEnvironment } from "../../config/define-environment";
import { production } from "../../config/environments/production";
import { PlatformApp } from "../../output/platform-app";
import { addStacks } from "../../stacks";

/** Synthesises as many copies of production as it is told to. */
const app = new PlatformApp();
const environment = defineEnvironment(production);
for (let copy = 1; copy <= Number(process.argv[2]); copy++) {
  addStacks(app, { ...environment, name: `bench-${copy}` });
}
app.synth();
