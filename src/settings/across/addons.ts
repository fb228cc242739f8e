import { addonDefinitions } from "../environment/addon-definitions";
import { registriesAreHosts, replicasAreEnough } from "../addons/rules";
import { heldValuesStay } from "../addons/held";
import { overriddenValuesExist } from "../addons/values";
import type { ClusterEnvironmentConfig } from "../environment/environment";
import { addonsHaveWhatTheyNeed } from "./addon-needs";
import { addonsReachWhatTheyCall } from "./addon-reach";

/** Problems of an environment's add-ons. */
export const problemsOfAddons = (config: ClusterEnvironmentConfig): string[] =>
  [
    replicasAreEnough,
    registriesAreHosts,
    addonsHaveWhatTheyNeed,
    ...addonDefinitions().flatMap(([, { rules = [] }]) => rules),
    overriddenValuesExist,
    heldValuesStay,
    addonsReachWhatTheyCall,
  ].flatMap((rule) => rule(config));
