import "../../../src/constructs/without-stack-traces";
import { defineEnvironment, tenants } from "../../samples/platform";
import { production } from "../../../src/platform/environments/production";
import { PlatformApp } from "../../../src/output/platform-app";
import { addStacks } from "../../../src/stacks";

/** Synthesises as many copies of production as its argument says. */
const app = new PlatformApp();
const environment = defineEnvironment(production);
for (let copy = 1; copy <= Number(process.argv[2]); copy++) {
  addStacks(app, { ...environment, name: `bench-${copy}` }, tenants);
}
app.synth();
