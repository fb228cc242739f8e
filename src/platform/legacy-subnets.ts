import type { LegacySubnet } from "../settings/network/network";

const LEGACY_LAYOUT = {
  standard: { "": 4, elasticache_: 7, rds_: 10, elasticsearch_: 16 },
  neptune: { neptune_: 36 },
} as const;

/** Private subnets outside the clusters of GOV.UK: one /24 per purpose and zone. */
export function legacySubnets(
  cidr: string,
  { neptune }: { readonly neptune: boolean },
): Record<string, LegacySubnet> {
  const prefix = cidr.split(".").slice(0, 2).join(".");
  const purposes = { ...LEGACY_LAYOUT.standard, ...(neptune ? LEGACY_LAYOUT.neptune : {}) };

  return Object.fromEntries(
    Object.entries(purposes).flatMap(([purpose, third]) =>
      ["a", "b", "c"].map((zone, index) => [
        `${purpose}${zone}`,
        { cidr: `${prefix}.${third + index}.0/24`, zone },
      ]),
    ),
  );
}
