import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { disruptionBudget, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import type { Cluster } from "../../constructs/cluster";
import { HelmRelease, KEEP, TIMEOUT_BEFORE_OTHERS_SECONDS } from "../../constructs/helm-release";
import type { HelmValues } from "../../constructs/helm-values";
import { Manifests } from "../../constructs/manifests";
import { mirroredImageParts } from "../../constructs/registries";
import { WorkloadRole } from "../../constructs/workload-role";
import { imageSignaturePolicy, type ImageSignatureSettings } from "./image-signature-policy";
import { type SignatureScope, signaturePermissions } from "./permissions";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { inNamespace } from "../../constructs/network-peers";
import { kyvernoNetwork } from "./network";

export interface KyvernoProps
  extends AddonProps, SignatureScope, Pick<ImageSignatureSettings, "images" | "namespaces" | "enforce"> {
  readonly cluster: Cluster;
}

/**
 * Looks whether our own images are signed by us when a pod wants to start with one: the controller, then the policy.
 *
 * It sees no other namespaces than those that carry the label, so that it can hold nothing else up.
 *
 * @see https://kyverno.io
 */
export class Kyverno extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: KyvernoProps) {
    super(scope, id);
    const { cluster, namespace, images, signingKey, namespaces, enforce, registries, values } = props;
    const { after = [] } = props;

    const role = new WorkloadRole(this, "service-account", {
      cluster,
      namespace,
      serviceAccount: "kyverno-admission-controller",
      permissions: signaturePermissions(props),
    });
    const release = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: valuesOf(props, role),
      overrides: values,
      registries,
      timeoutSeconds: TIMEOUT_BEFORE_OTHERS_SECONDS,
      after: [role, ...after],
    });
    this.peers = inNamespace(namespace, kyvernoNetwork, props.egress);
    this.ready = new Manifests(this, "policies", {
      namespace,
      releaseName: "image-signatures",
      objects: [imageSignaturePolicy({ images, keyArn: signingKey.aliasArn, namespaces, enforce })],
      after: [release],
    }).ready;
  }
}

function valuesOf(props: KyvernoProps, { helmValues }: WorkloadRole): HelmValues {
  const { replicas, registries, namespaces, signingKey } = props;
  const image = (name: string) => mirroredImageParts(registries, `ghcr.io/kyverno/${name}`);
  const part = (component: string): HelmValues => ({
    replicas,
    podDisruptionBudget: disruptionBudget(replicas),
    topologySpreadConstraints: topologySpread({ "app.kubernetes.io/component": component }),
    priorityClassName: PRIORITY_CLASS,
    serviceMonitor: { enabled: true },
  });
  const off = { enabled: false };

  return {
    admissionController: {
      ...part("admission-controller"),
      rbac: { serviceAccount: helmValues },
      initContainer: { image: image("kyvernopre") },
      container: {
        image: image("kyverno"),
        resources: { requests: { cpu: "100m", memory: "256Mi" }, limits: { memory: "1Gi" } },
        // The key is where the registry is, whatever the cluster's own region.
        extraEnvVars: [{ name: "AWS_REGION", value: signingKey.region }],
      },
    },
    reportsController: {
      ...part("reports-controller"),
      image: image("reports-controller"),
      resources: { requests: { cpu: "50m", memory: "128Mi" }, limits: { memory: "512Mi" } },
    },
    // Nothing is made, changed or cleaned up by policies here.
    backgroundController: off,
    cleanupController: off,
    config: { webhooks: { namespaceSelector: { matchLabels: namespaces } } },
    crds: { annotations: KEEP, migration: { image: image("kyverno-cli") } },
    webhooksCleanup: { image: image("readiness-checker") },
    features: {
      backgroundScan: off,
      generateValidatingAdmissionPolicy: off,
      validatingAdmissionPolicyReports: off,
      logging: { format: "json" },
      registryClient: { credentialHelpers: ["amazon"] },
    },
  };
}
