import { ownValue } from "../../checking/own-value";
import { oneOf, type Path, show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { Tenant } from "../products";
import type { CdnConfig } from "../resources/cdn";
import { resourcesOf } from "../resources/own-resources";
import type { World } from "../world";
import { at } from "./at";
import { ofEach } from "./resources";
import { isWithin, zoneNamed } from "./zones";

type Judge = (settings: CdnConfig, tenant: Tenant, path: Path) => readonly Finding[];

const ofCdns = (world: World, judge: Judge): Finding[] =>
  ofEach(world, (resource, tenant, path) =>
    resource.kind === "cdn" ? judge(resource.settings, tenant, path) : [],
  );

/** Refuses a distribution for a host outside its zone: AWS could not issue the certificate. */
export const cdnsHaveZones = (world: World): Finding[] =>
  ofCdns(world, ({ zone, hosts }, tenant, path) => {
    const { found, findings } = zoneNamed(zone, tenant, path);
    return found === undefined
      ? findings
      : hosts.flatMap((host, index) =>
          isWithin(host, found.domain)
            ? []
            : [
                at(tenant, [...path, "hosts", index], {
                  expected: `hosts of the zone ${found.domain}`,
                  got: show(host),
                  fix: "correct it, or make a cdn of its own with its zone",
                }),
              ],
        );
  });

/** Refuses a distribution of a bucket or a host that is not the namespace's own. */
export const cdnsHaveOrigins = (world: World): Finding[] =>
  ofCdns(world, ({ origin }, tenant, path) =>
    "bucket" in origin
      ? bucketFindings(origin.bucket, tenant, [...path, "origin", "bucket"])
      : hostFindings(origin.host, tenant, [...path, "origin", "host"]),
  );

function bucketFindings(bucket: string, tenant: Tenant, path: Path): Finding[] {
  const { resources = {}, imports = {} } = tenant.settings;
  const own = resources.bucket ?? {};
  if (ownValue(own, bucket) !== undefined) {
    return [];
  }
  const imported = ownValue(imports.bucket ?? {}, bucket);
  return [
    at(tenant, path, {
      expected: `a bucket of ${tenant.ref} itself: ${oneOf(Object.keys(own))}`,
      got: imported === undefined ? show(bucket) : `${show(bucket)}, which is ${imported.tenant}'s`,
      fix:
        imported === undefined
          ? "correct the name, or add the bucket to resources"
          : `have the team of ${imported.tenant} make the cdn: a share lets pods read, not the public`,
    }),
  ];
}

function hostFindings(host: string, tenant: Tenant, path: Path): Finding[] {
  const own = (tenant.settings.ingress ?? []).filter(({ visibility }) => visibility === "public");
  return own.some((each) => each.host === host)
    ? []
    : [
        at(tenant, path, {
          expected: `a public host of ${tenant.ref}: ${oneOf(own.map((each) => each.host))}`,
          got: show(host),
          fix: "correct it, or add the host to ingress",
        }),
      ];
}

/** Owners of hosts, by the host. */
type Owners = ReadonlyMap<string, string>;

/** Refuses a distribution for a host that something else answers for, or proves. */
export function cdnHostsAreFree(world: World): Finding[] {
  const ingresses = new Map(
    world.tenants.flatMap(({ ref, settings: { ingress = [] } }) =>
      ingress.map(({ host }) => [host, `ingress of ${ref}`] as const),
    ),
  );
  const seen = new Map<string, string>();
  return ofEach(world, (resource, tenant, path) => {
    if (resource.kind !== "cdn") {
      return [];
    }
    const own = ownersIn(tenant);
    return resource.settings.hosts.flatMap((host, index) => {
      const owner = ingresses.get(host) ?? own.get(host) ?? seen.get(host);
      seen.set(host, `cdn ${resource.name} of ${tenant.ref}`);
      return owner === undefined
        ? []
        : [
            at(tenant, [...path, "hosts", index], {
              expected: "a host that has no other record or certificate",
              got: `${show(host)}, which ${owner} has`,
              fix: "choose another, or take it out there",
            }),
          ];
    });
  });
}

/** Names with a record or a certificate of the same namespace. */
const ownersIn = (tenant: Tenant): Owners =>
  new Map(
    resourcesOf(tenant).flatMap(({ kind, name, settings }) => {
      const owner = `${kind} ${name}`;
      if (kind === "certificate") {
        return [settings.domain, ...(settings.alternatives ?? [])].map(
          (host) => [host.replace(/^\*\./, ""), owner] as const,
        );
      }
      return kind === "zone"
        ? (settings.records ?? [])
            .filter(({ type }) => ["A", "AAAA", "CNAME", "NS"].includes(type))
            .map(
              (record) =>
                [record.name === "@" ? settings.domain : `${record.name}.${settings.domain}`, owner] as const,
            )
        : [];
    }),
  );
