import { show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { Tenant } from "../products";
import type { World } from "../world";
import { at } from "./at";

/** Value of a list, and its place below the environment. */
interface Entry {
  readonly path: readonly (string | number)[];
  readonly value: string;
}

/** Findings about values that a list of a tenant has twice. */
const repeatedIn = (tenant: Tenant, entries: readonly Entry[], what: string, fix: string): Finding[] => {
  const seen = new Set<string>();
  return entries.flatMap(({ path, value }) => {
    const again = seen.has(value);
    seen.add(value);
    return again ? [at(tenant, path, { expected: `each ${what} once`, got: show(value), fix })] : [];
  });
};

/** Refuses a tenant that is named twice in a list of consents: each has one policy, so the last would win. */
export const peersAreNamedOnce = ({ tenants }: World): Finding[] =>
  tenants.flatMap((tenant) =>
    (["allowFrom", "allowTo"] as const).flatMap((list) =>
      repeatedIn(
        tenant,
        (tenant.settings.network?.[list] ?? []).map((peer, index) => ({
          path: ["network", list, index, "tenant"],
          value: peer.tenant,
        })),
        "tenant",
        "write all of its ports in one entry",
      ),
    ),
  );

/** Refuses a host that a tenant writes twice, such as for the public and for the organisation's own network. */
export const hostsAreNamedOnce = ({ tenants }: World): Finding[] =>
  tenants.flatMap((tenant) =>
    repeatedIn(
      tenant,
      (tenant.settings.ingress ?? []).map(({ host }, index) => ({
        path: ["ingress", index, "host"],
        value: host,
      })),
      "host",
      "keep one: a host is public or internal",
    ),
  );

/** Refuses a team that is named twice among those that approve deployments. */
export const reviewersAreNamedOnce = ({ tenants }: World): Finding[] =>
  tenants.flatMap((tenant) =>
    repeatedIn(
      tenant,
      (tenant.settings.deploy?.reviewers ?? []).map((value, index) => ({
        path: ["deploy", "reviewers", index],
        value,
      })),
      "team",
      "keep one",
    ),
  );
