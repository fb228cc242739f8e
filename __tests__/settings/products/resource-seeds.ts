/** Text to replace, and its replacement. */
export type Replacement = readonly [from: string | RegExp, to: string];

/** Break of one rule, and the one message about it. */
export type Seed = readonly [
  name: string,
  replacements: readonly Replacement[],
  message: string,
  mapsFile?: string,
];

/** Breaks of the rules about AWS resources and the service accounts that use them. */
export const RESOURCE_SEEDS: readonly Seed[] = [
  [
    "a resource whose name AWS would cut",
    [
      [
        "  live:\n",
        `    serviceAccounts: [web]\n    resources: { queue: { ${"q".repeat(31)}: {} } }\n  live:\n`,
      ],
    ],
    `tenants/tides/tides.yaml:17: resources environments.dev.resources.queue.${"q".repeat(31)}: expected at most 30 characters, got "${"q".repeat(31)}"; choose another name`,
  ],
  [
    "a resource named as if it were part of another",
    [
      [
        "  live:\n",
        "    serviceAccounts: [web]\n    resources: { queue: { work--dead-letters: {} } }\n  live:\n",
      ],
    ],
    'tenants/tides/tides.yaml:17: resources environments.dev.resources.queue.work--dead-letters: expected single hyphens and another name, got "work--dead-letters"; choose another name',
  ],
  [
    "a namespace of which names in AWS could be told in two ways",
    [["    cluster: live\n", "    cluster: live\n    namespace: tides--queue\n    serviceAccounts: [web]\n"]],
    'tenants/tides/tides.yaml:18: resources environments.live.namespace: expected single hyphens, since two part names in AWS, got "tides--queue"; choose another namespace',
  ],
  [
    "an identity for the account of every pod",
    [["    cluster: live\n", "    cluster: live\n    serviceAccounts: [default]\n"]],
    'tenants/tides/tides.yaml:18: resources environments.live.serviceAccounts[0]: expected each account once, with single hyphens, and none that every pod has, got "default"; name it after the part of the product that runs as it, such as web',
  ],
  [
    "a service account twice",
    [["    cluster: live\n", "    cluster: live\n    serviceAccounts: [web, web]\n"]],
    'tenants/tides/tides.yaml:18: resources environments.live.serviceAccounts[1]: expected each account once, with single hyphens, and none that every pod has, got "web"; name it after the part of the product that runs as it, such as web',
  ],
  [
    "a resource that no pod could use",
    [["    cluster: live\n", "    cluster: live\n    resources: { queue: { work: {} } }\n"]],
    "tenants/tides/tides.yaml:18: resources environments.live.resources.queue.work: expected a service account that uses it, got none in serviceAccounts; add one, and run its pods as it",
  ],
  [
    "a resource for an account that does not exist",
    [
      [
        "    cluster: live\n",
        "    cluster: live\n    serviceAccounts: [web]\n    resources: { queue: { work: { usedBy: [worker] } } }\n",
      ],
    ],
    'tenants/tides/tides.yaml:19: resources environments.live.resources.queue.work.usedBy[0]: expected web, got "worker"; correct the name, or add it to serviceAccounts',
  ],
  [
    "an account whose role AWS would not take",
    [
      [
        "    cluster: live\n",
        `    cluster: live\n    serviceAccounts: [web]\n    resources: { topic: { ${Array.from({ length: 31 }, (_, index) => `t${index}: {}`).join(", ")} } }\n`,
      ],
    ],
    'tenants/tides/tides.yaml:18: resources environments.live.serviceAccounts[0]: expected an account that uses at most 30 resources, got "web", which uses 31; add accounts, and part the resources among them with usedBy',
  ],
  [
    "a subscription to nothing",
    [
      [
        "    cluster: live\n",
        "    cluster: live\n    serviceAccounts: [web]\n    resources: { queue: { work: { subscriptions: [{ topic: constructor }] } } }\n",
      ],
    ],
    'tenants/tides/tides.yaml:19: resources environments.live.resources.queue.work.subscriptions[0].topic: expected a topic of tides/live: nothing, got "constructor"; correct the name, or add the topic to resources or imports',
  ],
  [
    "two subscriptions to one topic",
    [
      [
        "    cluster: live\n",
        "    cluster: live\n    serviceAccounts: [web]\n    resources: { topic: { news: {} }, queue: { work: { subscriptions: [{ topic: news }, { topic: news }] } } }\n",
      ],
    ],
    'tenants/tides/tides.yaml:19: resources environments.live.resources.queue.work.subscriptions[1].topic: expected each topic once, got "news"; join both, with the values of both in filter',
  ],
  [
    "an order that the topic does not keep",
    [
      [
        "    cluster: live\n",
        "    cluster: live\n    serviceAccounts: [web]\n    resources: { topic: { news: {} }, queue: { work: { fifo: true, subscriptions: [{ topic: news }] } } }\n",
      ],
    ],
    'tenants/tides/tides.yaml:19: resources environments.live.resources.queue.work.subscriptions[0].topic: expected a topic that keeps the order, since the queue does, got "news"; write fifo: true there, or here none',
  ],
  [
    "two resources with one key in the ConfigMap",
    [
      [
        "    cluster: live\n",
        "    cluster: live\n    serviceAccounts: [web]\n    resources: { queue: { work: {}, work-dead-letters: {} } }\n",
      ],
    ],
    "tenants/tides/tides.yaml:19: resources environments.live.resources.queue.work-dead-letters: expected keys of its own in the ConfigMap, got QUEUE_WORK_DEAD_LETTERS_URL, which work has; choose another name",
  ],
  [
    "a secret where none is copied",
    [["  live:\n", "    resources: { secret: { token: {} } }\n  live:\n"]],
    "tenants/tides/tides.yaml:16: resources environments.dev.resources.secret.token: expected no secret on dev, which copies nothing from Secrets Manager, got one; ask the platform's engineers to switch addons.externalSecrets on",
  ],
  [
    "a database whose user no Job could make",
    [
      [
        "  live:\n",
        "    serviceAccounts: [web]\n    resources: { postgres: { tides: { version: 17 } } }\n  live:\n",
      ],
    ],
    "tenants/tides/tides.yaml:17: resources environments.dev.resources.postgres.tides: expected no postgres on dev, which copies nothing from Secrets Manager, got one; ask the platform's engineers to switch addons.externalSecrets on",
  ],
  [
    "a search domain where OpenSearch may not connect to subnets",
    [
      [
        "  live:\n",
        "    serviceAccounts: [web]\n    resources: { search: { tides: { version: 3.5 } } }\n  live:\n",
      ],
    ],
    "tenants/tides/tides.yaml:17: resources environments.dev.resources.search.tides: expected no search on dev, in whose account OpenSearch has no role, got one; ask the platform's engineers for serviceLinkedRoles.opensearchservice in the environment",
  ],
  [
    "a registry to which nothing pushes",
    [
      [
        "    deploy:\n      mode: gitops",
        "    resources: { registry: { web: {} } }\n    # \n    deploy:\n      mode: gitops",
      ],
      ["      branches: [main]\n", ""],
    ],
    "tenants/tides/tides.yaml:23: resources environments.live.resources.registry.web: expected deploy, with branches for gitops: its repository pushes the images, got no branches; name the branch that publishes, such as main",
  ],
  [
    "a registry without a pipeline",
    [["  live:\n", "    resources: { registry: { web: {} } }\n  live:\n"]],
    "tenants/tides/tides.yaml:16: resources environments.dev.resources.registry.web: expected deploy, with branches for gitops: its repository pushes the images, got no deploy; write deploy",
  ],
  [
    "a registry whose name ECR refuses",
    [
      [
        "  live:\n",
        "    namespace: tides-other\n    deploy: { mode: push, repository: example/tides, gitHubEnvironment: live }\n    resources: { registry: { web: {} } }\n  live:\n",
      ],
      [
        "  dev:\n    cluster: dev\n    access:\n      - { team: tides",
        "  de--v:\n    cluster: dev\n    access:\n      - { team: tides",
      ],
    ],
    'tenants/tides/tides.yaml:18: resources environments.de--v.resources.registry.web: expected a product and an environment with single hyphens, since ECR takes no others, got "tides/de--v"; rename the product or the environment',
  ],
  [
    "images that nothing signs where others are signed",
    [
      [
        "      gitHubEnvironment: dev\n",
        "      gitHubEnvironment: dev\n  blue:\n    cluster: live-blue\n    access: []\n    deploy: { mode: push, repository: example/maps, gitHubEnvironment: blue }\n    resources: { registry: { web: {} } }\n",
      ],
    ],
    "tenants/maps/maps.yaml:25: resources environments.blue.resources.registry.web: expected no registry on live-blue, which verifies signatures: nothing signs the images of one, got one; ask the platform's engineers for unsignedImages of products, with a reason",
  ],
  [
    "an earlier name that another resource has",
    [
      [
        "    cluster: live\n",
        "    cluster: live\n    serviceAccounts: [web]\n    resources: { topic: { news: {}, tidings: { renamedFrom: news } } }\n",
      ],
    ],
    "tenants/tides/tides.yaml:19: resources environments.live.resources.topic.tidings: expected a topic of its own in AWS, got news, which is that of news; correct renamedFrom, or choose another name",
  ],
  [
    "an attribute of two types",
    [
      [
        "    cluster: live\n",
        "    cluster: live\n    serviceAccounts: [web]\n    resources: { table: { tides: { partitionKey: { name: at, type: string }, indexes: { by-at: { partitionKey: { name: at, type: number } } } } } }\n",
      ],
    ],
    'tenants/tides/tides.yaml:19: resources environments.live.resources.table.tides: expected one type of attribute "at", got string and number; write one of them in all keys',
  ],
];
