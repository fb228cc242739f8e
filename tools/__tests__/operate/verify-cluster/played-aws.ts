import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ApiClient } from "../../../offline/api-client";
import { NODE } from "../../../offline/played/nodes";
import { type Stage, watched } from "../../../offline/played/watched";
import { asMap, type JsonMap, textOf } from "../../../terraform-json/json-map";
import type { Response, Surroundings } from "../../../operate/verify-cluster/surroundings";

/** Faults that a played cloud can have. */
export interface Faults {
  /** Issuer that Dex names, if not its own. */
  readonly issuer?: string;

  /** Present if Prometheus knows nothing. */
  readonly noMetrics?: true;
}

/** Plays what AWS and pods do that have no part on this machine. */
export async function playAws({ client, signal }: Stage): Promise<void> {
  await client.create("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", EXTERNAL_SECRETS);
  await open(client, NODE);
  void watched("/apis/networking.k8s.io/v1/ingresses", { client, signal }, (ingress) =>
    giveLoadBalancer(client, ingress),
  );
  void watched("/apis/apps/v1/deployments", { client, signal }, async ({ metadata }) => {
    if (asMap(metadata).name === "many") {
      await client.create("/api/v1/nodes", { apiVersion: "v1", kind: "Node", metadata: { name: "second" } });
      await open(client, "second");
    }
  });
}

/** Opens a node to pods, as a controller does once its kubelet is ready. */
const open = (client: ApiClient, node: string) =>
  client.merge(`/api/v1/nodes/${node}`, { spec: { taints: null } });

async function giveLoadBalancer(client: ApiClient, { metadata, status }: JsonMap): Promise<void> {
  if (asMap(asMap(status).loadBalancer).ingress === undefined) {
    const { namespace, name } = asMap(metadata);
    const path = `/apis/networking.k8s.io/v1/namespaces/${textOf(namespace)}/ingresses/${textOf(name)}/status`;
    await client.merge(path, { status: { loadBalancer: { ingress: [{ hostname: "lb.elb.example" }] } } });
  }
}

const EXTERNAL_SECRETS: JsonMap = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "externalsecrets.external-secrets.io" },
  spec: {
    group: "external-secrets.io",
    scope: "Namespaced",
    names: { plural: "externalsecrets", singular: "externalsecret", kind: "ExternalSecret" },
    versions: [
      {
        ...{ name: "v1", served: true, storage: true },
        schema: { openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true } },
      },
    ],
  },
};

/** An ExternalSecret that has its values, or waits for them. */
export const externalSecret = (name: string, ready: boolean): JsonMap => ({
  apiVersion: "external-secrets.io/v1",
  kind: "ExternalSecret",
  metadata: { name, namespace: "default" },
  status: { conditions: [{ type: "Ready", status: ready ? "True" : "False" }] },
});

/** Ways to Prometheus, Tempo, and pages on the internet, all of them played by one server. */
export async function playPages(
  faults: Faults = {},
): Promise<Pick<Surroundings, "forward" | "addressesOf" | "ask"> & { stop(): void }> {
  const traces = new Set<string>();
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const { status, text } = answerTo(request.url ?? "", body, traces, faults);
      response.writeHead(status).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = async (address: string, body?: string): Promise<Response> => {
    const response = await fetch(address.replace(/^https:\/\/([^/]+)/, `${url}/$1`), {
      ...(body !== undefined && { method: "POST", body }),
    });
    return { status: response.status, text: await response.text() };
  };
  return {
    ask,
    forward: () => Promise.resolve({ url, stop: () => Promise.resolve() }),
    addressesOf: () => Promise.resolve(["192.0.2.7"]),
    stop: () => void server.close(),
  };
}

function answerTo(url: string, body: string, traces: Set<string>, faults: Faults): Response {
  const [, trace] = /^\/api\/traces\/(\w+)$/.exec(url) ?? [];
  const [, dex] = /^\/(dex\.[^/]+)\/\.well-known\/openid-configuration$/.exec(url) ?? [];
  const [, word] = /\/echo\?msg=(.+)$/.exec(url) ?? [];
  if (url.startsWith("/api/v1/query")) {
    const result = faults.noMetrics ? [] : [{ value: [0, "1"] }];
    return { status: 200, text: JSON.stringify({ data: { result } }) };
  }
  if (url === "/v1/traces") {
    traces.add(/"traceId":"(\w+)"/.exec(body)?.[1] ?? "none");
    return { status: 200, text: "{}" };
  }
  if (trace !== undefined) {
    return { status: traces.has(trace) ? 200 : 404, text: "" };
  }
  if (dex !== undefined) {
    return { status: 200, text: JSON.stringify({ issuer: faults.issuer ?? `https://${dex}` }) };
  }
  return word === undefined ? { status: 404, text: "" } : { status: 200, text: word };
}
