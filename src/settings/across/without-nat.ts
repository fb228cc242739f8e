import type { ExternalSecretsConfig } from "../../addons/external-secrets/settings";
import { goesThroughProxy } from "./proxy";
import { isOutside } from "../alerting/receivers-secret";
import type { AddonName } from "../addons";
import { oneOf, problem, show } from "../checking/problem";
import { ENDPOINT_SERVICES, type VpcEndpoints } from "../network/endpoints";
import { DRIVERS, type EksAddonName } from "../cluster/eks-addons";
import { hasCiliumAlone } from "../cluster/pod-network";
import type { ClusterEnvironmentConfig } from "../environment/environment";
import { reports } from "../environment/fleet-metrics";

/**
 * Endpoints that something in the cluster needs, by their place in the settings: a switch of `endpoints`, or a name in
 * `endpoints.others`.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html
 */
type Endpoint = "s3" | "ecr" | "secretsManager" | { readonly other: string };

/** A caller of AWS, and the endpoints of the services that it calls. */
interface Caller {
  readonly who: string;
  readonly endpoints: readonly Endpoint[];
}

const other = (name: string): Endpoint => ({ other: name });

/** Add-ons that call AWS through endpoints. */
const THROUGH_ENDPOINTS: Partial<Record<AddonName, readonly Endpoint[]>> = {
  clusterAutoscaler: [other("autoscaling"), other("ec2"), other("eks")],
  karpenter: [other("ec2"), other("eks"), other("sqs"), other("ssm")],
  ebsCsiDriver: [other("ec2")],
  efsCsiDriver: [other("ec2"), other("elasticfilesystem")],
  tempo: ["s3"],
  velero: ["s3", other("ec2")],
};

/** Add-ons that call what has no endpoint in a VPC, and what that is. */
export const BEYOND_ENDPOINTS: Partial<Record<AddonName, string>> = {
  externalDns: "Route 53",
  awsLoadBalancerController: "ACM and WAF",
  certManager: "Route 53 and Let's Encrypt",
  dex: "the provider that users sign in at",
  oauth2Proxy: "Dex at its public name",
  grafana: "Dex at its public name",
  argoCd: "Git repositories",
  flux: "Git repositories",
  argoWorkflows: "Git repositories and Dex",
  prometheusBlackboxExporter: "public names",
  seal: "GitHub and Slack",
};

const POD_IDENTITY_AGENT: EksAddonName = "eks-pod-identity-agent";

/** EKS add-ons whose pods have a role by Pod Identity whatever the cluster's identity. Without the CNI's, no pod gets an address. */
const EKS_ADDONS_WITH_A_ROLE: readonly EksAddonName[] = [
  "vpc-cni",
  "aws-network-flow-monitoring-agent",
  ...Object.values(DRIVERS),
];

/** Refuses a cluster without NAT whose nodes and pods would call what they cannot reach. */
export const clustersWithoutNatReachAws = (config: ClusterEnvironmentConfig): string[] =>
  config.network.nat === "none"
    ? [...endpointsAreThere(config), ...nothingCallsBeyond(config), ...imagesComeFromTheRegistry(config)]
    : [];

function callersOf(config: ClusterEnvironmentConfig): Caller[] {
  const { cluster, addons } = config;
  const { externalSecrets, fluentBit, kubePrometheusStack } = addons;
  const hasTopic =
    kubePrometheusStack &&
    Object.values(kubePrometheusStack.alerting.receivers).some(({ kind }) => kind === "sns");
  return [
    // Through a proxy they have all but the CNI's calls.
    ...(hasCiliumAlone(cluster)
      ? [{ who: "addons.cilium (by Pod Identity)", endpoints: [other("ec2"), other("eks-auth")] }]
      : []),
    { who: "nodes", endpoints: cluster.proxy ? [other("ec2")] : ["s3", "ecr", other("ec2")] },
    {
      who: `pods with a role (identity ${cluster.identity})`,
      endpoints: [
        ...(cluster.identity === "irsa" ? [] : [other("eks-auth")]),
        ...(cluster.proxy ? [] : [other("sts")]),
      ],
    },
    ...EKS_ADDONS_WITH_A_ROLE.filter(
      (name) => name in cluster.eksAddons && POD_IDENTITY_AGENT in cluster.eksAddons,
    ).map((name) => ({ who: `eksAddons.${name} (by Pod Identity)`, endpoints: [other("eks-auth")] })),
    ...(cluster.sessionManager === false
      ? []
      : [{ who: "sessionManager", endpoints: ["ssm", "ssmmessages", "ec2messages"].map(other) }]),
    ...(cluster.endpointAccess.relay?.kind === "session-manager"
      ? [{ who: "endpointAccess.relay", endpoints: ["ssm", "ssmmessages"].map(other) }]
      : []),
    ...("aws-network-flow-monitoring-agent" in cluster.eksAddons
      ? [
          {
            who: "eksAddons.aws-network-flow-monitoring-agent",
            endpoints: [other("networkflowmonitorreports")],
          },
        ]
      : []),
    ...(Object.entries(THROUGH_ENDPOINTS) as [AddonName, readonly Endpoint[]][])
      .filter(([name]) => addons[name] !== false && !goesThroughProxy(config, name))
      .map(([name, endpoints]) => ({ who: `addons.${name}`, endpoints })),
    ...(externalSecrets && !goesThroughProxy(config, "externalSecrets")
      ? [{ who: "addons.externalSecrets", endpoints: storesOf(externalSecrets) }]
      : []),
    ...(fluentBit && fluentBit.destination.type === "cloudwatch" && !goesThroughProxy(config, "fluentBit")
      ? [{ who: "addons.fluentBit", endpoints: [other("logs")] }]
      : []),
    ...(reports(config) ? [{ who: "metrics of the fleet", endpoints: [other("aps-workspaces")] }] : []),
    ...(hasTopic ? [{ who: "addons.kubePrometheusStack.alerting", endpoints: [other("sns")] }] : []),
  ];
}

