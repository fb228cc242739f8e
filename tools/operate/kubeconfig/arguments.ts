import { homedir } from "node:os";
import { join } from "node:path";
import { clusterLabel } from "../../../src/settings/environment/stack-names";
import type { ClusterEnvironment, Environment } from "../../../src/settings/environment/environment";
import { clusterNamed } from "../../reports/describe/arguments";
import { type Asked, commandLine } from "../../kit/command";
import { CommandError } from "../../kit/command-error";

export interface KubeconfigArguments {
  readonly environment: ClusterEnvironment;

  /** File that is written. */
  readonly file: string;

  /** Port of this machine that leads through a relay. */
  readonly port: number;
}

const DEFAULT_PORT = 8443;

/** Ports that need no rights of their own. */
const PORTS = { lowest: 1024, highest: 65_535 };

export const KUBECONFIG = commandLine({
  name: "kubeconfig",
  summary: "Writes a kubeconfig for one cluster, and prints what to run to reach its API.",
  args: [
    { name: "environment", count: "one", help: "an environment" },
    { name: "cluster", count: "optional", help: "cluster of the environment (its main one)" },
  ],
  options: {
    file: { value: "file", help: "file to write (~/.kube/<environment>.yaml); it must not exist" },
    port: { value: "port", help: `port of this machine that leads through a relay (${DEFAULT_PORT})` },
  },
  notes:
    "Asks AWS for the cluster's address with the program aws. The file has no credentials. Behind Teleport, its program tsh writes the file.",
});

/** @throws CommandError if the environment, the cluster or the port is wrong */
export function argumentsOf(
  { args, options }: Asked<typeof KUBECONFIG.options>,
  environments: readonly Environment[],
): KubeconfigArguments {
  const environment = clusterNamed(args, environments);
  const port = Number(options.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < PORTS.lowest || port > PORTS.highest) {
    throw new CommandError(
      `--port: expected a port from ${PORTS.lowest} to ${PORTS.highest}, got ${JSON.stringify(options.port)}; leave it out, or write a free one`,
    );
  }
  return {
    environment,
    port,
    file: options.file ?? join(homedir(), ".kube", `${clusterLabel(environment)}.yaml`),
  };
}
