import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import { HelmRelease, TIMEOUT_BEFORE_OTHERS_SECONDS } from "../../constructs/helm-release";
import type { HelmValues } from "../../constructs/helm-values";
import { Manifests } from "../../constructs/manifests";
import { mirroredImage } from "../../constructs/registries";
import { type Constraint, constraint } from "./constraint";
import { gatekeeperConfig, gatekeeperMonitor } from "./objects";
import { POLICIES } from "./policies";
import type { Policy } from "./policies/policy";
import { constraintTemplate } from "./template";
import { SERVED_WITHIN_SECONDS, templatesAreServed } from "./templates-served";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { inNamespace } from "../../constructs/network-peers";
import { gatekeeperNetwork } from "./network";

/** Memory of a part, in MiB. */
export interface Memory {
  readonly requestMib: number;
  readonly limitMib: number;
}

export interface GatekeeperProps extends AddonProps {
  /**
   * Memory of the webhook, which judges objects as they come. It keeps every object that policies compare
   * others with.
   */
  readonly webhookMemory: Memory;

  /** Memory of the audit, which judges the existing objects again and again. */
  readonly auditMemory: Memory;
  readonly constraints: readonly Constraint[];
}

/**
 * Refuses objects that break the platform's policies, and reports those that are there already. First comes what
 * judges, then what can be judged, and only then what is.
 *
 * @see https://open-policy-agent.github.io/gatekeeper
 */
export class Gatekeeper extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: GatekeeperProps) {
    super(scope, id);
    const { namespace, registries, values, constraints, after } = props;
    const policies = policiesFor(constraints);

    const release = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: gatekeeperValues(props),
      overrides: values,
      registries,
      timeoutSeconds: TIMEOUT_BEFORE_OTHERS_SECONDS,
      after,
    });
    const templates = new Manifests(this, "templates", {
      namespace,
      releaseName: "gatekeeper-templates",
      objects: [
        gatekeeperConfig(namespace, constraints),
        gatekeeperMonitor(namespace),
        ...policies.map(constraintTemplate),
        ...templatesAreServed({
          namespace,
          templates: policies.map(({ kind }) => kind.toLowerCase()),
          image: `${crdsImage(props)}:v${pinned(CHART, props.chartVersions).version}`,
        }),
      ],
      after: [release],
      timeoutSeconds: SERVED_WITHIN_SECONDS + SECONDS_TO_START,
    });
    this.peers = inNamespace(namespace, gatekeeperNetwork, props.egress);
    this.ready = new Manifests(this, "constraints", {
      namespace,
      releaseName: "gatekeeper-constraints",
      objects: constraints.map(constraint),
      after: [templates],
    }).ready;
  }
}

/** Every policy, but for those that come with a constraint and have none. */
const policiesFor = (constraints: readonly Constraint[]): Policy[] =>
  Object.entries<Policy>(POLICIES)
    .filter(
      ([name, { byItsConstraint = false }]) =>
        !byItsConstraint || constraints.some(({ policy }) => policy === name),
    )
    .map(([, policy]) => policy);

/** Time in which the pod of the Job starts. */
const SECONDS_TO_START = 30;

/** Has kubectl and the chart's CRDs. */
const crdsImage = ({ registries }: GatekeeperProps): string =>
  mirroredImage(registries, "openpolicyagent/gatekeeper-crds");

const OFF = { enabled: false };

const gatekeeperValues = (props: GatekeeperProps): HelmValues => ({
  replicas: props.replicas,
  image: {
    repository: mirroredImage(props.registries, "openpolicyagent/gatekeeper"),
    crdRepository: crdsImage(props),
  },
  // Policies change no object, and call no outside service.
  disableMutation: true,
  enableExternalData: false,
  logDenies: true,
  auditInterval: 300,
  // Kinds that no constraint is about are not read.
  auditMatchKindOnly: true,
  // Its priority is open to all namespaces.
  resourceQuota: false,
  ...namespacesWithout(props.replicas),
  pdb: { controllerManager: { minAvailable: props.replicas > 1 ? props.replicas - 1 : 0 } },
  // Terraform labels the namespace, and the chart leaves it out by its name.
  postInstall: { labelNamespace: OFF, probeWebhook: OFF },
  upgradeCRDs: { priorityClassName: PRIORITY_CLASS },
  crds: { resources: { requests: { cpu: "10m", memory: "64Mi" }, limits: { memory: "256Mi" } } },
  controllerManager: {
    priorityClassName: PRIORITY_CLASS,
    topologySpreadConstraints: topologySpread({ "gatekeeper.sh/operation": "webhook" }),
    resources: resources(props.webhookMemory),
  },
  audit: { priorityClassName: PRIORITY_CLASS, resources: resources(props.auditMemory) },
});

/**
 * Decides about changes of namespaces while no replica answers. A single replica is away whenever its node goes, and
 * would block each of them until it is back, Terraform's too. Administrators alone may change namespaces.
 */
const namespacesWithout = (replicas: number): HelmValues =>
  replicas === 1 ? { validatingWebhookCheckIgnoreFailurePolicy: "Ignore" } : {};

const resources = ({ requestMib, limitMib }: Memory): HelmValues => ({
  requests: { cpu: "100m", memory: `${requestMib}Mi` },
  limits: { memory: `${limitMib}Mi` },
});
