import { describe, expect, it } from "vitest";
import { checkProducts, type Surroundings, worldOf } from "../../../src/settings/products/check";
import { RULES } from "../../../src/settings/products/rules";
import { parseProduct } from "../../../src/settings/products/product-file";
import { APPLICATION_SEEDS } from "./application-seeds";
import { CDN_SEEDS } from "./cdn-seeds";
import { ZONE_SEEDS } from "./zone-seeds";
import { SELF_SERVICE_SEEDS } from "./self-service-seeds";
import { SHARE_SEEDS } from "./share-seeds";
import { type Replacement, RESOURCE_SEEDS, type Seed } from "./resource-seeds";

const AROUND: Surroundings = {
  clusters: new Map(
    (["dev", "live", "live-blue", "old", "cloudy"] as const).map((name) => [
      name,
      {
        zones: { public: `${name}.example.org`, internal: `${name}.internal.example.org` },
        environment: name,
        dexGroups: undefined,
        alertWays: name === "live" ? [] : ["email"],
        hosts: new Set([`grafana.${name}.example.org`]),
        copiesSecrets: name !== "dev",
        hasSentry: name !== "cloudy",
        sendsDigests: false,
        hasSearch: name !== "dev",
        hasAck: name !== "dev",
        verifiesImages: name === "live-blue",
        gitops: name === "live" ? "argo-cd" : name === "old" ? "flux" : undefined,
        hasIdentityProvider: false,
        hasAccessEntries: name !== "old",
        knowsDomains: name === "dev",
        backend: name === "cloudy" ? "cloud" : "s3",
      },
    ]),
  ),
  reserved: new Set(["monitoring", "apps", "payments"]),
  namespaces: ["apps", "payments"],
  baseImages: [{ name: "toolbox", repository: "example/toolbox-image" }],
  gitHub: "example",
  repositories: new Map([["example/platform", "the platform"]]),
};

/** More teams than GitHub asks. */
const CREWS = ["one", "two", "three", "four", "five", "six", "seven"].map((name) => `crew-${name}`);

const TEAMS = {
  maps: { group: "example:maps", repositories: ["example/maps", "example/charts", "example/platform"] },
  tides: { group: "example:tides", domains: ["tides.example"] },
  pilots: { group: "pilots-of-the-port", domains: ["port.tides.example"] },
  sailors: { group: "example:All Sailors" },
  ...Object.fromEntries(CREWS.map((name) => [name, { group: `example:${name}` }])),
};

/** Two products that break no rule. */
const MAPS = `product: maps
owner:
  team: maps
  email: maps@example.org
  channel: "#maps"
  source: example/maps
environments:
  dev:
    cluster: dev
    access:
      - { team: maps, role: admin }
    network:
      allowFrom:
        - { tenant: tides/dev, ports: [8080] }
    ingress:
      - { host: maps.dev.example.org, visibility: public }
    deploy:
      mode: push
      repository: example/maps
      gitHubEnvironment: dev
`;

const TIDES = `product: tides
owner:
  team: tides
  email: tides@example.org
  channel: "#tides"
  source: example/tides
environments:
  dev:
    cluster: dev
    access:
      - { team: tides, role: admin }
      - { team: maps, role: view }
    network:
      allowTo:
        - { tenant: maps/dev }
  live:
    cluster: live
    access:
      - { team: tides, role: edit, justification: The team is on call }
    ingress:
      - { host: www.tides.example, visibility: public }
      - { host: tides.live.internal.example.org, visibility: internal }
    deploy:
      mode: gitops
      repository: example/tides
      branches: [main]
      reviewers: [maps]
`;

/** Both products, with replacements, in files of these names. */
const settingsWith = (replacements: readonly Replacement[], mapsFile = "maps") => {
  const changed = (text: string) =>
    replacements.reduce((left, [from, to]) => left.replace(from, () => to), text);
  return {
    teams: TEAMS,
    live: ["live"],
    gitHubEnvironments: true,
    files: [
      parseProduct(`tenants/maps/${mapsFile}.yaml`, "maps", changed(MAPS)),
      parseProduct("tenants/tides/tides.yaml", "tides", changed(TIDES)),
    ],
  };
};

