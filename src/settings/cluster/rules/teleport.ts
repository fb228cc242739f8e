import { problem, show } from "../../checking/problem";
import type { TeleportSettings } from "../ways-in/schema";
import { portOf } from "../ways-in/teleport";
import type { OfCluster } from "./of-cluster";

const RELAY = ["endpointAccess", "relay"];

/** Refuses a Teleport that the agent could not find or join. */
export const teleportCanBeJoined = ({ cluster: { endpointAccess } }: OfCluster): string[] => {
  const { relay } = endpointAccess;
  return relay?.kind === "teleport" ? [...proxyIsAnAddress(relay), ...tokenIsAName(relay)] : [];
};

const proxyIsAnAddress = ({ proxy }: TeleportSettings): string[] =>
  portOf(proxy) !== undefined
    ? []
    : [
        problem(
          [...RELAY, "proxy"],
          'a host and its port, such as "acme.teleport.sh:443"',
          show(proxy),
          "write the address of Teleport's web page without https:// and without a path",
        ),
      ];

const NAME = /^[a-zA-Z0-9](?:[a-zA-Z0-9._-]{0,61}[a-zA-Z0-9])?$/;

/** Form of the secrets that Teleport makes for tokens of method `token`: 16 bytes. */
const SECRET = /^[0-9a-f]{32}$/i;

const tokenIsAName = ({ tokenName }: TeleportSettings): string[] =>
  NAME.test(tokenName) && !SECRET.test(tokenName)
    ? []
    : [
        problem(
          [...RELAY, "tokenName"],
          "the name of a join token of method iam: up to 63 letters, digits, dots, hyphens and underscores",
          SECRET.test(tokenName) ? "32 hexadecimal digits, the form of a secret" : show(tokenName),
          "make a token that names the agent's role, and write its metadata.name; a secret never stands here",
        ),
      ];
