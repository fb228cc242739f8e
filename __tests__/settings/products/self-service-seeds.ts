import type { Seed } from "./resource-seeds";

/** Breaks of the rule about what tenants make themselves. */
export const SELF_SERVICE_SEEDS: readonly Seed[] = [
  [
    "self-service on a cluster without ACK",
    [["  live:\n", "    serviceAccounts: [web]\n    selfService: { tables: {} }\n  live:\n"]],
    "tenants/tides/tides.yaml:17: selfService environments.dev.selfService: expected nothing on dev, which has no ACK, got tables; write resources, which Terraform makes, or ask the platform's engineers for eksCapabilities.ack",
  ],
  [
    "self-service of nothing",
    [["    cluster: live\n", "    cluster: live\n    serviceAccounts: [web]\n    selfService: {}\n"]],
    "tenants/tides/tides.yaml:19: selfService environments.live.selfService: expected tables or buckets, got neither; name one, or leave it out",
  ],
  [
    "self-service that no pod could use",
    [["    cluster: live\n", "    cluster: live\n    selfService: { buckets: {} }\n"]],
    "tenants/tides/tides.yaml:18: selfService environments.live.selfService.buckets: expected a service account that uses it, got none in serviceAccounts; add one, and run its pods as it",
  ],
  [
    "self-service for an account that does not exist",
    [
      [
        "    cluster: live\n",
        "    cluster: live\n    serviceAccounts: [web]\n    selfService: { tables: { usedBy: [worker] } }\n",
      ],
    ],
    'tenants/tides/tides.yaml:19: selfService environments.live.selfService.tables.usedBy[0]: expected web, got "worker"; correct the name, or add it to serviceAccounts',
  ],
];
