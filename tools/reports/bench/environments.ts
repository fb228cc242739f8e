import "../../../src/constructs/without-stack-traces";
import { defineEnvironment, tenants } from "../../samples/platform";
import { production } from "../../../src/platform/environments/production";
import type { Environment } from "../../../src/settings/environment/environment";
import { PlatformApp } from "../../../src/output/platform-app";
import { addStacks } from "../../../src/stacks";

/** Synthesises as many copies of production as its argument says. */
const app = new PlatformApp();
const environment = defineEnvironment(production);
const copies = Array.from({ length: Number(process.argv[2]) }, (_, index) => copyOf(`bench-${index + 1}`));
addStacks(app, copies, tenants);
app.synth();

function copyOf(name: string): Environment {
  return { ...environment, name, clusters: environment.clusters.map((cluster) => ({ ...cluster, name })) };
}
