import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type Server as HttpServer } from "node:http";
import { createServer as createSocketServer, type Socket } from "node:net";
import { createSecureContext, type SecureContext, TLSSocket } from "node:tls";
import type { Json } from "../../../src/output/leaves";
import { asList, asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { ApiClient } from "../api-client";
import type { Authority } from "./certificates";

/** Player of the servers behind services that an API server turns to. */
export interface PlayedWebhooks {
  /** Plays with a server, from now on. */
  attach(client: ApiClient): void;
  stop(): Promise<void>;
}

/**
 * Plays the webhooks of controllers: they let everything in, change nothing, and convert between versions by
 * name alone. Each answers only while its service has a pod that is ready, as the controller's would, with the
 * certificate of its chart or else of an authority that the API server trusts.
 *
 * @param socket - address at which an API server asks for connections into the cluster
 */
export async function playWebhooks(socket: string, authority: Authority): Promise<PlayedWebhooks> {
  const http = answers();
  const sockets = new Set<Socket>();
  let contextOf: (host: string) => Promise<SecureContext> = () =>
    Promise.reject(new Error("no API server yet"));

  const proxy = createSocketServer((connection) => {
    sockets.add(connection);
    connection.on("close", () => sockets.delete(connection)).on("error", () => connection.destroy());
    // The first thing that comes is the request for a connection.
    connection.once("data", () => {
      connection.write("HTTP/1.1 200 Connection established\r\n\r\n");
      const secure = new TLSSocket(connection, {
        isServer: true,
        SNICallback: (host, done) => {
          contextOf(host).then(
            (context) => done(null, context),
            (error: Error) => done(error),
          );
        },
      });
      secure.on("error", () => connection.destroy());
      http.emit("connection", secure);
    });
  });
  await new Promise<void>((resolve, reject) => proxy.once("error", reject).listen(socket, resolve));
  return {
    attach(client) {
      contextOf = contexts(client, authority);
    },
    async stop() {
      sockets.forEach((connection) => connection.destroy());
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

/** Certificates by the names of services, each while its service is ready. */
function contexts(client: ApiClient, authority: Authority): (host: string) => Promise<SecureContext> {
  const issued = new Map<string, Promise<SecureContext>>();
  const issue = async (host: string) => {
    const { certificateFile, keyFile } = await authority.issue(host);
    return createSecureContext({ cert: readFileSync(certificateFile), key: readFileSync(keyFile) });
  };
  return async (host) => {
    const [service = "", namespace = ""] = host.split(".");
    if (!(await isReady(client, namespace, service))) {
      throw new Error(`${host} has no pod that is ready`);
    }
    const own = await ownCertificate(client, namespace, host);
    if (own !== undefined) {
      return own;
    }
    const context = issued.get(host) ?? issue(host);
    issued.set(host, context);
    return context;
  };
}

async function isReady(client: ApiClient, namespace: string, service: string): Promise<boolean> {
  const list = `/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices`;
  const { body } = await client.get(`${list}?labelSelector=kubernetes.io/service-name%3D${service}`);
  return asList(body.items)
    .flatMap((slice) => asList(asMap(slice).endpoints))
    .some((endpoint) => asMap(asMap(endpoint).conditions).ready === true);
}

/** Leaves out Helm's records of releases: megabytes, which take longer to read than the API server waits. */
const WITHOUT_RECORDS = "fieldSelector=type%21%3Dhelm.sh%2Frelease.v1";

/** Certificate for a host that a chart made, in a Secret of its namespace. */
async function ownCertificate(
  client: ApiClient,
  namespace: string,
  host: string,
): Promise<SecureContext | undefined> {
  const { body } = await client.get(`/api/v1/namespaces/${namespace}/secrets?${WITHOUT_RECORDS}`);
  const pairs = asList(body.items).flatMap((secret) => {
    const { "tls.crt": cert, "tls.key": key } = asMap(asMap(secret).data);
    return cert === undefined || key === undefined ? [] : [{ cert: decoded(cert), key: decoded(key) }];
  });
  const pair = pairs.find(({ cert }) => vouchesFor(cert, host));
  return pair && createSecureContext(pair);
}

const decoded = (text: Json): string => Buffer.from(textOf(text), "base64").toString();

function vouchesFor(certificate: string, host: string): boolean {
  try {
    return new X509Certificate(certificate).checkHost(host) !== undefined;
  } catch {
    return false;
  }
}

/** Server that answers what API servers ask. */
const answers = (): HttpServer =>
  createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    request.on("end", () => {
      const asked = text === "" ? {} : (JSON.parse(text) as JsonMap);
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(answerTo(request.url ?? "/", asked)));
    });
  });

/** Answer to a review, or to the question which kinds an API of the cluster has. */
export function answerTo(path: string, { apiVersion, kind, request }: JsonMap): JsonMap {
  const { uid, objects, desiredAPIVersion } = asMap(request);
  if (kind === "ConversionReview") {
    const convertedObjects = asList(objects)
      .filter(isMap)
      .map((object) => ({ ...object, apiVersion: desiredAPIVersion ?? "" }));
    const response = { uid: uid ?? "", convertedObjects, result: { status: "Success" } };
    return { apiVersion: apiVersion ?? "", kind, response };
  }
  if (kind === "AdmissionReview") {
    return { apiVersion: apiVersion ?? "", kind, response: { uid: uid ?? "", allowed: true } };
  }
  const groupVersion = path.replace(/^\/apis\/|\?.*$/g, "");
  return { apiVersion: "v1", kind: "APIResourceList", groupVersion, resources: [] };
}