const problemsWith = (replacements: readonly Replacement[] = [], mapsFile?: string) =>
  checkProducts(settingsWith(replacements, mapsFile), AROUND).problems;

/** Break of one rule, and the one message about it. */
const SEEDS: readonly Seed[] = [
  [
    "a way of telling a team without its means",
    [['  channel: "#maps"\n', '  channel: "#maps"\n  alerts: slack\n']],
    'tenants/maps/maps.yaml:6: alerts owner.alerts: expected "email", by which Alertmanager on dev tells teams, got "slack"; write that',
  ],
  [
    "alerts on a cluster that tells no team",
    [['  channel: "#tides"\n', '  channel: "#tides"\n  alerts: email\n']],
    'tenants/tides/tides.yaml:6: alerts owner.alerts: expected nothing, since Alertmanager on live tells no team, got "email"; leave it out',
  ],
  [
    "two tenants in one namespace",
    [
      [
        "    deploy:\n      mode: push",
        "  old:\n    cluster: dev\n    namespace: maps-dev\n    access: []\n    deploy:\n      mode: push",
      ],
    ],
    'tenants/maps/maps.yaml:19: T1 environments.old.namespace: expected a namespace of its own on dev, got "maps-dev", which maps/dev has (tenants/maps/maps.yaml); choose another',
  ],
  [
    "a namespace of the platform",
    [["    cluster: live\n", "    cluster: live\n    namespace: monitoring\n"]],
    'tenants/tides/tides.yaml:18: T1 environments.live.namespace: expected a namespace that is not the platform\'s, got "monitoring"; choose another',
  ],
  [
    "a namespace in which policies judge nothing",
    [["    cluster: live\n", "    cluster: live\n    namespace: amazon-network-flow-monitor\n"]],
    'tenants/tides/tides.yaml:18: T1 environments.live.namespace: expected a namespace that is not the platform\'s, got "amazon-network-flow-monitor"; choose another',
  ],
  [
    "a stack that another cluster's tenant has",
    [
      ["product: maps\n", "product: blue-tides\n"],
      ["tenant: maps/dev", "tenant: blue-tides/dev"],
      [
        "    deploy:\n      mode: push",
        "  live:\n    cluster: live\n    access: []\n  other:\n    cluster: dev\n    access: []\n    deploy:\n      mode: push",
      ],
      ["  live:\n    cluster: live\n    access:\n", "  live:\n    cluster: live-blue\n    access:\n"],
    ],
    "tenants/tides/tides.yaml:16: T1 environments.live.namespace: expected a name that, with its cluster's, makes no stack of another tenant, got tenant-live-blue-tides-live, which is the stack of blue-tides/live (tenants/maps/blue-tides.yaml); choose another",
    "blue-tides",
  ],
  [
    "a namespace of another name",
    [["    cluster: live\n", "    cluster: live\n    namespace: tidesurge\n"]],
    'tenants/tides/tides.yaml:18: T2 environments.live.namespace: expected tides, or a name that begins with tides-, got "tidesurge"; name it after its product',
  ],
  [
    "an environment whose name is too long",
    [["  live:\n    cluster", "  much-too-long-for-a-name:\n    cluster"]],
    'tenants/tides/tides.yaml:16: T2 environments.much-too-long-for-a-name: expected at most 20 characters, got "much-too-long-for-a-name"; choose another name',
  ],
  [
    "a change to a live namespace without a reason",
    [[", justification: The team is on call", ""]],
    "tenants/tides/tides.yaml:19: T4 environments.live.access[0].justification: expected a reason to edit a live namespace, got nothing; add it, or ask for view",
  ],
  [
    "a sandbox on a live cluster",
    [["    cluster: live\n", "    cluster: live\n    sandbox: { reviewOn: 2027-01-01 }\n"]],
    "tenants/tides/tides.yaml:18: T4 environments.live.sandbox: expected no sandbox on a live cluster, got one on live; move it to another cluster, or take sandbox out",
  ],
  [
    "a team that the platform does not know",
    [["{ team: maps, role: view }", "{ team: mops, role: view }"]],
    'tenants/tides/tides.yaml:12: T6 environments.dev.access[1].team: expected a team that the platform knows, got "mops"; did you mean "maps"?',
  ],
  [
    "a reviewer named like a part of every object",
    [["reviewers: [maps]", "reviewers: [constructor]"]],
    'tenants/tides/tides.yaml:27: T6 environments.live.deploy.reviewers[0]: expected a team that the platform knows, got "constructor"; ask the platform\'s engineers to add it',
  ],
  [
    "a file in another team's folder",
    [["  team: tides\n  email", "  team: maps\n  email"]],
    'tenants/tides/tides.yaml:3: T6 owner.team: expected tides, whose folder the file is in, got "maps"; move the file to the folder maps, or correct the team',
  ],
  [
    "two roles of one team",
    [["{ team: maps, role: view }", "{ team: tides, role: view }"]],
    'tenants/tides/tides.yaml:12: T6 environments.dev.access[1].team: expected each team once, got "tides"; keep the role that it needs',
  ],
  [
    "consent of one side",
    [["    network:\n      allowTo:\n        - { tenant: maps/dev }\n", ""]],
    "tenants/maps/maps.yaml:14: T9 environments.dev.network.allowFrom[0].tenant: expected allowTo of maps/dev in tenants/tides/tides.yaml, got nothing there; have its team add it",
  ],
  [
    "consent to no tenant",
    [
      [
        "        - { tenant: maps/dev }\n",
        "        - { tenant: maps/dev }\n        - { tenant: charts/dev }\n",
      ],
    ],
    'tenants/tides/tides.yaml:16: T9 environments.dev.network.allowTo[1].tenant: expected a product and an environment of it, got "charts/dev"; correct the name',
  ],
  [
    "domains on a cluster that knows addresses alone",
    [["    cluster: live\n", "    cluster: live\n    network:\n      domains: [api.example.org]\n"]],
    'tenants/tides/tides.yaml:19: T9 environments.live.network.domains: expected no domains on live, whose network policies know addresses alone, got "api.example.org"; write internetPorts alone, or move to a cluster that can: dev',
  ],
  [
    "a host that another tenant has",
    [
      [
        "  live:\n",
        "    ingress:\n      - { host: maps.dev.example.org, visibility: public, sharedWith: [maps/dev] }\n  live:\n",
      ],
    ],
    'tenants/tides/tides.yaml:17: T19 environments.dev.ingress[0].host: expected a host that no other tenant has, or sharedWith on both sides, got "maps.dev.example.org", which maps/dev has as maps.dev.example.org; choose another, or have both files say sharedWith',
  ],
  [
    "a host that another tenant's wildcard covers",
    [["  live:\n", "    ingress:\n      - { host: '*.dev.example.org', visibility: public }\n  live:\n"]],
    'tenants/maps/maps.yaml:16: T19 environments.dev.ingress[0].host: expected a host that no other tenant has, or sharedWith on both sides, got "maps.dev.example.org", which tides/dev has as *.dev.example.org; choose another, or have both files say sharedWith',
  ],
  [
    "a host far below another tenant's wildcard",
    [
      ["maps.dev.example.org", "a.b.dev.example.org"],
      ["  live:\n", "    ingress:\n      - { host: '*.dev.example.org', visibility: public }\n  live:\n"],
    ],
    'tenants/maps/maps.yaml:16: T19 environments.dev.ingress[0].host: expected a host that no other tenant has, or sharedWith on both sides, got "a.b.dev.example.org", which tides/dev has as *.dev.example.org; choose another, or have both files say sharedWith',
  ],
  [
    "a host of the platform",
    [["maps.dev.example.org", "grafana.dev.example.org"]],
    'tenants/maps/maps.yaml:16: T20 environments.dev.ingress[0].host: expected a host without grafana.dev.example.org, which the platform answers for, got "grafana.dev.example.org"; choose another',
  ],
  [
    "a wildcard over a host of the platform",
    [["{ host: maps.dev.example.org", "{ host: '*.dev.example.org'"]],
    'tenants/maps/maps.yaml:16: T20 environments.dev.ingress[0].host: expected a host without grafana.dev.example.org, which the platform answers for, got "*.dev.example.org"; put a name of the product\'s before the zone',
  ],
  [
    "two files of one product",
    [
      ["product: tides\n", "product: maps\n"],
      ["- { tenant: tides/dev", "- { tenant: maps/dev"],
    ],
    'tenants/tides/tides.yaml:1: T1 product: expected a name that no other product has, got "maps", which is in tenants/maps/maps.yaml too; choose another',
  ],
  [
    "a product whose name begins with another's",
    [
      ["product: maps\n", "product: tides-maps\n"],
      ["maps/dev }", "tides-maps/dev }"],
    ],
    'tenants/maps/tides-maps.yaml:1: T2 product: expected a name that does not begin with tides-, since tides is a product too, got "tides-maps"; choose another, or make it an environment of that product',
    "tides-maps",
  ],
  [
    "a file of another name",
    [],
    'tenants/maps/charts.yaml:1: T2 product: expected the name of the file, charts, got "maps"; rename one of them',
    "charts",
  ],
  [
    "consent to a tenant of another cluster",
    [
      [
        "        - { tenant: tides/dev, ports: [8080] }\n",
        "        - { tenant: tides/dev, ports: [8080] }\n        - { tenant: tides/live, ports: [80] }\n",
      ],
    ],
    'tenants/maps/maps.yaml:15: T9 environments.dev.network.allowFrom[1].tenant: expected a tenant on dev, got "tides/live", which is on live; call it by its host, or name its environment on the same cluster',
  ],
  [
    "consent to itself",
    [
      [
        "        - { tenant: tides/dev, ports: [8080] }\n",
        "        - { tenant: tides/dev, ports: [8080] }\n        - { tenant: maps/dev, ports: [80] }\n",
      ],
    ],
    'tenants/maps/maps.yaml:15: T9 environments.dev.network.allowFrom[1].tenant: expected another tenant, got "maps/dev"; remove it: pods of a namespace reach each other',
  ],
  [
    "two policies towards one tenant",
    [
      [
        "        - { tenant: tides/dev, ports: [8080] }\n",
        "        - { tenant: tides/dev, ports: [8080] }\n        - { tenant: tides/dev, ports: [80] }\n",
      ],
    ],
    'tenants/maps/maps.yaml:15: T9 environments.dev.network.allowFrom[1].tenant: expected each tenant once, got "tides/dev"; write all of its ports in one entry',
  ],
  [
    "a host for the public and for itself",
    [
      [
        "      - { host: maps.dev.example.org, visibility: public }\n",
        "      - { host: maps.dev.example.org, visibility: public }\n      - { host: maps.dev.example.org, visibility: public }\n",
      ],
    ],
    'tenants/maps/maps.yaml:17: T19 environments.dev.ingress[1].host: expected each host once, got "maps.dev.example.org"; keep one: a host is public or internal',
  ],
  [
    "a repository of the platform",
    [["repository: example/maps", "repository: example/Platform"]],
    'tenants/maps/maps.yaml:19: T29 environments.dev.deploy.repository: expected a repository of maps, got "example/Platform", which is of the platform; give the product a repository',
  ],
  [
    "a repository from which another team's product comes",
    [
      ["source: example/tides", "source: example/charts"],
      ["repository: example/maps", "repository: example/charts"],
    ],
    'tenants/maps/maps.yaml:19: T29 environments.dev.deploy.repository: expected a repository of maps, got "example/charts", which is of tides; give the product a repository',
  ],
  [
    "a repository that another team's product comes from as well",
    [
      ["source: example/maps", "source: example/charts"],
      ["source: example/tides", "source: example/charts"],
      ["repository: example/maps", "repository: example/charts"],
    ],
    'tenants/maps/maps.yaml:19: T29 environments.dev.deploy.repository: expected a repository of maps, got "example/charts", which is of tides; give the product a repository',
  ],
  [
    "a repository that its team was not given",
    [["repository: example/maps", "repository: example/payroll"]],
    'tenants/maps/maps.yaml:19: T29 environments.dev.deploy.repository: expected a repository that maps was given: one of example/maps, example/charts, example/platform, got "example/payroll"; ask the platform\'s engineers to add it to products.teams.maps.repositories',
  ],
  [
    "a host in the domain of another team, below one of its own",
    [["www.tides.example", "www.port.tides.example"]],
    'tenants/tides/tides.yaml:21: T20 environments.live.ingress[0].host: expected a name outside port.tides.example, which pilots has, got "www.port.tides.example"; choose another, or ask the platform\'s engineers to give your team the domain too',
  ],
  [
    "a wildcard over the domain of another team",
    [["www.tides.example", '"*.port.tides.example"']],
    'tenants/tides/tides.yaml:21: T20 environments.live.ingress[0].host: expected a name outside port.tides.example, which pilots has, got "*.port.tides.example"; choose another, or ask the platform\'s engineers to give your team the domain too',
  ],
  [
    "a reviewer twice",
    [["reviewers: [maps]", "reviewers: [maps, maps]"]],
    'tenants/tides/tides.yaml:27: T30 environments.live.deploy.reviewers[1]: expected each team once, got "maps"; keep one',
  ],
  [
    "two namespaces of a cluster for one GitHub environment",
    [
      [
        "    deploy:\n      mode: push",
        "  old:\n    cluster: dev\n    access: []\n    deploy: { mode: push, repository: example/maps, gitHubEnvironment: dev }\n    # \n  dev2:\n    cluster: dev\n    access: []\n    deploy:\n      mode: push",
      ],
    ],
    'tenants/maps/maps.yaml:28: T29 environments.dev2.deploy.gitHubEnvironment: expected a GitHub environment for each namespace of a cluster, and none for live and others, got "dev", which deploys maps/old too; add one on GitHub, and name it here',
  ],
  [
    "a GitHub environment of a live namespace and another",
    [
      [
        "      gitHubEnvironment: dev\n",
        "      gitHubEnvironment: dev\n  live:\n    cluster: live\n    access: []\n    deploy: { mode: push, repository: example/Maps, gitHubEnvironment: Dev, branches: [main], reviewers: [maps] }\n",
      ],
    ],
    'tenants/maps/maps.yaml:24: T29 environments.live.deploy.gitHubEnvironment: expected a GitHub environment for each namespace of a cluster, and none for live and others, got "Dev", which deploys maps/dev too; add one on GitHub, and name it here',
  ],
  [
    "an environment on GitHub that two tenants would set up",
    [
      [
        "      gitHubEnvironment: dev\n",
        "      gitHubEnvironment: dev\n  blue:\n    cluster: live-blue\n    access: []\n    deploy: { mode: push, repository: example/maps, gitHubEnvironment: DEV }\n",
      ],
    ],
    'tenants/maps/maps.yaml:24: T29 environments.blue.deploy.gitHubEnvironment: expected a GitHub environment of its own, since the platform makes it, got "DEV", which is that of maps/dev too; choose another name',
  ],
  [
    "more reviewers than GitHub asks",
    [
      [
        "      gitHubEnvironment: dev\n",
        `      gitHubEnvironment: dev\n      reviewers: [${CREWS.join(", ")}]\n`,
      ],
    ],
    "tenants/maps/maps.yaml:21: T30 environments.dev.deploy.reviewers: expected at most 6 teams, as GitHub does, got 7; make a team of those who approve",
  ],
  [
    "a reviewer that GitHub does not know",
    [["      gitHubEnvironment: dev\n", "      gitHubEnvironment: dev\n      reviewers: [pilots]\n"]],
    'tenants/maps/maps.yaml:21: T30 environments.dev.deploy.reviewers[0]: expected a team whose group is example:<team>, got "pilots", whose group is "pilots-of-the-port"; name a team of that organisation on GitHub',
  ],
  [
    "a reviewer whose group is no name of GitHub's",
    [["      gitHubEnvironment: dev\n", "      gitHubEnvironment: dev\n      reviewers: [sailors]\n"]],
    'tenants/maps/maps.yaml:21: T30 environments.dev.deploy.reviewers[0]: expected a team whose group is example:<team>, got "sailors", whose group is "example:All Sailors"; name a team of that organisation on GitHub',
  ],
  [
    "workflows that deploy where EKS takes no entries",
    [
      [
        "    cluster: dev\n    access:\n      - { team: maps, role: admin }",
        "    cluster: old\n    access:\n      - { team: maps, role: admin }",
      ],
    ],
    'tenants/maps/maps.yaml:18: T29 environments.dev.deploy.mode: expected "gitops" on old, which takes no access entries, got "push"; write gitops, or ask the platform\'s engineers to change cluster.authenticationMode',
  ],
  [
    "a cluster whose states are in HCP Terraform",
    [["    cluster: live\n", "    cluster: cloudy\n"]],
    'tenants/tides/tides.yaml:17: T37 environments.live.cluster: expected a cluster that keeps states in S3: one of dev, live, live-blue, old, got "cloudy", which keeps them in HCP Terraform; see docs/decisions/0081-states-of-tenants.md',
  ],
  [
    "a host outside the zones",
    [["maps.dev.example.org", "maps.live.example.org"]],
    'tenants/maps/maps.yaml:16: T20 environments.dev.ingress[0].host: expected a host under dev.example.org, got "maps.live.example.org"; choose one there, or ask the platform\'s engineers to give the team the domain',
  ],
  [
    "a host that ends like a zone",
    [["www.tides.example", "nottides.example"]],
    'tenants/tides/tides.yaml:21: T20 environments.live.ingress[0].host: expected a host under live.example.org or tides.example, got "nottides.example"; choose one there, or ask the platform\'s engineers to give the team the domain',
  ],
  [
    "a label beside which ExternalDNS has no room",
    [["maps.dev.example.org", `${"m".repeat(58)}.dev.example.org`]],
    `tenants/maps/maps.yaml:16: T21 environments.dev.ingress[0].host: expected labels of at most 57 characters, got "${"m".repeat(58)}.dev.example.org"; shorten it`,
  ],
  [
    "a protected namespace that goes",
    [["    cluster: live\n", "    cluster: live\n    leaving: { reason: Nobody uses it }\n"]],
    "tenants/tides/tides.yaml:16: T25 environments.live.protection: expected { enabled: false, reason: … } on a namespace that goes, got nothing; say why its data may go",
  ],
  [
    "a repository of another organisation",
    [["repository: example/maps", "repository: elsewhere/maps"]],
    'tenants/maps/maps.yaml:19: T29 environments.dev.deploy.repository: expected a repository of example, got "elsewhere/maps"; move the repository there: its workflows get an identity in AWS',
  ],
  [
    "a repository of two products",
    [["repository: example/tides", "repository: example/maps"]],
    'tenants/tides/tides.yaml:25: T29 environments.live.deploy.repository: expected a repository that deploys no other product, got "example/maps", which deploys maps; make both one product, or give each a repository',
  ],
  [
    "a live pipeline without a branch",
    [["      branches: [main]\n", ""]],
    "tenants/tides/tides.yaml:23: T30 environments.live.deploy.branches: expected at least one for a live namespace, got nothing; name the branch, such as main",
  ],
  [
    "a live pipeline without reviewers",
    [["      reviewers: [maps]\n", ""]],
    "tenants/tides/tides.yaml:23: T30 environments.live.deploy.reviewers: expected at least one for a live namespace, got nothing; name the team that approves deployments",
  ],
  [
    "what Git says where no program reads it",
    [
      [
        "mode: push\n      repository: example/maps\n      gitHubEnvironment: dev",
        "mode: gitops\n      repository: example/maps",
      ],
    ],
    'tenants/maps/maps.yaml:18: T31 environments.dev.deploy.mode: expected "push" on dev, which has neither Argo CD nor Flux, got "gitops"; write push',
  ],
  [
    "a pipeline without a branch where Flux delivers",
    [
      [
        "    cluster: dev\n    access:\n      - { team: maps, role: admin }",
        "    cluster: old\n    access:\n      - { team: maps, role: admin }",
      ],
      [
        "mode: push\n      repository: example/maps\n      gitHubEnvironment: dev",
        "mode: gitops\n      repository: example/maps",
      ],
    ],
    "tenants/maps/maps.yaml:17: T31 environments.dev.deploy.branches: expected a branch on old, where Flux delivers, got nothing; name the branch, such as main",
  ],
  [
    "a cluster that does not exist",
    [["cluster: live", "cluster: life"]],
    'tenants/tides/tides.yaml:17: T37 environments.live.cluster: expected one of dev, live, live-blue, old, cloudy, got "life"; write one of them',
  ],
  [
    "exceptions for Sentry where no secret is copied",
    [["product: maps\n", "product: maps\nsentry: true\n"]],
    "tenants/maps/maps.yaml:2: sentry sentry: expected nothing, since dev copies nothing from Secrets Manager, got true; leave it out, or ask the platform's engineers for addons.externalSecrets",
  ],
  [
    "exceptions for Sentry where there is none",
    [
      ["product: maps\n", "product: maps\nsentry: true\n"],
      [
        "cluster: dev\n    access:\n      - { team: maps",
        "cluster: cloudy\n    access:\n      - { team: maps",
      ],
    ],
    "tenants/maps/maps.yaml:2: sentry sentry: expected nothing, since cloudy reports to no Sentry, got true; leave it out, or ask the platform's engineers for externalServices.sentry",
  ],
  [
    "a time for its pull requests where nothing tells teams of them",
    [['channel: "#maps"\n', 'channel: "#maps"\n  digest: "30 9 * * 1-5"\n']],
    'tenants/maps/maps.yaml:6: digest owner.digest: expected nothing, since no cluster tells teams of their pull requests, got "30 9 * * 1-5"; leave it out, or ask the platform\'s engineers for addons.seal',
  ],
  [
    "alerts for a channel that it does not name",
    [['  channel: "#maps"\n', "  alerts: slack\n"]],
    "tenants/maps/maps.yaml:5: channel owner.alerts: expected a channel in owner.channel beside it, got none; add the channel, or write alerts: email",
  ],
  [
    "a time for its pull requests without a channel",
    [['  channel: "#maps"\n', '  digest: "30 9 * * 1-5"\n']],
    "tenants/maps/maps.yaml:5: channel owner.digest: expected a channel in owner.channel beside it, got none; add the channel, or leave out digest",
  ],
  ...RESOURCE_SEEDS,
  ...SHARE_SEEDS,
  ...SELF_SERVICE_SEEDS,
  ...ZONE_SEEDS,
  ...CDN_SEEDS,
  ...APPLICATION_SEEDS,
];

