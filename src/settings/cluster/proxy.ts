import { z } from "zod";
import { exactObject, listOf } from "../checking/exact-object";

/** Proxy through which nodes and add-ons of a cluster reach AWS and the internet. */
export const PROXY = exactObject({
  /** Address of the proxy, such as `http://proxy.example.org:3128`, without a user. */
  url: z.string(),

  /** Ranges in which it answers: network policies let pods call them at its port. */
  cidrs: listOf(z.string()),

  /**
   * Hosts, domains with a dot before them and ranges that are reached without it, besides the VPC, the cluster and the VPC's endpoints.
   *
   * @default - none
   */
  except: listOf(z.string()).optional(),
});

export type ProxySettings = z.output<typeof PROXY>;

/** Port of a proxy; `undefined` for an address that is none. */
export function portOfProxy({ url }: Pick<ProxySettings, "url">): number | undefined {
  const [, port] = /^http:\/\/(?:[a-z0-9-]+\.)*[a-z0-9-]+:(\d{1,5})$/i.exec(url) ?? [];
  return port === undefined || Number(port) > 65_535 || Number(port) === 0 ? undefined : Number(port);
}
