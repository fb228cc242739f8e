import { platform as settings } from "../../examples/giant-swarm";
import { definePlatform } from "../../src/settings/define-platform";
import { synthesisePlatform } from "./synthesise";

/** Platform of the example with a fleet of clusters, checked and complete. */
export const windfleet = definePlatform(settings);

/** Its stacks by id, from one synth. */
export const fleetPlatform = synthesisePlatform(windfleet);