describe("products of teams", () => {
  it("break no rule as they are", () => {
    expect(problemsWith()).toEqual([]);
  });

  const seeds = SEEDS.map(([name, replacements, message, mapsFile]) => ({
    name,
    replacements,
    message,
    mapsFile,
  }));

  it.each(seeds)("may not have $name, which its rule says once", ({ replacements, message, mapsFile }) => {
    const id = /: (T\d+|alerts|applications|channel|digest|owner|sentry|resources|selfService) /.exec(
      message,
    )![1]!;
    expect(problemsWith(replacements, mapsFile).filter((problem) => problem.includes(`: ${id} `))).toEqual([
      message,
    ]);
  });

  it("have a seed for every rule, at which no other rule of the same id fires", () => {
    const worlds = SEEDS.map(([, replacements, , mapsFile]) =>
      worldOf(settingsWith(replacements, mapsFile), AROUND),
    );
    const silent = RULES.filter(({ check }) => !worlds.some((world) => check(world).length === 1));

    expect(silent.map(({ check }) => check.name)).toEqual([]);
  });

  it("may share a host to which both sides consent", () => {
    const shared = (ref: string) => `maps.dev.example.org, visibility: public, sharedWith: [${ref}] }`;
    expect(
      problemsWith([
        ["maps.dev.example.org, visibility: public }", shared("tides/dev")],
        ["  live:\n", `    ingress:\n      - { host: ${shared("maps/dev")}\n  live:\n`],
      ]),
    ).toEqual([]);
  });
});
