import { ownValue } from "../../checking/own-value";
import { oneOf, type Path, show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { Tenant } from "../products";
import type { ZoneConfig } from "../resources/zone";
import type { World } from "../world";
import { at } from "./at";
import { ofEach } from "./resources";

/** True for a domain and all below it. */
export const isWithin = (host: string, domain: string): boolean =>
  host === domain || host.endsWith(`.${domain}`);

/** Refuses a zone of a domain that the team was not given. */
export const zonesAreOfTeams = (world: World): Finding[] =>
  ofEach(world, (resource, tenant, path) => {
    if (resource.kind !== "zone") {
      return [];
    }
    const { domain } = resource.settings;
    const domains = ownValue(world.settings.teams, tenant.product.owner.team)?.domains ?? [];
    return domains.some((each) => isWithin(domain, each))
      ? []
      : [
          at(tenant, [...path, "domain"], {
            expected: `a domain of ${tenant.product.owner.team} or one below it: ${oneOf(domains)}`,
            got: show(domain),
            fix: "choose one there, or ask the platform's engineers to give the team the domain",
          }),
        ];
  });

/** Refuses two zones of one domain: one of them would answer no query. */
export function zonesAreUnique(world: World): Finding[] {
  const owners = new Map<string, Tenant>();
  return ofEach(world, (resource, tenant, path) => {
    if (resource.kind !== "zone") {
      return [];
    }
    const { domain } = resource.settings;
    const first = owners.get(domain);
    owners.set(domain, first ?? tenant);
    return first === undefined
      ? []
      : [
          at(tenant, [...path, "domain"], {
            expected: "a domain that has no other zone",
            got: `${show(domain)}, which ${first.ref} has (${first.file.path})`,
            fix: "write its records there, or delegate a domain below it",
          }),
        ];
  });
}

/** Refuses records of one name that DNS does not allow together, or not there. */
export const recordsFit = (world: World): Finding[] =>
  ofEach(world, (resource, tenant, path) =>
    resource.kind !== "zone"
      ? []
      : (resource.settings.records ?? []).flatMap((record, index, all) => {
          const expected = problemOf(record, all.slice(0, index));
          return expected === undefined
            ? []
            : [
                at(tenant, [...path, "records", index], {
                  expected,
                  got: `${record.name} ${record.type}`,
                  fix: "join both, or choose another name or type",
                }),
              ];
        }),
  );

type Record = NonNullable<ZoneConfig["records"]>[number];

function problemOf({ name, type }: Record, earlier: readonly Record[]): string | undefined {
  if (name === "@" && (type === "CNAME" || type === "NS")) {
    return "a name below the domain, which has other records itself";
  }
  const same = earlier.filter((each) => each.name === name);
  if (same.some((each) => each.type === type)) {
    return "each name and type once";
  }
  return same.some((each) => each.type === "CNAME") || (type === "CNAME" && same.length > 0)
    ? "no other record beside a CNAME of the same name"
    : undefined;
}

/** Zone of a namespace by its name, or findings that there is none. */
export function zoneNamed(
  zone: string,
  tenant: Tenant,
  path: Path,
): { readonly found: ZoneConfig | undefined; readonly findings: Finding[] } {
  const zones = tenant.settings.resources?.zone ?? {};
  const found = ownValue(zones, zone);
  const unknown = () =>
    at(tenant, [...path, "zone"], {
      expected: `a zone of ${tenant.ref}: ${oneOf(Object.keys(zones))}`,
      got: show(zone),
      fix: "correct the name, or add the zone to resources",
    });
  return { found, findings: found === undefined ? [unknown()] : [] };
}

/** Refuses a certificate that no zone of the namespace can prove. */
export const certificatesHaveZones = (world: World): Finding[] =>
  ofEach(world, (resource, tenant, path) => {
    if (resource.kind !== "certificate") {
      return [];
    }
    const { zone, domain, alternatives = [] } = resource.settings;
    const { found, findings } = zoneNamed(zone, tenant, path);
    if (found === undefined) {
      return findings;
    }
    return [domain, ...alternatives]
      .filter((host) => !isWithin(host.replace(/^\*\./, ""), found.domain))
      .map((host) =>
        at(tenant, path, {
          expected: `domains of the zone ${found.domain}`,
          got: show(host),
          fix: "correct it, or make a certificate of its own with its zone",
        }),
      );
  });
