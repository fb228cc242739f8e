import type { Seed } from "./resource-seeds";

/** Breaks of the rules about resources that tenants share and import. */
export const SHARE_SEEDS: readonly Seed[] = [
  [
    "an import of nothing",
    [
      [
        "  live:\n",
        "    serviceAccounts: [web]\n    imports: { queue: { work: { tenant: charts/dev } } }\n  live:\n",
      ],
    ],
    'tenants/tides/tides.yaml:17: T24 environments.dev.imports.queue.work.tenant: expected a product and an environment of it, got "charts/dev"; correct the name',
  ],
  [
    "an import of a resource that its owner does not have",
    [
      [
        "  live:\n",
        "    serviceAccounts: [web]\n    imports: { queue: { work: { tenant: maps/dev, name: works } } }\n  live:\n",
      ],
      [
        "    deploy:\n      mode: push",
        "    serviceAccounts: [web]\n    resources: { queue: { work: {} } }\n    deploy:\n      mode: push",
      ],
    ],
    'tenants/tides/tides.yaml:17: T24 environments.dev.imports.queue.work.name: expected a queue of maps/dev (tenants/maps/maps.yaml): work, got "works"; correct the name, or have its team make it',
  ],
  [
    "an import that its owner does not share",
    [
      [
        "  live:\n",
        "    serviceAccounts: [web]\n    imports: { queue: { work: { tenant: maps/dev } } }\n  live:\n",
      ],
      [
        "    deploy:\n      mode: push",
        "    serviceAccounts: [web]\n    resources: { queue: { work: {} } }\n    deploy:\n      mode: push",
      ],
    ],
    "tenants/tides/tides.yaml:17: T24 environments.dev.imports.queue.work.tenant: expected shares of resources.queue.work in tenants/maps/maps.yaml with tides/dev, got nothing there; have its team add it, in the same change",
  ],
  [
    "a share that no tenant imports",
    [
      [
        "    deploy:\n      mode: push",
        "    serviceAccounts: [web]\n    resources: { queue: { work: { shares: [tides/dev] } } }\n    deploy:\n      mode: push",
      ],
    ],
    "tenants/maps/maps.yaml:18: T24 environments.dev.resources.queue.work.shares[0]: expected imports.queue of maps/dev in tenants/tides/tides.yaml, got nothing there; have its team add it, in the same change, or take the share out",
  ],
  [
    "a share with nothing",
    [
      [
        "    deploy:\n      mode: push",
        "    serviceAccounts: [web]\n    resources: { queue: { work: { shares: [charts/dev] } } }\n    deploy:\n      mode: push",
      ],
    ],
    'tenants/maps/maps.yaml:18: T24 environments.dev.resources.queue.work.shares[0]: expected a product and an environment of it, got "charts/dev"; correct the name',
  ],
  [
    "a share with itself",
    [
      [
        "    deploy:\n      mode: push",
        "    serviceAccounts: [web]\n    resources: { queue: { work: { shares: [maps/dev] } } }\n    deploy:\n      mode: push",
      ],
    ],
    'tenants/maps/maps.yaml:18: T24 environments.dev.resources.queue.work.shares[0]: expected another tenant in environment dev, got "maps/dev", which is this one; take it out: a namespace uses its own',
  ],
  [
    "a share with another environment",
    [
      [
        "    deploy:\n      mode: push",
        "    serviceAccounts: [web]\n    resources: { queue: { work: { shares: [tides/live] } } }\n    deploy:\n      mode: push",
      ],
    ],
    'tenants/maps/maps.yaml:18: T24 environments.dev.resources.queue.work.shares[0]: expected another tenant in environment dev, got "tides/live", which is in live; name its environment in the same one, or have it answer requests at a host',
  ],
  [
    "a share twice",
    [
      [
        "  live:\n",
        "    serviceAccounts: [web]\n    imports: { queue: { work: { tenant: maps/dev } } }\n  live:\n",
      ],
      [
        "    deploy:\n      mode: push",
        "    serviceAccounts: [web]\n    resources: { queue: { work: { shares: [tides/dev, tides/dev] } } }\n    deploy:\n      mode: push",
      ],
    ],
    'tenants/maps/maps.yaml:18: T24 environments.dev.resources.queue.work.shares[1]: expected each tenant once, got "tides/dev"; keep one',
  ],
  [
    "an import whose name no ConfigMap takes",
    [
      [
        "  live:\n",
        "    serviceAccounts: [web]\n    imports: { queue: { a--b: { tenant: maps/dev, name: work } } }\n  live:\n",
      ],
      [
        "    deploy:\n      mode: push",
        "    serviceAccounts: [web]\n    resources: { queue: { work: { shares: [tides/dev] } } }\n    deploy:\n      mode: push",
      ],
    ],
    'tenants/tides/tides.yaml:17: T24 environments.dev.imports.queue.a--b: expected single hyphens and another name, got "a--b"; choose another name',
  ],
  [
    "an import that no pod could use",
    [
      ["  live:\n", "    imports: { queue: { work: { tenant: maps/dev } } }\n  live:\n"],
      [
        "    deploy:\n      mode: push",
        "    serviceAccounts: [web]\n    resources: { queue: { work: { shares: [tides/dev] } } }\n    deploy:\n      mode: push",
      ],
    ],
    "tenants/tides/tides.yaml:16: T24 environments.dev.imports.queue.work: expected a service account that uses it, got none in serviceAccounts; add one, and run its pods as it",
  ],
];
