import { platform as settings } from "../../examples/cloud-posse";
import { definePlatform } from "../../src/settings/define-platform";
import { synthesisePlatform } from "./synthesise";

/** Platform of the example whose nodes come from pools, checked and complete. */
export const acmeFreight = definePlatform(settings);

/** Its stacks by id, from one synth. */
export const freightPlatform = synthesisePlatform(acmeFreight);
