import { Construct } from "constructs";
import { type Addon, type AddonProps, dependenciesOf } from "../../constructs/addon";
import { disruptionBudget, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import type { Cluster } from "../../constructs/cluster";
import { HelmRelease, KEEP, TIMEOUT_BEFORE_OTHERS_SECONDS } from "../../constructs/helm-release";
import type { HelmValues } from "../../constructs/helm-values";
import { type Manifest, Manifests } from "../../constructs/manifests";
import { mirroredImageParts } from "../../constructs/registries";
import { WorkloadRole } from "../../constructs/workload-role";
import { imageSignaturePolicy, type ImageSignatureSettings } from "./image-signature-policy";
import { type SignatureScope, signaturePermissions } from "./permissions";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { inNamespace } from "../../constructs/network-peers";
import { kyvernoNetwork } from "./network";
import { policyException, type PodException } from "./pod-security/exception";
import { CONTROL_NAMES, controlPolicy, JUDGED_NAMESPACES } from "./pod-security/policies";

/** Verification of images' signatures. */
export interface SignaturesProps
  extends SignatureScope, Pick<ImageSignatureSettings, "images" | "namespaces" | "enforce"> {}

/** The Pod Security Standards as Kyverno judges by them. */
export interface PodSecurityProps {
  /** Refuses pods instead of reporting them. */
  readonly enforce: boolean;
  readonly exceptions: readonly PodException[];
}

export interface KyvernoProps extends AddonProps {
  readonly cluster: Cluster;

  /** `false` without a registry of the organisation's own. */
  readonly signatures: SignaturesProps | false;

  /** `false` leaves the Pod Security Standards to the API server. */
  readonly podSecurity: PodSecurityProps | false;
}

/**
 * Looks at pods when they want to start: whether our own images are signed by us, and whether pods keep the Pod Security
 * Standards, workload by workload. The controller comes first, then the policies.
 *
 * It sees no other namespaces than those that its policies are about, so that it can hold nothing else up.
 *
 * @see https://kyverno.io
 */
export class Kyverno extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: KyvernoProps) {
    super(scope, id);
    const { cluster, namespace, signatures, podSecurity, registries, values } = props;
    const { after = [] } = props;

    const role =
      signatures &&
      new WorkloadRole(this, "service-account", {
        cluster,
        namespace,
        serviceAccount: "kyverno-admission-controller",
        permissions: signaturePermissions(signatures),
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
    this.peers = inNamespace(namespace, kyvernoNetwork(signatures !== false), props.egress);
    const images =
      signatures &&
      new Manifests(this, "policies", {
        namespace,
        releaseName: "image-signatures",
        objects: [imageSignaturePolicy({ ...signatures, key: keyOf(signatures) })],
        after: [release],
      });
    const pods =
      podSecurity &&
      new Manifests(this, "pod-security", {
        namespace,
        releaseName: "pod-security",
        objects: podSecurityObjects(podSecurity, namespace),
        after: [release],
      });
    this.ready = dependenciesOf([images, pods]);
  }
}

const keyOf = ({ signingKey }: SignaturesProps): ImageSignatureSettings["key"] =>
  "publicKey" in signingKey ? signingKey : { arn: signingKey.aliasArn };

/** Sends calls of KMS to where the key is, whatever the cluster's own region. A public key at hand needs no call. */
const inRegionOfKey = ({ signingKey }: SignaturesProps): HelmValues =>
  "publicKey" in signingKey ? {} : { extraEnvVars: [{ name: "AWS_REGION", value: signingKey.region }] };

/** Exceptions come with the policies, so that no pod of theirs is refused between the two. */
const podSecurityObjects = (
  { enforce, exceptions }: PodSecurityProps,
  namespace: string,
): readonly Manifest[] => [
  ...exceptions.map((exception) => policyException(exception, namespace)),
  ...CONTROL_NAMES.map((name) => controlPolicy(name, enforce)),
];

function valuesOf(props: KyvernoProps, role: WorkloadRole | false): HelmValues {
  const { replicas, registries, signatures, podSecurity } = props;
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
      ...(role && { rbac: { serviceAccount: role.helmValues } }),
      initContainer: { image: image("kyvernopre") },
      container: {
        image: image("kyverno"),
        resources: { requests: { cpu: "100m", memory: "256Mi" }, limits: { memory: "1Gi" } },
        ...(signatures && inRegionOfKey(signatures)),
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
    config: namespacesSeen(signatures, podSecurity),
    crds: { annotations: KEEP, migration: { image: image("kyverno-cli") } },
    webhooksCleanup: { image: image("readiness-checker") },
    features: {
      backgroundScan: podSecurity === false ? off : { enabled: true },
      generateValidatingAdmissionPolicy: off,
      validatingAdmissionPolicyReports: off,
      logging: { format: "json" },
      ...(signatures && { registryClient: { credentialHelpers: ["amazon"] } }),
      ...(podSecurity && { policyExceptions: { enabled: true, namespace: props.namespace } }),
    },
  };
}

/** Namespaces that the controller is asked about at all. Its own has other add-ons in it, which are judged as any pod is. */
const namespacesSeen = (
  signatures: SignaturesProps | false,
  podSecurity: PodSecurityProps | false,
): HelmValues =>
  podSecurity === false
    ? { webhooks: { namespaceSelector: { matchLabels: signatures ? signatures.namespaces : {} } } }
    : { excludeKyvernoNamespace: false, webhooks: { namespaceSelector: JUDGED_NAMESPACES } };
