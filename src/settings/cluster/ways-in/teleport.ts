import type { RelaySettings, TeleportSettings } from "./schema";

const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

/** Names of hosts end in a letter's label, and addresses in a digit's: certificates are for names. */
const ADDRESS = new RegExp(
  `^(?=[^:]{1,253}:)(?:${LABEL}\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?:([1-9]\\d{0,4})$`,
);

const HIGHEST_PORT = 65_535;

/** Port of a proxy such as `acme.teleport.sh:443`; `undefined` for anything else. */
export function portOf(proxy: string): number | undefined {
  const port = Number(ADDRESS.exec(proxy)?.[1]);
  return port <= HIGHEST_PORT ? port : undefined;
}

/** True for a Teleport whose agents run the image of Teleport Enterprise. Teleport Cloud is one. */
export const isEnterprise = ({ proxy, enterprise }: TeleportSettings): boolean =>
  enterprise ?? /\.teleport\.sh:\d+$/.test(proxy);

/** Teleport through which people come to a cluster; `undefined` where they come by another way. */
export const teleportOf = (endpointAccess: {
  readonly relay: RelaySettings | undefined;
}): TeleportSettings | undefined =>
  endpointAccess.relay?.kind === "teleport" ? endpointAccess.relay : undefined;
