import type { Seed } from "./resource-seeds";

/** Resources of the live environment of tides, with a service account, below its cluster. */
const live = (resources: string): Seed[1][number] => [
  "    cluster: live\n",
  `    cluster: live\n    serviceAccounts: [web]\n    resources: { ${resources} }\n`,
];

/** Zone of a domain below the team's. */
const ZONE = "zone: { own: { domain: a.tides.example } }";

const cdn = (zone: string, host: string, origin: string, name = "site") =>
  `cdn: { ${name}: { zone: ${zone}, hosts: [${host}], origin: { ${origin} } } }`;

const OWN_HOST = "host: www.tides.example";
const AT = "tenants/tides/tides.yaml:19: resources environments.live.resources";

/** Breaks of the rules about distributions, and about names in zones of others. */
export const CDN_SEEDS: readonly Seed[] = [
  [
    "a cdn without its zone",
    [live(cdn("own", "www.a.tides.example", OWN_HOST))],
    `${AT}.cdn.site.zone: expected a zone of tides/live: nothing, got "own"; correct the name, or add the zone to resources`,
  ],
  [
    "a cdn for a host outside its zone",
    [live(`${ZONE}, ${cdn("own", "b.tides.example", OWN_HOST)}`)],
    `${AT}.cdn.site.hosts[0]: expected hosts of the zone a.tides.example, got "b.tides.example"; correct it, or make a cdn of its own with its zone`,
  ],
  [
    "a cdn of a bucket that there is not",
    [live(`${ZONE}, bucket: { files: {} }, ${cdn("own", "www.a.tides.example", "bucket: pages")}`)],
    `${AT}.cdn.site.origin.bucket: expected a bucket of tides/live itself: files, got "pages"; correct the name, or add the bucket to resources`,
  ],
  [
    "a cdn of a bucket that another shares",
    [
      [
        "  live:\n",
        `    serviceAccounts: [web]\n    resources: { ${ZONE}, ${cdn("own", "www.a.tides.example", "bucket: files")} }\n    imports: { bucket: { files: { tenant: maps/dev } } }\n  live:\n`,
      ],
      [
        "    deploy:\n      mode: push",
        "    serviceAccounts: [web]\n    resources: { bucket: { files: { shares: [tides/dev] } } }\n    deploy:\n      mode: push",
      ],
    ],
    'tenants/tides/tides.yaml:17: resources environments.dev.resources.cdn.site.origin.bucket: expected a bucket of tides/dev itself: nothing, got "files", which is maps/dev\'s; have the team of maps/dev make the cdn: a share lets pods read, not the public',
  ],
  [
    "a cdn of an application's host that is another's",
    [live(`${ZONE}, ${cdn("own", "www.a.tides.example", "host: maps.dev.example.org")}`)],
    `${AT}.cdn.site.origin.host: expected a public host of tides/live: www.tides.example, got "maps.dev.example.org"; correct it, or add the host to ingress`,
  ],
  [
    "a cdn of a host that the public does not reach",
    [live(`${ZONE}, ${cdn("own", "www.a.tides.example", "host: tides.live.internal.example.org")}`)],
    `${AT}.cdn.site.origin.host: expected a public host of tides/live: www.tides.example, got "tides.live.internal.example.org"; correct it, or add the host to ingress`,
  ],
  [
    "a cdn for the host that it answers from",
    [live(`zone: { own: { domain: tides.example } }, ${cdn("own", "www.tides.example", OWN_HOST)}`)],
    `${AT}.cdn.site.hosts[0]: expected a host that has no other record or certificate, got "www.tides.example", which ingress of tides/live has; choose another, or take it out there`,
  ],
  [
    "a cdn for a host that has a record",
    [
      live(
        `zone: { own: { domain: a.tides.example, records: [{ name: www, type: A, values: [192.0.2.1] }] } }, ${cdn("own", "www.a.tides.example", OWN_HOST)}`,
      ),
    ],
    `${AT}.cdn.site.hosts[0]: expected a host that has no other record or certificate, got "www.a.tides.example", which zone own has; choose another, or take it out there`,
  ],
  [
    "a cdn for a host that has a certificate",
    [
      live(
        `${ZONE}, certificate: { all: { zone: own, domain: '*.a.tides.example' } }, ${cdn("own", "a.tides.example", OWN_HOST)}`,
      ),
    ],
    `${AT}.cdn.site.hosts[0]: expected a host that has no other record or certificate, got "a.tides.example", which certificate all has; choose another, or take it out there`,
  ],
  [
    "a record in the zone of another",
    [
      [
        "  live:\n",
        "    resources: { zone: { own: { domain: tides.example, records: [{ name: www.a, type: TXT, values: [a] }] } } }\n  live:\n",
      ],
      ["    cluster: live\n", `    cluster: live\n    resources: { ${ZONE} }\n`],
    ],
    'tenants/tides/tides.yaml:16: resources environments.dev.resources.zone.own.records[0]: expected a name outside the zones of others, got "www.a.tides.example", in the zone a.tides.example of tides/live (tenants/tides/tides.yaml); choose another name, or have its team make it',
  ],
];
