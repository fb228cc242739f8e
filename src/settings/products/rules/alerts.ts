import { show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { Tenant } from "../products";
import type { World } from "../world";
import { oncePerFile } from "./once-per-file";

/** Refuses a way of telling a team for which a cluster of the product has no means, once for each file. */
export const alertsHaveTheirMeans = ({ tenants, clusters }: World): Finding[] =>
  oncePerFile(tenants, (tenant) => {
    const { alerts } = tenant.product.owner;
    const ways = clusters.get(tenant.cluster)?.alertWays;
    return alerts !== undefined && ways?.includes(alerts) === false ? [refusal(tenant, ways)] : [];
  });

const refusal = ({ file, cluster, product: { owner } }: Tenant, ways: readonly string[]): Finding => ({
  file,
  path: ["owner", "alerts"],
  expected:
    ways.length === 0
      ? `nothing, since Alertmanager on ${cluster} tells no team`
      : `${ways.map(show).join(" or ")}, by which Alertmanager on ${cluster} tells teams`,
  got: show(owner.alerts),
  fix: ways.length === 0 ? "leave it out" : "write that",
});

/** Refuses messages for a channel that the file does not name. */
export const channelsAreNamed = ({ settings: { files } }: World): Finding[] =>
  files.flatMap((file) => {
    const owner = file.product?.owner;
    const messages = [
      ...(owner?.alerts === "slack" ? [["alerts", "write alerts: email"]] : []),
      ...(owner?.digest === undefined ? [] : [["digest", "leave out digest"]]),
    ];
    return owner?.channel === undefined
      ? messages.map(([key = "", otherwise = ""]) => ({
          file,
          path: ["owner", key],
          expected: "a channel in owner.channel beside it",
          got: "none",
          fix: `add the channel, or ${otherwise}`,
        }))
      : [];
  });
