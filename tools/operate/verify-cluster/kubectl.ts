import { request } from "node:http";
import { lookup } from "node:dns/promises";
import { join } from "node:path";
import { CommandError } from "../../kit/command-error";
import { freePort } from "../../kit/free-port";
import { runProcess } from "../../kit/run-process";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { startTied, type TiedProcess } from "../../kit/tied-process";
import { answering } from "../../offline/answering";
import { answerTo, type ObjectClient } from "../../offline/api-client";
import type { JsonMap } from "../../terraform-json/json-map";
import type { Response, Surroundings } from "./surroundings";

/** Time in which a server must have answered a request. */
const LIMIT_IN_MILLISECONDS = 20_000;

/** Words of a command line with which kubectl reaches a cluster. */
export type Kubectl = readonly string[];

/** kubectl with a context; with its current one if there is none. */
export const kubectlWith = (context: string | undefined): Kubectl => [
  "kubectl",
  ...(context === undefined ? [] : ["--context", context]),
];

/**
 * Name of the cluster in a context, which `aws eks update-kubeconfig` makes its ARN.
 *
 * @throws CommandError if there is no such context, or no kubectl
 */
export async function clusterOf(kubectl: Kubectl, signal: AbortSignal): Promise<string> {
  const { code, stdout, stderr } = await runProcess(
    [...kubectl, "config", "view", "--minify", "-o", "json"],
    {
      cwd: process.cwd(),
      signal,
    },
  );
  if (code === 127) {
    throw new CommandError("kubectl: expected the program, got none; install it, of the cluster's minor");
  }
  if (code !== 0) {
    throw new CommandError(
      `--context: expected a context of kubectl, got ${stderr.trim().split("\n")[0] ?? ""}; aws eks update-kubeconfig --name <cluster>`,
    );
  }
  const { contexts } = JSON.parse(stdout) as {
    readonly contexts?: readonly { readonly context: { readonly cluster: string } }[];
  };
  return contexts?.[0]?.context.cluster ?? "";
}

/** Reaches a cluster by kubectl for some work: objects through its proxy, Services through its port forwarding. */
export const withKubectl = <T>(
  kubectl: Kubectl,
  signal: AbortSignal,
  work: (at: Surroundings) => Promise<T>,
): Promise<T> =>
  inTemporaryFolder("kubectl", async (folder) => {
    const socket = join(folder, "proxy.sock");
    const proxy = startTied([...kubectl, "proxy", `--unix-socket=${socket}`], folder, "proxy");
    const client = clientAt(socket);
    try {
      await answering(
        "kubectl proxy",
        proxy,
        signal,
        async () => (await client.get("/version")).status === 200,
      );
      return await work({
        client,
        forward: (namespace, service, port, end) =>
          forward(kubectl, folder, end, ["--namespace", namespace, `service/${service}`], port),
        addressesOf,
        ask,
        pause: 2000,
        signal,
      });
    } finally {
      await proxy.stop();
    }
  });

/** Client of the API behind a socket, which is open to this user alone. */
function clientAt(socketPath: string): Pick<ObjectClient, "get" | "create" | "remove"> {
  const headers = { "content-type": "application/json", host: "localhost" };
  const send = (method: string, path: string, object?: JsonMap) => {
    const signal = AbortSignal.timeout(LIMIT_IN_MILLISECONDS);
    return answerTo(request({ socketPath, method, path, headers, signal }), object);
  };
  return {
    get: (path) => send("GET", path),
    create: (path, object) => send("POST", `${path}?fieldValidation=Strict`, object),
    remove: (path) => send("DELETE", `${path}?propagationPolicy=Background`),
  };
}

async function forward(
  kubectl: Kubectl,
  folder: string,
  signal: AbortSignal,
  what: readonly string[],
  port: number,
) {
  const local = await freePort();
  const words = [...kubectl, "port-forward", ...what, `${local}:${port}`];
  const server: TiedProcess = startTied(words, folder, `port-${local}`);
  const url = `http://127.0.0.1:${local}`;
  const name = `kubectl port-forward ${what.join(" ")}`;
  try {
    // Any answer says that the way is open.
    await answering(name, server, signal, async () => (await ask(url)).status > 0);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url, stop: () => server.stop() };
}

const addressesOf = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address);

async function ask(url: string, body?: string): Promise<Response> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(LIMIT_IN_MILLISECONDS),
    ...(body !== undefined && { method: "POST", body, headers: { "content-type": "application/json" } }),
  });
  return { status: response.status, text: await response.text() };
}