/** Says that endpoints have one that Terraform makes, or that exists. */
const hasEndpoint = (some: VpcEndpoints, endpoint: Endpoint): boolean =>
  typeof endpoint === "string"
    ? some[endpoint] || ENDPOINT_SERVICES[endpoint].every((service) => some.existing.includes(service))
    : [...some.others, ...some.existing].includes(endpoint.other);

const storesOf = ({ stores }: ExternalSecretsConfig): Endpoint[] => [
  ...(stores.secretsManager ? ["secretsManager" as const] : []),
  ...(stores.parameterStore ? [other("ssm")] : []),
];

/** Endpoints of the whole VPC: the main cluster's serve every cluster, but for gateways. */
function endpointsAreThere(config: ClusterEnvironmentConfig): string[] {
  const { endpoints } = config.network;
  const all = config.clusters.map(({ network }) => network.endpoints);
  const has = (endpoint: Endpoint): boolean =>
    (endpoint === "s3" ? [endpoints] : all).some((some) => hasEndpoint(some, endpoint));
  const needs = new Map<string, { readonly endpoint: Endpoint; readonly who: string[] }>();
  for (const { who, endpoints: needed } of callersOf(config)) {
    for (const endpoint of needed.filter((one) => !has(one))) {
      const key = typeof endpoint === "string" ? endpoint : endpoint.other;
      needs.set(key, { endpoint, who: [...(needs.get(key)?.who ?? []), who] });
    }
  }
  return [...needs].map(([name, { endpoint, who }]) =>
    typeof endpoint === "string"
      ? problem(
          ["endpoints", name],
          `true, since nat is "none" and ${who.join(" and ")} need it`,
          "false",
          "switch it on",
        )
      : problem(
          ["endpoints", "others"],
          `${name}, since nat is "none" and ${who.join(" and ")} need it`,
          show(endpoints.others.join(", ")),
          `add "${name}"`,
        ),
  );
}

function nothingCallsBeyond(config: ClusterEnvironmentConfig): string[] {
  const { addons } = config;
  const { fluentBit, kubePrometheusStack } = addons;
  const outside = kubePrometheusStack
    ? Object.entries(kubePrometheusStack.alerting.receivers).filter(([, receiver]) => isOutside(receiver))
    : [];
  return [
    ...(Object.entries(BEYOND_ENDPOINTS) as [AddonName, string][])
      .filter(([name]) => addons[name] !== false && !goesThroughProxy(config, name))
      .map(([name, what]) =>
        problem(
          ["addons", name],
          `false, since nat is "none" and it calls ${what}`,
          "on",
          'switch it off, or set nat to "single"',
        ),
      ),
    ...(fluentBit && fluentBit.destination.type === "logstash"
      ? [
          problem(
            ["addons", "fluentBit", "destination", "type"],
            'a destination in AWS, since nat is "none"',
            show("logstash"),
            'write { type: "cloudwatch", retentionDays: 30 }',
          ),
        ]
      : []),
    ...outside.map(([name, { kind }]) =>
      problem(
        ["addons", "kubePrometheusStack", "alerting", "receivers", name, "kind"],
        'sns, since nat is "none" and others are on the internet',
        show(kind),
        "leave the receiver out: the topic of the watchdog is in AWS",
      ),
    ),
  ];
}

/** Hosts that the images of add-ons come from. */
export const IMAGE_HOSTS = ["docker.io", "ghcr.io", "public.ecr.aws", "quay.io", "registry.k8s.io"] as const;

/** Endpoints of ECR reach the registries of their own region alone. */
const imagesComeFromTheRegistry = ({
  region,
  cluster,
  addons: { registries },
}: ClusterEnvironmentConfig): string[] => {
  const missing = IMAGE_HOSTS.filter(
    (host) => !new RegExp(`\\.ecr\\.${region}\\.amazonaws\\.com(/|$)`).test(registries[host] ?? ""),
  );
  return missing.length === 0 || cluster.proxy !== undefined
    ? []
    : [
        problem(
          ["addons", "registries"],
          `a copy in ECR of ${region} for images of ${oneOf(missing).replace("one of ", "")}, since nat is "none"`,
          show(Object.keys(registries).join(", ")),
          `write "<host>": "<account>.dkr.ecr.${region}.amazonaws.com/<prefix>", or name the environment in organisation.containerRegistry.replication`,
        ),
      ];
};
