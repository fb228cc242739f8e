import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { PRIORITY_CLASS } from "../../constructs/availability";
import type { Cluster, HostedZone } from "../../constructs/cluster";
import { HelmRelease } from "../../constructs/helm-release";
import type { Permission } from "../../constructs/iam-policy";
import { mirroredImage } from "../../constructs/registries";
import { WorkloadRole } from "../../constructs/workload-role";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { inNamespace } from "../../constructs/network-peers";
import { externalDnsNetwork } from "./network";

/** It runs once, whatever the replicas of others: two would undo each other's changes. */
export interface ExternalDnsProps extends Omit<AddonProps, "replicas"> {
  readonly cluster: Cluster;

  /** The only zone whose records it may change. */
  readonly zone: HostedZone;

  /**
   * The part of the zone that it looks after.
   *
   * @default - all of it
   */
  readonly domains?: readonly string[];

  /**
   * Makes records of annotated Services as well, for a reason.
   *
   * @default false
   */
  readonly services?: { readonly reason: string } | false;

  /**
   * Makes records of HTTPRoutes as well.
   *
   * @default false
   */
  readonly routes?: boolean;
}

/**
 * Keeps Route 53 records in step with the cluster's Ingresses.
 *
 * @see https://kubernetes-sigs.github.io/external-dns
 */
export class ExternalDns extends Construct implements Addon {
  readonly role: WorkloadRole;
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: ExternalDnsProps) {
    super(scope, id);
    const { cluster, zone, domains = [zone.name], namespace, registries, values, after = [] } = props;

    this.role = new WorkloadRole(this, "service-account", {
      cluster,
      namespace,
      serviceAccount: "external-dns",
      permissions: permissionsIn(zone),
    });

    this.peers = inNamespace(namespace, externalDnsNetwork, props.egress);
    this.ready = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: {
        image: { repository: mirroredImage(registries, "registry.k8s.io/external-dns/external-dns") },
        serviceAccount: this.role.helmValues,
        provider: { name: "aws" },
        env: [{ name: "AWS_DEFAULT_REGION", value: cluster.region }],
        extraArgs: ["--aws-zone-type=public"],
        // An annotation of any Service could take the name of another team's Ingress.
        sources: [
          "ingress",
          ...(props.services ? ["service"] : []),
          ...(props.routes ? ["gateway-httproute", "gateway-grpcroute"] : []),
        ],
        ...(props.routes && { enableGatewayListenerSets: true }),
        domainFilters: domains,
        policy: "upsert-only",
        registry: "txt",
        // The name in its TXT records: one cluster leaves another's records alone.
        txtOwnerId: cluster.name,
        interval: "5m",
        triggerLoopOnEvent: true,
        priorityClassName: PRIORITY_CLASS,
        resources: { requests: { cpu: "20m", memory: "64Mi" }, limits: { memory: "256Mi" } },
        serviceMonitor: { enabled: true },
      },
      overrides: values,
      registries,
      after: [this.role, ...after],
    }).ready;
  }
}

const permissionsIn = (zone: HostedZone): readonly Permission[] => [
  {
    actions: [
      "route53:ChangeResourceRecordSets",
      "route53:ListResourceRecordSets",
      "route53:ListTagsForResources",
    ],
    resources: [zone.arn],
  },
  { actions: ["route53:ListHostedZones"], anyResourceBecause: "listing zones has no resource level" },
];
