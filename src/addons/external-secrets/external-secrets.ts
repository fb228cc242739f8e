import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { NO_CHART_BUDGET, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import { DisruptionBudgets } from "../../constructs/disruption-budgets";
import { HelmRelease, KEEP } from "../../constructs/helm-release";
import type { HelmValues } from "../../constructs/helm-values";
import { Manifests } from "../../constructs/manifests";
import { mirroredImage } from "../../constructs/registries";
import type { Permission } from "../../constructs/iam-policy";
import { ASSUME } from "../../constructs/role-trust";
import { WorkloadRole } from "../../constructs/workload-role";
import { type CopiedSecret, externalSecret } from "../../constructs/external-secret";
import { workloadRoleName } from "../../names/cluster-names";
import { parameterStoreOf, PLATFORM_STORE, secretReadersPath } from "../../names/store-names";
import type { SecretReader } from "./readers";
import { SecretReaderRole } from "./secret-reader";
import { type SecretScope, secretStorePermissions, secretStores, type SecretStores } from "./secret-stores";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { inNamespace } from "../../constructs/network-peers";
import { externalSecretsNetwork } from "./network";

export interface ExternalSecretsProps extends AddonProps, SecretScope {
  readonly stores: SecretStores;

  /** Namespaces that read secrets, each with the names that it may read. */
  readonly readers: readonly SecretReader[];

  /**
   * Store that `secrets` come from.
   *
   * @default "secretsManager"
   */
  readonly secretsFrom?: keyof SecretStores;

  /** Secrets that the platform itself needs copies of. */
  readonly secrets: readonly CopiedSecret[];

  /**
   * Secrets that the platform copies for applications, each through the store of its namespace.
   *
   * @default - none
   */
  readonly forApplications?: readonly CopiedSecret[];
}

/**
 * Copies secrets from AWS into Kubernetes: the operator, then the stores it reads, then the platform's own secrets.
 * The operator may read nothing itself. It assumes the role of the store that an ExternalSecret names, and the store
 * serves its own namespaces alone.
 *
 * @see https://external-secrets.io
 */
export class ExternalSecrets extends Construct implements Addon {
  readonly role: WorkloadRole;
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: ExternalSecretsProps) {
    super(scope, id);
    const { cluster, namespace, secrets, forApplications = [], registries, values, after = [] } = props;

    this.role = new WorkloadRole(this, "service-account", {
      cluster,
      namespace,
      serviceAccount: "external-secrets",
      permissions: [assumeReaders(props)],
    });

    const readers = this.addReaders(props);
    const operator = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: { serviceAccount: this.role.helmValues, ...operatorValues(props) },
      overrides: values,
      registries,
      // A webhook of the new version and CRDs of the old one would refuse every secret.
      atomic: true,
      after: [this.role, ...after],
    });
    new DisruptionBudgets(this, "disruption-budgets", {
      namespace,
      addon: CHART.name,
      replicas: props.replicas,
      pods: Object.fromEntries(PARTS.map((name) => [name, podLabels(name)])),
    });
    // The operator's webhook judges a store, and its controller has to know the store when a secret names it.
    const store = new Manifests(this, "stores", {
      namespace,
      releaseName: "cluster-secret-store",
      objects: readers.flatMap(({ objects }) => objects),
      after: [operator, ...readers.map(({ role }) => role)],
    });
    const copies = new Manifests(this, "secrets", {
      namespace,
      releaseName: "cluster-secrets",
      objects: [
        ...secrets.map((secret) => externalSecret(from(props.secretsFrom, secret))),
        ...forApplications.map(externalSecret),
      ],
      after: [store],
    });
    this.peers = inNamespace(namespace, externalSecretsNetwork, props.egress);
    this.ready = copies.ready;
  }

  private addReaders({ readers, stores, ...props }: ExternalSecretsProps) {
    const { cluster } = props;

    return readers.map((reader) => {
      const { role: name, namespaces, names } = reader;
      const role = new SecretReaderRole(this, name.replace(/^external-secrets-/, "reader-"), {
        name: workloadRoleName(name, cluster.name),
        path: secretReadersPath(cluster.name),
        clusterName: cluster.name,
        operatorArn: this.role.arn,
        assumedBy: ASSUME,
        namespaces,
        permissions: secretStorePermissions(names, stores, props),
      });
      return { role, objects: secretStores(reader, role.arn, stores, cluster.region) };
    });
  }
}

/** A secret as its store knows it: names of parameters begin with a slash, those of secrets do not. */
const from = (source: ExternalSecretsProps["secretsFrom"], secret: CopiedSecret): CopiedSecret =>
  source === "parameterStore"
    ? { ...secret, path: `/${secret.path}`, store: parameterStoreOf(PLATFORM_STORE) }
    : secret;

const assumeReaders = ({ cluster, accountId }: ExternalSecretsProps): Permission => ({
  actions: ASSUME,
  resources: [`arn:aws:iam::${accountId}:role${secretReadersPath(cluster.name)}*`],
});

/** Parts of the operator, each a Deployment. */
const PARTS = ["external-secrets", "external-secrets-webhook", "external-secrets-cert-controller"] as const;

const podLabels = (name: (typeof PARTS)[number]) => ({ "app.kubernetes.io/name": name });

function operatorValues({ replicas, registries }: ExternalSecretsProps): HelmValues {
  const image = { repository: mirroredImage(registries, "ghcr.io/external-secrets/external-secrets") };
  const part = (
    name: (typeof PARTS)[number],
    memory: { readonly request: string; readonly limit: string },
  ): HelmValues => ({
    image,
    replicaCount: replicas,
    podDisruptionBudget: NO_CHART_BUDGET,
    topologySpreadConstraints: topologySpread(podLabels(name)),
    priorityClassName: PRIORITY_CLASS,
    livenessProbe: { enabled: true },
    resources: { requests: { cpu: "20m", memory: memory.request }, limits: { memory: memory.limit } },
  });

  return {
    ...part("external-secrets", { request: "128Mi", limit: "512Mi" }),
    readinessProbe: { enabled: true },
    // Else every replica writes every secret.
    leaderElect: true,
    webhook: part("external-secrets-webhook", { request: "64Mi", limit: "256Mi" }),
    certController: part("external-secrets-cert-controller", { request: "128Mi", limit: "512Mi" }),
    crds: { annotations: KEEP },
    // A store, a copy for several namespaces or a generator of a tenant's would use the operator's own role.
    // Stores read as roles of AWS. With tokens of service accounts the operator could be anyone in the cluster.
    rbac: {
      serviceAccountTokenCreate: false,
      servicebindings: { create: false },
      aggregateToEdit: false,
      aggregateToAdmin: false,
    },
    processSecretStore: false,
    processClusterExternalSecret: false,
    processClusterGenerator: false,
    processPushSecret: false,
    processClusterPushSecret: false,
    // By default a monitor is left out where Helm does not know its kind yet.
    serviceMonitor: { enabled: true, renderMode: "alwaysRender" },
  };
}
