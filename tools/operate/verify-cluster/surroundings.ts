import type { ObjectClient } from "../../offline/api-client";

/** Answer of a server to a request. */
export interface Response {
  readonly status: number;
  readonly text: string;
}

/** A port of a Service, as it is reached from here. */
export interface Forwarded {
  /** Address, as `http://127.0.0.1:8080`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Ways to a cluster and to what AWS makes for it. */
export interface Surroundings {
  readonly client: Pick<ObjectClient, "get" | "create" | "remove">;

  /** Reaches a port of a Service from here, whatever its network policies say. */
  forward(namespace: string, service: string, port: number, signal: AbortSignal): Promise<Forwarded>;

  /** Addresses of a host; none if it has none. */
  addressesOf(host: string): Promise<readonly string[]>;

  /** Asks a server; over TLS, only if its certificate is good. */
  ask(url: string, body?: string): Promise<Response>;

  /** Time between two looks at what has to happen, in milliseconds. */
  readonly pause: number;
  readonly signal: AbortSignal;
}
