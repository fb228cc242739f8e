import { relayedLevels } from "../../settings/access/relayed-levels";
import type { Reach } from "../../settings/addon-definition/definition";
import { problem, show } from "../../settings/checking/problem";
import { portOf, teleportOf } from "../../settings/cluster/ways-in/teleport";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";

const RELAY = ["endpointAccess", "relay"];
const ADDON = ["addons", "teleportKubeAgent"];

/** Port of Teleport's proxy, besides those of AWS. */
export function reachOfAgent({ cluster: { endpointAccess } }: ClusterEnvironmentConfig): Reach {
  const teleport = teleportOf(endpointAccess);
  const port = teleport && portOf(teleport.proxy);
  return { "": [443, ...(port === undefined ? [] : [port])] };
}

/** Refuses an agent without a Teleport, a Teleport without an agent or a way to it, and one that could speak for no one. */
export function problemsOfAgent(config: ClusterEnvironmentConfig): string[] {
  const isOn = config.addons.teleportKubeAgent !== false;
  return teleportOf(config.cluster.endpointAccess) === undefined
    ? isOn
      ? [
          problem(
            ADDON,
            'false, since endpointAccess.relay is no "teleport"',
            "on",
            'leave it out, or write endpointAccess: { relay: { kind: "teleport", … } }',
          ),
        ]
      : []
    : [...(isOn ? [] : [MISSING]), ...noWayOut(config), ...noLevel(config)];
}

const MISSING = problem(
  ADDON,
  'on, since endpointAccess.relay is "teleport"',
  "false",
  "leave it out, and take a release of the platform that has teleport-kube-agent; or choose another relay",
);

/** A proxy of the cluster leads to Teleport too. */
const noWayOut = ({ cluster, network: { nat } }: ClusterEnvironmentConfig): string[] =>
  nat === "none" && cluster.proxy === undefined
    ? [
        problem(
          RELAY,
          'another, since nat is "none" and the agent calls Teleport\'s proxy',
          show("teleport"),
          'set nat to "single", or write a proxy of the cluster',
        ),
      ]
    : [];

const noLevel = ({ organisation }: ClusterEnvironmentConfig): string[] =>
  relayedLevels(organisation.accessLevels).length > 0
    ? []
    : [
        problem(
          RELAY,
          "a level of organisation.accessLevels that does not allow everything",
          "none",
          "add one: nobody has every right by the word of a program",
        ),
      ];
