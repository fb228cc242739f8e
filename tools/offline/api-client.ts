import { readFileSync } from "node:fs";
import type { ClientRequest, IncomingMessage } from "node:http";
import { request } from "node:https";
import { createInterface } from "node:readline";
import type { Json } from "../../src/output/leaves";
import { asMap, type JsonMap, textOf } from "../terraform-json/json-map";

/** Answer of an API server. */
export interface Answer {
  readonly status: number;

  /** Object in the answer; for a failure, a Status. */
  readonly body: JsonMap;

  /**
   * Warnings of the server, each as it words it.
   *
   * @default - none
   */
  readonly warnings?: readonly string[];
}

/** Client that asks an API server about objects, as its administrator. */
export interface ObjectClient {
  get(path: string): Promise<Answer>;

  /** Creates an object. A field that the server does not know is a failure. */
  create(path: string, object: JsonMap): Promise<Answer>;

  /** Has the server judge an object as it judges one that it creates, without creating it. */
  judge(path: string, object: JsonMap): Promise<Answer>;
  replace(path: string, object: JsonMap): Promise<Answer>;
  remove(path: string): Promise<Answer>;
}

/** Client of an API server on this machine that also sees what others change. */
export interface ApiClient extends ObjectClient {
  /** Merges fields into an object. */
  merge(path: string, fields: JsonMap): Promise<Answer>;

  /** Removes an object at once, without time for its end. */
  removeNow(path: string): Promise<Answer>;

  /**
   * Calls back for each object of a list, then for each change of one, until the server ends the answer.
   * A list that the server does not know ends at once.
   */
  watch(path: string, changed: (object: JsonMap) => void): Promise<void>;
}

interface Server {
  readonly port: number;

  /** Token of the administrator. */
  readonly token: string;

  /** File of the server's certificate, which vouches for itself. The server writes it as it starts. */
  readonly certificate: string;
  readonly signal: AbortSignal;
}

/** Client of a server. */
export function apiClient({ port, token, certificate, signal }: Server): ApiClient {
  const options = (method: string, path: string, type = "application/json") => ({
    ...{ host: "127.0.0.1", port, method, path, signal },
    ca: readFileSync(certificate),
    headers: { authorization: `Bearer ${token}`, "content-type": type },
  });
  const send = (method: string, path: string, object?: JsonMap, type?: string) =>
    answerTo(request(options(method, path, type)), object);
  return {
    get: (path) => send("GET", path),
    create: (path, object) => send("POST", `${path}?fieldValidation=Strict`, object),
    judge: (path, object) => send("POST", `${path}?fieldValidation=Strict&dryRun=All`, object),
    replace: (path, object) => send("PUT", path, object),
    merge: (path, fields) => send("PATCH", path, fields, "application/merge-patch+json"),
    remove: (path) => send("DELETE", `${path}?propagationPolicy=Background`),
    removeNow: (path) => send("DELETE", `${path}?gracePeriodSeconds=0`),
    watch: (path, changed) =>
      new Promise<void>((resolve, reject) => {
        const sent = request(options("GET", `${path}?watch=1`), (response) => {
          response.on("error", reject).on("end", resolve);
          if (response.statusCode !== 200) {
            response.resume();
            return;
          }
          createInterface({ input: response })
            .on("error", reject)
            .on("line", (line) => {
              const { type, object } = parsed(line);
              if (type === "ADDED" || type === "MODIFIED") {
                changed(asMap(object));
              }
            });
        });
        sent.on("error", reject).end();
      }),
  };
}

/** Answer to a request, which is sent with an object if there is one. */
export const answerTo = (sent: ClientRequest, object?: JsonMap): Promise<Answer> =>
  new Promise((resolve, reject) => {
    sent.on("error", reject).on("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body: parsed(text), warnings: warningsIn(response) }),
      );
    });
    sent.end(object === undefined ? undefined : JSON.stringify(object));
  });

/** Words with which the server refused something; `undefined` if it did not. */
export const refusalOf = ({ status, body }: Answer): string | undefined =>
  status < 300 ? undefined : textOf(body.message ?? status);

/** Warnings in an answer's headers: `299 - "text"`, of which Node.js makes one header. */
const warningsIn = ({ headers }: IncomingMessage): string[] =>
  [...(headers.warning ?? "").matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, text = ""]) =>
    text.replace(/\\(.)/g, "$1"),
  );

/** JSON of an answer. Health is told in plain words. */
function parsed(text: string): JsonMap {
  try {
    return asMap(JSON.parse(text) as Json);
  } catch {
    return { message: text };
  }
}
