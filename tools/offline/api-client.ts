import { readFileSync } from "node:fs";
import { request } from "node:https";
import type { Json } from "../../src/output/leaves";
import { asMap, type JsonMap, textOf } from "../terraform-json/json-map";

/** Answer of an API server. */
export interface Answer {
  readonly status: number;

  /** Object in the answer; for a failure, a Status. */
  readonly body: JsonMap;
}

/** Client of an API server on this machine, as its administrator. */
export interface ApiClient {
  get(path: string): Promise<Answer>;

  /** Creates an object. A field that the server does not know is a failure. */
  create(path: string, object: JsonMap): Promise<Answer>;

  /** Has the server judge an object as it judges one that it creates, without creating it. */
  judge(path: string, object: JsonMap): Promise<Answer>;
  replace(path: string, object: JsonMap): Promise<Answer>;
  remove(path: string): Promise<Answer>;
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
  const send = (method: string, path: string, object?: JsonMap) =>
    new Promise<Answer>((resolve, reject) => {
      const sent = request(
        {
          ...{ host: "127.0.0.1", port, method, path, signal },
          ca: readFileSync(certificate),
          headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        },
        (response) => {
          let text = "";
          response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
          response.on("error", reject);
          response.on("end", () => resolve({ status: response.statusCode ?? 0, body: parsed(text) }));
        },
      );
      sent.on("error", reject);
      sent.end(object === undefined ? undefined : JSON.stringify(object));
    });
  return {
    get: (path) => send("GET", path),
    create: (path, object) => send("POST", `${path}?fieldValidation=Strict`, object),
    judge: (path, object) => send("POST", `${path}?fieldValidation=Strict&dryRun=All`, object),
    replace: (path, object) => send("PUT", path, object),
    remove: (path) => send("DELETE", `${path}?propagationPolicy=Background`),
  };
}

/** Words with which the server refused something; `undefined` if it did not. */
export const refusalOf = ({ status, body }: Answer): string | undefined =>
  status < 300 ? undefined : textOf(body.message ?? status);

/** JSON of an answer. Health is told in plain words. */
function parsed(text: string): JsonMap {
  try {
    return asMap(JSON.parse(text) as Json);
  } catch {
    return { message: text };
  }
}
