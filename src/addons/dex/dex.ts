import { Construct } from "constructs";
import type { Addon, AddonProps, Ready } from "../../constructs/addon";
import { NO_CHART_BUDGET, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import type { Cluster } from "../../constructs/cluster";
import { DisruptionBudgets } from "../../constructs/disruption-budgets";
import { HelmRelease } from "../../constructs/helm-release";
import type { HelmValues } from "../../constructs/helm-values";
import { INGRESS_CLASS } from "../../names/ingress-classes";
import { internetFacingIngress } from "../../constructs/internet-facing-ingress";
import { mirroredImage } from "../../constructs/registries";
import { DexClientSecrets } from "./client-secrets";
import { dexClients } from "./clients";
import { dexConfig, dexEnvironment } from "./config";
import { DexAdministrator } from "./administrator";
import type { DexUsers, ProviderSignIn } from "./users";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { inNamespace } from "../../constructs/network-peers";
import { dexNetwork } from "./network";

export interface DexProps extends AddonProps {
  readonly cluster: Cluster;

  /** Provider whose users sign in; `false` for one administrator with a password that Terraform generates. */
  readonly provider: ProviderSignIn | false;

  /** Namespace that workflows run in beside the platform's own; `undefined` for none. */
  readonly deliveryNamespace: string | undefined;

  /** The namespace of Grafana, Prometheus and Alertmanager. */
  readonly monitoringNamespace: string;

  /** Name of Dex's public load balancer: at most 32 characters, once per account and region. */
  readonly loadBalancerName: string;

  /** Name of the ClusterSecretStore for AWS Secrets Manager. */
  readonly secretStore: string;

  /** Path in Secrets Manager that the store may read. */
  readonly secretsPrefix: string;

  /** Days in which a deleted secret can be restored: 0 for not at all, or 7 to 30. */
  readonly secretRecoveryDays: number;

  /** True if people sign in to the Kubernetes API, too. EKS then reads Dex's keys from the internet. */
  readonly kubernetes: boolean;
}

/**
 * Signs people in to the platform's web applications, by their membership of groups at a provider or, where there is
 * none, as the administrator.
 *
 * @see https://dexidp.io/docs
 */
export class Dex extends Construct implements Addon {
  readonly ready: Addon["ready"];

  /** Credentials of its clients. An application that finds Dex when a user signs in waits for these alone. */
  readonly clients: Ready;
  readonly peers: Addon["peers"];

  /** Address under which clients know it. */
  readonly issuer: string;

  constructor(scope: Construct, id: string, props: DexProps) {
    super(scope, id);
    const { cluster, namespace, provider, registries, values, after = [] } = props;
    const host = `dex.${cluster.dnsZone.name}`;
    const email = `administrator@${cluster.dnsZone.name}`;
    const clients = dexClients({
      zone: cluster.dnsZone.name,
      services: namespace,
      delivery: props.deliveryNamespace,
      monitoring: props.monitoringNamespace,
    });

    this.clients = new DexClientSecrets(this, "clients", {
      clients,
      namespace,
      path: `${props.secretsPrefix}/dex/clients/${cluster.name}`,
      recoveryDays: props.secretRecoveryDays,
      secretStore: props.secretStore,
      after,
    });
    const secrets = [
      this.clients,
      provider === false &&
        new DexAdministrator(this, "administrator", {
          email,
          namespace,
          path: `${props.secretsPrefix}/dex/administrator/${cluster.name}`,
          recoveryDays: props.secretRecoveryDays,
          after,
        }),
    ];

    const users: DexUsers = provider || { kind: "administrator", email };
    this.issuer = `https://${host}`;
    const config = { issuer: this.issuer, users, clients, kubernetes: props.kubernetes };
    this.peers = inNamespace(namespace, dexNetwork(props), props.egress);
    this.ready = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: {
        config: dexConfig(config),
        envVars: dexEnvironment(config),
        ...deployment(props),
        ...hardening,
        ingress: ingress(host, props),
      },
      overrides: values,
      registries,
      after: [...secrets, ...after],
    }).ready;
    new DisruptionBudgets(this, "disruption-budgets", {
      namespace,
      addon: CHART.name,
      replicas: props.replicas,
      pods: { dex: POD_LABELS },
    });
  }
}

const POD_LABELS = { "app.kubernetes.io/name": CHART.name };

const deployment = ({ replicas, registries }: DexProps): HelmValues => ({
  image: { repository: mirroredImage(registries, "ghcr.io/dexidp/dex") },
  // Dex makes the CRDs of its Kubernetes storage itself.
  rbac: { createClusterScoped: true },
  replicaCount: replicas,
  podDisruptionBudget: NO_CHART_BUDGET,
  topologySpreadConstraints: topologySpread(POD_LABELS),
  priorityClassName: PRIORITY_CLASS,
  resources: { requests: { cpu: "50m", memory: "64Mi" }, limits: { memory: "256Mi" } },
  serviceMonitor: { enabled: true },
});

/** The user of Dex's image. */
const DEX_USER = 1001;

const hardening: HelmValues = {
  podSecurityContext: { fsGroup: DEX_USER, seccompProfile: { type: "RuntimeDefault" } },
  securityContext: {
    runAsNonRoot: true,
    runAsUser: DEX_USER,
    runAsGroup: DEX_USER,
    privileged: false,
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
    seccompProfile: { type: "RuntimeDefault" },
  },
  // The image's entry point writes the configuration, with its templates filled in, to /tmp.
  volumes: [{ name: "tmp", emptyDir: {} }],
  volumeMounts: [{ name: "tmp", mountPath: "/tmp" }],
};

const ingress = (host: string, { cluster, loadBalancerName, kubernetes }: DexProps): HelmValues => ({
  enabled: true,
  className: INGRESS_CLASS,
  annotations: internetFacingIngress({
    loadBalancerName,
    healthCheckPath: "/healthz",
    visitors: kubernetes ? undefined : cluster.administrators,
    addressPool: cluster.addressPool,
  }),
  hosts: [{ host, paths: [{ path: "/", pathType: "Prefix" }] }],
});
