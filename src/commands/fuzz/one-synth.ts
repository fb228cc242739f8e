import "../../constructs/without-stack-traces";
import { defineEnvironment } from "../../config/define-environment";
import { production } from "../../config/environments/production";
import { PlatformApp } from "../../output/platform-app";
import { addStacks } from "../../stacks";

// Where it runs is in every stack, so that every stack is another in another region.
const environment = defineEnvironment({ ...production, region: process.argv[2] });

const app = new PlatformApp();
addStacks(app, environment);
app.synth();
