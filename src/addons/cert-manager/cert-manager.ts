import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { disruptionBudget, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import type { Cluster } from "../../constructs/cluster";
import { HelmRelease } from "../../constructs/helm-release";
import type { HelmValues } from "../../constructs/helm-values";
import { Manifests } from "../../constructs/manifests";
import { inNamespace } from "../../constructs/network-peers";
import { mirroredImage } from "../../constructs/registries";
import { WorkloadRole } from "../../constructs/workload-role";
import type { CertificateConfig, IssuerConfig } from "./certificates";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { certManagerNetwork, part } from "./network";
import { certificate, clusterIssuer } from "./objects";
import { certManagerPermissions } from "./permissions";

export interface CertManagerProps extends AddonProps {
  readonly cluster: Cluster;
  readonly issuers: Readonly<Record<string, IssuerConfig>>;

  /** Certificates by namespace and Secret. */
  readonly certificates: Readonly<Record<string, Readonly<Record<string, CertificateConfig>>>>;
}

/**
 * Gets certificates for names of the cluster's zone, keeps them in Secrets, and renews them: the controller, then the
 * issuers and the certificates. Annotations of Ingresses make none.
 *
 * @see https://cert-manager.io/docs/
 */
export class CertManager extends Construct implements Addon {
  readonly role: WorkloadRole;
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: CertManagerProps) {
    super(scope, id);
    const { cluster, namespace, issuers, certificates, registries, values, after = [] } = props;

    this.role = new WorkloadRole(this, "service-account", {
      cluster,
      namespace,
      serviceAccount: "cert-manager",
      permissions: certManagerPermissions(cluster.dnsZone),
    });
    this.peers = inNamespace(namespace, certManagerNetwork, props.egress);

    const controller = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: { serviceAccount: this.role.helmValues, ...controllerValues(props) },
      overrides: values,
      registries,
      after: [this.role, ...after],
    });
    this.ready = new Manifests(this, "certificates", {
      namespace,
      releaseName: "cert-manager-certificates",
      objects: [
        ...Object.entries(issuers).map(([name, issuer]) =>
          clusterIssuer(name, issuer, cluster.dnsZone, cluster.region),
        ),
        ...Object.entries(certificates).flatMap(([application, own]) =>
          Object.entries(own).map(([secret, one]) => certificate(application, secret, one)),
        ),
      ],
      after: [controller],
    }).ready;
  }
}

function controllerValues({ namespace, replicas, registries }: CertManagerProps): HelmValues {
  const image = (name: string): HelmValues => ({
    image: { repository: mirroredImage(registries, `quay.io/jetstack/cert-manager-${name}`) },
  });
  // One of the controllers and of the injectors leads; the others wait for it to fail.
  const pods = ({ labels }: ReturnType<typeof part>, memory: string): HelmValues => ({
    replicaCount: replicas,
    podDisruptionBudget: disruptionBudget(replicas),
    topologySpreadConstraints: topologySpread(labels),
    resources: { requests: { cpu: "10m", memory: "64Mi" }, limits: { memory } },
  });

  return {
    ...image("controller"),
    ...pods(part("controller", "cert-manager"), "256Mi"),
    webhook: { ...image("webhook"), ...pods(part("webhook"), "128Mi"), securePort: 10_250 },
    cainjector: { ...image("cainjector"), ...pods(part("cainjector"), "512Mi") },
    acmesolver: image("acmesolver"),
    startupapicheck: {
      ...image("startupapicheck"),
      resources: { requests: { cpu: "10m", memory: "32Mi" }, limits: { memory: "64Mi" } },
    },
    crds: { enabled: true, keep: true },
    global: {
      priorityClassName: PRIORITY_CLASS,
      leaderElection: { namespace },
      // Levels of access are lists of rules, which no chart adds to.
      rbac: { aggregateClusterRoles: false },
    },
    // An annotation of any Ingress could have a certificate of another team's name.
    extraArgs: ["--controllers=*,-ingress-shim,-gateway-shim"],
    // Network policies let it ask the cluster's name servers alone.
    dns01RecursiveNameserversOnly: true,
    prometheus: { servicemonitor: { enabled: true } },
  };
}
