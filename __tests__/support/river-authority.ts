import { platform as settings } from "../../examples/river-authority";
import { definePlatform } from "../../src/settings/define-platform";
import { synthesisePlatform } from "./synthesise";

/** Platform of the example, checked and complete. */
export const riverAuthority = definePlatform(settings);

/** Its stacks by id, from one synth. */
export const riverPlatform = synthesisePlatform(riverAuthority);
