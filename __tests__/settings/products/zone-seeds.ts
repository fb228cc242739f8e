import type { Seed } from "./resource-seeds";

/** Resources of the live environment of tides, a line below its cluster. */
const live = (resources: string): Seed[1][number] => [
  "    cluster: live\n",
  `    cluster: live\n    resources: { ${resources} }\n`,
];

const AT = "tenants/tides/tides.yaml:18: resources environments.live.resources";

/** Breaks of the rules about zones and certificates. */
export const ZONE_SEEDS: readonly Seed[] = [
  [
    "a zone of a domain that the team does not have",
    [live("zone: { own: { domain: nottides.example } }")],
    `${AT}.zone.own.domain: expected a domain of tides or one below it: tides.example, got "nottides.example"; choose one there, or ask the platform's engineers to give the team the domain`,
  ],
  [
    "two zones of one domain",
    [live("zone: { own: { domain: tides.example }, other: { domain: tides.example } }")],
    `${AT}.zone.other.domain: expected a domain that has no other zone, got "tides.example", which tides/live has (tenants/tides/tides.yaml); write its records there, or delegate a domain below it`,
  ],
  [
    "a CNAME of the domain itself",
    [
      live(
        "zone: { own: { domain: tides.example, records: [{ name: '@', type: CNAME, values: [a.example] }] } }",
      ),
    ],
    `${AT}.zone.own.records[0]: expected a name below the domain, which has other records itself, got @ CNAME; join both, or choose another name or type`,
  ],
  [
    "a record twice",
    [
      live(
        "zone: { own: { domain: tides.example, records: [{ name: www, type: A, values: [192.0.2.1] }, { name: www, type: A, values: [192.0.2.2] }] } }",
      ),
    ],
    `${AT}.zone.own.records[1]: expected each name and type once, got www A; join both, or choose another name or type`,
  ],
  [
    "a record beside a CNAME",
    [
      live(
        "zone: { own: { domain: tides.example, records: [{ name: www, type: CNAME, values: [a.example] }, { name: www, type: TXT, values: [a] }] } }",
      ),
    ],
    `${AT}.zone.own.records[1]: expected no other record beside a CNAME of the same name, got www TXT; join both, or choose another name or type`,
  ],
  [
    "a certificate without a zone",
    [live("certificate: { www: { zone: own, domain: www.tides.example } }")],
    `${AT}.certificate.www.zone: expected a zone of tides/live: nothing, got "own"; correct the name, or add the zone to resources`,
  ],
  [
    "a certificate for a domain that its zone cannot prove",
    [
      live(
        "zone: { own: { domain: a.tides.example } }, certificate: { www: { zone: own, domain: www.a.tides.example, alternatives: ['*.tides.example'] } }",
      ),
    ],
    `${AT}.certificate.www: expected domains of the zone a.tides.example, got "*.tides.example"; correct it, or make a certificate of its own with its zone`,
  ],
];
