import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { stringify } from "yaml";
import { teleportOf } from "../../../src/settings/cluster/ways-in/teleport";
import { CommandError } from "../../kit/command-error";
import { type ApiFacts, apiOf } from "./api-facts";
import type { KubeconfigArguments } from "./arguments";
import { personAt, personOf } from "./person";
import { stepsThrough, stepsTo } from "./steps";

/**
 * Writes a kubeconfig, which only its owner can read, and returns what a person runs next. For a cluster behind Teleport it writes
 * none: Teleport's own program does.
 *
 * @throws CommandError if AWS does not know the cluster, or the file exists
 */
export async function kubeconfig(asked: KubeconfigArguments, signal: AbortSignal): Promise<string> {
  const teleport = teleportOf(asked.environment.cluster.endpointAccess);
  if (teleport !== undefined) {
    return stepsThrough(teleport, asked).join("\n");
  }
  const api = await apiOf(asked.environment, signal);
  const text = stringify(configOf(asked, api));
  mkdirSync(dirname(asked.file), { recursive: true });
  try {
    writeFileSync(asked.file, text, { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "EEXIST"
      ? new CommandError(
          `--file: expected a file that does not exist, got ${asked.file}; remove it, or write --file <another>`,
        )
      : error;
  }
  return [`Wrote ${asked.file}.`, "", ...stepsTo(asked)].join("\n");
}

/** Config of kubectl. Through a relay it calls this machine, and still wants the certificate of the API. */
export function configOf(
  { environment: { cluster, region }, port }: Omit<KubeconfigArguments, "file">,
  { endpoint, certificateAuthority }: ApiFacts,
) {
  const { name, endpointAccess, identityProvider } = cluster;
  const server =
    endpointAccess.relay?.kind === "session-manager"
      ? { server: `https://localhost:${port}`, "tls-server-name": new URL(endpoint).hostname }
      : { server: endpoint };
  return {
    apiVersion: "v1",
    kind: "Config",
    "current-context": name,
    clusters: [{ name, cluster: { ...server, "certificate-authority-data": certificateAuthority } }],
    contexts: [name, ...(identityProvider ? [personOf(name)] : [])].map((user) => ({
      name: user,
      context: { cluster: name, user },
    })),
    users: [
      {
        name,
        user: {
          exec: {
            apiVersion: "client.authentication.k8s.io/v1beta1",
            command: "aws",
            args: ["eks", "get-token", "--cluster-name", name, "--region", region, "--output", "json"],
            interactiveMode: "IfAvailable",
          },
        },
      },
      ...(identityProvider ? [personAt(identityProvider, name)] : []),
    ],
  };
}
