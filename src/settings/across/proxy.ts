import { parseCidr } from "../checking/cidr-block";
import { problemsOfCidr } from "../checking/cidr";
import { type Path, problem, show } from "../checking/problem";
import { isOfEks } from "../cluster/drivers";
import { portOfProxy } from "../cluster/proxy";
import type { ClusterEnvironmentConfig } from "../environment/environment";
import { proxyExceptions } from "./proxy-exceptions";
import type { AddonName } from "../addons";
import { deliveredAddons } from "../addon-definition/installed-by";

const PROXY: Path = ["proxy"];

/** Add-ons whose programs go through the cluster's proxy, if they come as charts. */
export const THROUGH_THE_PROXY: readonly AddonName[] = [
  "argoCd",
  "awsLoadBalancerController",
  "certManager",
  "clusterAutoscaler",
  "dex",
  "ebsCsiDriver",
  "efsCsiDriver",
  "externalDns",
  "externalSecrets",
  "fluentBit",
  "flux",
  "grafana",
  "karpenter",
  "kyverno",
  "oauth2Proxy",
  "teleportKubeAgent",
  "tempo",
  "velero",
];

/** True for an add-on that goes through the cluster's proxy. */
export const goesThroughProxy = (config: ClusterEnvironmentConfig, name: AddonName): boolean =>
  config.cluster.proxy !== undefined &&
  THROUGH_THE_PROXY.includes(name) &&
  !((name === "ebsCsiDriver" || name === "efsCsiDriver") && isOfEks(config, name));

/** Refuses a proxy that is none, and one that part of the cluster could not go through. */
export function proxiesAreUsed(config: ClusterEnvironmentConfig): string[] {
  return config.cluster.proxy === undefined
    ? []
    : [
        ...problemsOfAddress(config.cluster.proxy),
        ...problemsOfNodes(config),
        ...problemsOfAutoMode(config),
        ...deliveredAddons(config.addons)
          .filter((name) => THROUGH_THE_PROXY.includes(name))
          .map((name) =>
            problem(
              ["addons", name, "installedBy"],
              '"terraform", since the cluster has a proxy',
              show("argo-cd"),
              "leave it out: a chart that Argo CD installs is told of no proxy",
            ),
          ),
      ];
}

const problemsOfAddress = (proxy: NonNullable<ClusterEnvironmentConfig["cluster"]["proxy"]>): string[] => [
  ...(portOfProxy(proxy) === undefined
    ? [
        problem(
          [...PROXY, "url"],
          'an address such as "http://proxy.example.org:3128", with its port and without a user',
          show(proxy.url),
          "a proxy that asks who comes would have its password in the data of every node",
        ),
      ]
    : []),
  ...(proxy.cidrs.length === 0
    ? [
        problem(
          [...PROXY, "cidrs"],
          "the ranges in which it answers",
          "none",
          "write its subnets: network policies know addresses, not names",
        ),
      ]
    : proxy.cidrs.flatMap((cidr, index) => problemsOfCidr([...PROXY, "cidrs", index], cidr))),
  ...(proxy.except ?? []).flatMap((one, index) =>
    parseCidr(one) || /^\.?(?:[a-z0-9-]+\.)*[a-z0-9-]+$/i.test(one)
      ? []
      : [
          problem(
            [...PROXY, "except", index],
            'a host, a domain such as ".example.org" or a range',
            show(one),
            "write it without a * and without a port",
          ),
        ],
  ),
];

/** Refuses nodes that read no proxy, and those whose own user data names one. */
const problemsOfNodes = ({ cluster }: ClusterEnvironmentConfig): string[] => [
  ...(cluster.compute.kind === "karpenter" && cluster.compute.controller === "fargate"
    ? [
        problem(
          ["compute", "controller"],
          '"node-groups" with a proxy',
          show("fargate"),
          "change it: Fargate pulls images past every proxy",
        ),
      ]
    : []),
  ...Object.entries(cluster.nodeGroups).flatMap(([name, { amiType, userData }]) => [
    ...(/^(AL2023|BOTTLEROCKET)_/.test(amiType)
      ? []
      : [
          problem(
            ["nodeGroups", name, "amiType"],
            "Amazon Linux 2023 or Bottlerocket with a proxy",
            show(amiType),
            "choose another: nothing tells these nodes of the proxy",
          ),
        ]),
    ...(userData !== undefined && "toml" in userData && userData.toml.includes("[settings.network]")
      ? [
          problem(
            ["nodeGroups", name, "userData", "toml"],
            "no [settings.network], since the cluster's proxy writes it",
            "one",
            "write the proxy in proxy of the cluster alone",
          ),
        ]
      : []),
  ]),
];

/** Most exceptions and letters that a class of nodes of EKS Auto Mode takes. */
const AUTO_MODE = { exceptions: 50, letters: 255 };

/** @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-class.html */
function problemsOfAutoMode(config: ClusterEnvironmentConfig): string[] {
  const { compute, proxy } = config.cluster;
  if (compute.kind !== "auto" || proxy === undefined) {
    return [];
  }
  const exceptions = proxyExceptions(config).length;
  return [
    ...(compute.builtInPools.length > 0
      ? [
          problem(
            ["compute", "builtInPools"],
            "none with a proxy",
            show(compute.builtInPools.join(", ")),
            "write nodePools of your own: the class of EKS's pools has no proxy",
          ),
        ]
      : []),
    ...(exceptions > AUTO_MODE.exceptions
      ? [
          problem(
            [...PROXY, "except"],
            `${AUTO_MODE.exceptions} exceptions at most in Auto Mode, with those of the VPC and its endpoints`,
            `${exceptions}`,
            "write domains in place of hosts",
          ),
        ]
      : []),
    ...(proxy.url.length > AUTO_MODE.letters
      ? [
          problem(
            [...PROXY, "url"],
            `${AUTO_MODE.letters} letters at most in Auto Mode`,
            `${proxy.url.length}`,
            "give the proxy a shorter name",
          ),
        ]
      : []),
  ];
}
