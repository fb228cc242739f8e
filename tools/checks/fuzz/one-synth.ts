import "../../../src/constructs/without-stack-traces";
import { defineEnvironment, tenants } from "../../samples/platform";
import { production } from "../../../src/platform/environments/production";
import { PlatformApp } from "../../../src/output/platform-app";
import { addStacks } from "../../../src/stacks";

// Every stack names its region, so that each differs in another region.
const environment = defineEnvironment({ ...production, region: process.argv[2] });

const app = new PlatformApp();
addStacks(app, [environment], tenants);
app.synth();
