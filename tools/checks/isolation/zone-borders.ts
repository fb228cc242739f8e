import type { Tenant } from "../../../src/settings/products/products";
import { resourcesOf } from "../../../src/settings/products/resources/own-resources";
import { asList, asMap, type JsonMap, textOf } from "../../terraform-json/json-map";

/** Tenants by the domains of their zones. */
export type ZoneOwners = ReadonlyMap<string, Tenant>;

/** Owners of all zones of tenants. */
export const zoneOwners = (tenants: readonly Tenant[]): ZoneOwners =>
  new Map(
    tenants.flatMap((tenant) =>
      resourcesOf(tenant).flatMap((each) =>
        each.kind === "zone" ? [[each.settings.domain, tenant] as const] : [],
      ),
    ),
  );

/**
 * Problems of records, certificates and distributions for names in the zone of another tenant: that a record is in a zone of the
 * same stack does not keep its name out of a zone that is delegated from there.
 */
export const namesOverBorders = ({ resource }: JsonMap, tenant: Tenant, owners: ZoneOwners): string[] =>
  Object.entries(NAMES).flatMap(([type, namesOf]) =>
    Object.entries(asMap(asMap(resource)[type])).flatMap(([id, block]) =>
      namesOf(asMap(block)).flatMap((name) => {
        const zone = closest(name, owners);
        return zone === undefined || owners.get(zone) === tenant || isDelegation(asMap(block), name, zone)
          ? []
          : [
              `${type}.${id}: expected names of its own zones, got ${name}, in that of ${owners.get(zone)!.ref}`,
            ];
      }),
    ),
  );

const textsOf = (value: JsonMap[string] | undefined): string[] => asList(value ?? []).map(textOf);

/** Names in DNS of a block, by its type. Those that AWS chooses are references, and in no zone here. */
const NAMES: Readonly<Record<string, (block: JsonMap) => readonly string[]>> = {
  aws_route53_record: ({ name }) => [textOf(name)],
  aws_acm_certificate: ({ domain_name, subject_alternative_names }) => [
    textOf(domain_name),
    ...textsOf(subject_alternative_names),
  ],
  aws_cloudfront_distribution: ({ aliases }) => textsOf(aliases),
};

/** Smallest zone that a name is in. */
function closest(name: string, owners: ZoneOwners): string | undefined {
  for (let rest = name.replace(/^\*\./, ""); rest !== "";) {
    if (owners.has(rest)) {
      return rest;
    }
    const dot = rest.indexOf(".");
    rest = dot < 0 ? "" : rest.slice(dot + 1);
  }
  return undefined;
}

/** True for a record that leads to the other's zone, which stands above it. */
const isDelegation = ({ type }: JsonMap, name: string, zone: string): boolean =>
  textOf(type ?? "") === "NS" && name === zone;
