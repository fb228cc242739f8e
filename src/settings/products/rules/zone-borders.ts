import { show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { Tenant } from "../products";
import { type OwnResource, resourcesOf } from "../resources/own-resources";
import type { World } from "../world";
import { at } from "./at";
import { ofEach } from "./resources";

/** Name in DNS that a resource has, without `*.`, and its place in the resource. */
interface Used {
  readonly host: string;
  readonly path: readonly (string | number)[];

  /** True for a delegation, which stands above the zone that it leads to. */
  readonly delegates: boolean;
}

/** Refuses a name in a zone of another tenant below one's own: it would answer no query, or answer for the other. */
export function namesStayInZones(world: World): Finding[] {
  const zones = zonesOf(world.tenants);
  return ofEach(world, (resource, tenant, path) =>
    namesOf(resource).flatMap(({ host, path: below, delegates }) => {
      const found = closest(host, zones);
      return found === undefined || found.owner === tenant || (delegates && found.domain === host)
        ? []
        : [
            at(tenant, [...path, ...below], {
              expected: "a name outside the zones of others",
              got: `${show(host)}, in the zone ${found.domain} of ${found.owner.ref} (${found.owner.file.path})`,
              fix: "choose another name, or have its team make it",
            }),
          ];
    }),
  );
}

interface Zone {
  readonly domain: string;
  readonly owner: Tenant;
}

const zonesOf = (tenants: readonly Tenant[]): ReadonlyMap<string, Zone> =>
  new Map(
    tenants.flatMap((owner) =>
      resourcesOf(owner).flatMap((each) =>
        each.kind === "zone"
          ? [[each.settings.domain, { domain: each.settings.domain, owner }] as const]
          : [],
      ),
    ),
  );

/** Smallest zone that a name is in. */
function closest(host: string, zones: ReadonlyMap<string, Zone>): Zone | undefined {
  const labels = host.split(".");
  const suffixes = labels.map((_, index) => labels.slice(index).join("."));
  return suffixes.flatMap((suffix) => zones.get(suffix) ?? [])[0];
}

const withoutWildcard = (host: string): string => host.replace(/^\*\./, "");

function namesOf({ kind, settings }: OwnResource): Used[] {
  switch (kind) {
    case "zone":
      return (settings.records ?? []).map(({ name, type }, index) => ({
        host: name === "@" || name === "*" ? settings.domain : withoutWildcard(`${name}.${settings.domain}`),
        path: ["records", index],
        delegates: type === "NS",
      }));
    case "certificate":
      return [settings.domain, ...(settings.alternatives ?? [])].map((host) => ({
        host: withoutWildcard(host),
        path: [],
        delegates: false,
      }));
    case "cdn":
      return settings.hosts.map((host, index) => ({ host, path: ["hosts", index], delegates: false }));
    default:
      return [];
  }
}
