import { NAME } from "./account";
import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import type { Cluster } from "../../constructs/cluster";
import { DisruptionBudgets } from "../../constructs/disruption-budgets";
import { HelmRelease } from "../../constructs/helm-release";
import type { HelmValues } from "../../constructs/helm-values";
import { INGRESS_CLASS } from "../../names/ingress-classes";
import { internetFacingIngress } from "../../constructs/internet-facing-ingress";
import { Manifests } from "../../constructs/manifests";
import { argoCdApplication, type BootstrapApplication } from "./application";
import { argoCdComponents, REPLICATED_PODS } from "./components";
import { argoCdNotifications, notificationsSecret, type NotificationsProps } from "./notifications";
import { argoCdProject, type ArgoCdProject } from "./projects";
import { argoCdRedis } from "./redis";
import { repositoryByAddress, repositoryCredentials, type RepositoryCredentials } from "./repositories";
import { argoCdSettings, type ArgoCdUsers, type Banner } from "./configuration";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { inNamespace } from "../../constructs/network-peers";
import { accountsOfParts, clusterSecret, rolesOfParts, type Workload } from "./workloads";
import type { WorkloadRole } from "../../constructs/workload-role";
import { argoCdNetwork } from "./network";

export interface ArgoCdProps extends AddonProps {
  readonly cluster: Cluster;

  /** Name of its public load balancer: at most 32 characters, once per account and region. */
  readonly loadBalancerName: string;

  /** Banner along the top of every page that names the environment. */
  readonly banner: Banner;
  readonly users: ArgoCdUsers;

  /** Name of the provider on the button by which users sign in. */
  readonly provider: string;

  /** Projects: the sources and destinations of their applications. */
  readonly projects: readonly ArgoCdProject[];

  /** The application that all others come from; `false` for none. */
  readonly bootstrap: BootstrapApplication | false;

  /** Credentials for repositories that are not public. */
  readonly repositories: readonly RepositoryCredentials[];

  /**
   * Clusters besides its own that it deploys to.
   *
   * @default - none
   */
  readonly workloads?: readonly Workload[];

  /** Receivers of messages about applications. */
  readonly notifications: NotificationsProps;
}

/**
 * Keeps what runs in the cluster the same as what Git says.
 *
 * Dex signs users in. Argo CD asks it only at sign-in, so nothing here waits for its address to be known.
 *
 * @see https://argo-cd.readthedocs.io
 */
export class ArgoCd extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: ArgoCdProps) {
    super(scope, id);
    const { namespace, registries, values, after = [] } = props;
    const { cluster, notifications, repositories, projects, bootstrap, workloads = [] } = props;
    const roles = rolesOfParts(this, cluster, namespace, workloads);

    const secrets = [
      ...repositories.map((repository) => repositoryCredentials(repository, namespace)),
      ...(bootstrap ? repositoryByAddress(bootstrap.repository, repositories, namespace) : []),
      ...notificationsSecret(notifications, namespace),
      ...workloads.map((workload) => clusterSecret(workload, namespace)),
    ];
    const credentials =
      secrets.length > 0 &&
      new Manifests(this, "credentials", {
        namespace,
        releaseName: "argo-cd-credentials",
        objects: secrets,
        after,
      });

    const release = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: valuesOf(props, roles),
      overrides: values,
      registries,
      // No part starts before its permissions.
      after: [credentials, ...roles, ...after],
    });

    new DisruptionBudgets(this, "disruption-budgets", {
      namespace,
      addon: CHART.name,
      replicas: props.replicas,
      pods: REPLICATED_PODS,
    });
    // The release brings the kinds of these objects. On destroy they go first, while its controllers still run.
    this.peers = inNamespace(namespace, argoCdNetwork(props), props.egress);
    this.ready = new Manifests(this, "projects", {
      namespace,
      releaseName: "argo-cd-projects",
      objects: [
        ...projects.map((project) => argoCdProject(project, namespace)),
        ...(bootstrap ? [argoCdApplication(bootstrap, namespace)] : []),
      ],
      after: [release],
    }).ready;
  }
}

function valuesOf(props: ArgoCdProps, roles: readonly WorkloadRole[]): HelmValues {
  const { cluster, users, provider, banner, notifications } = props;
  const zone = cluster.dnsZone.name;
  const { server, controller, ...components } = argoCdComponents(props);
  const accounts = accountsOfParts(roles);

  return {
    fullnameOverride: NAME,
    ...components,
    controller: { ...controller, ...accounts.controller },
    ...argoCdRedis(props),
    // The chart's own would let everybody in to its server.
    global: { ...components.global, domain: `argo.${zone}`, networkPolicy: { create: false } },
    crds: { install: true, keep: true },
    configs: argoCdSettings({ zone, users, provider, banner, isHub: roles.length > 0 }),
    server: { ...server, ...accounts.server, ingress: ingress(props) },
    notifications: { ...components.notifications, ...argoCdNotifications(notifications) },
    dex: { enabled: false },
  };
}

/**
 * One host for browsers and for the `argocd` program, whose gRPC the load balancer tells by its content type and sends
 * to a service of its own.
 */
const ingress = ({ cluster, loadBalancerName }: ArgoCdProps): HelmValues => ({
  enabled: true,
  controller: "aws",
  ingressClassName: INGRESS_CLASS,
  annotations: internetFacingIngress({
    loadBalancerName,
    healthCheckPath: "/healthz",
    visitors: cluster.administrators,
    addressPool: cluster.addressPool,
  }),
  aws: {
    serviceType: "ClusterIP",
    backendProtocolVersion: "GRPC",
    // Code 12, "unimplemented", is what a gRPC server that is well answers to a method it does not have.
    serviceAnnotations: {
      "alb.ingress.kubernetes.io/healthcheck-path": "/AWS.ALB/healthcheck",
      "alb.ingress.kubernetes.io/success-codes": "12",
    },
  },
});
