import type { ClusterEnvironmentConfig } from "../environment/environment";
import { isAutoModeAlone } from "../cluster/compute/compute";
import { problem } from "../checking/problem";
import type { AddonName } from "../addons";
import { addonDefinitions } from "../environment/addon-definitions";

/** An add-on that is on has the others that it needs. */
export const addonsHaveWhatTheyNeed = (config: ClusterEnvironmentConfig): string[] => [
  ...addonDefinitions()
    .filter(([name]) => config.addons[name] !== false)
    .flatMap(([name, { needs = {}, needsAsSet = () => ({}) }]) =>
      (Object.entries({ ...needs, ...needsAsSet(config) }) as [AddonName, string][])
        .filter(([needed]) => config.addons[needed] === false && !isReplaced(needed, config))
        .map(([needed, what]) => missing(needed, name, what)),
    ),
  ...(config.addons.externalSecrets === false && config.externalServices.sentry
    ? [missing("externalSecrets", "externalServices.sentry", "the addresses that applications report to")]
    : []),
];

/** True for the driver of volumes in a cluster of Auto Mode alone, which has EKS's. */
const isReplaced = (name: AddonName, { cluster }: ClusterEnvironmentConfig): boolean =>
  name === "ebsCsiDriver" && isAutoModeAlone(cluster);

const missing = (needed: AddonName, by: string, what: string): string =>
  problem(
    ["addons", needed],
    `${needed} on, since ${by} needs it for ${what}`,
    "false",
    `switch ${needed} on, or ${by} off as well`,
  );
