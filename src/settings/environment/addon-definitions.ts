import { type AddonName, ADDONS } from "../addons";
import type { AddonDefinition } from "../addon-definition/definition";
import type { ClusterEnvironmentConfig } from "./environment";

/**
 * Definitions of all add-ons, for callers that have the configuration of a cluster. Their rules take no more than that.
 */
export const addonDefinitions = () =>
  Object.entries(ADDONS) as [AddonName, AddonDefinition<ClusterEnvironmentConfig>][];
