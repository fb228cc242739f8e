import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import type { Cluster } from "../../constructs/cluster";
import { HelmRelease } from "../../constructs/helm-release";
import type { HelmValues } from "../../constructs/helm-values";
import { mirroredImage, type Registries } from "../../constructs/registries";
import { WorkloadRole } from "../../constructs/workload-role";
import { EVENT_INPUTS, NODE_INPUTS, sections, type Section, SERVICE } from "./config";
import { NODE_PARSER } from "./fields";
import { environmentFilter, NODE_FILTERS } from "./filters";
import { type LogDestination, logOutput } from "./output";
import { onceInTheCluster, onEveryNode } from "./pods";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { inNamespace } from "../../constructs/network-peers";
import { fluentBitNetwork } from "./network";

/** It runs once on every node, whatever the replicas of others. */
export interface FluentBitProps extends Omit<AddonProps, "replicas"> {
  readonly cluster: Cluster;

  /** Environment that lines name as their source. */
  readonly environment: string;

  /**
   * Labels of lines in a fleet, by which its metrics and alerts are known too.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  readonly destination: LogDestination;

  /** Sends Kubernetes' events too. */
  readonly events: boolean;
}

/**
 * Sends what containers, nodes' kernels and Kubernetes' events say to where people search it.
 *
 * Lines that cannot be sent wait on the node's disk, up to four gigabytes, and are retried until they can;
 * then the oldest are lost. Events that happen while their one pod is replaced are read afterwards, for an
 * hour back.
 *
 * @see https://docs.fluentbit.io/manual/administration/buffering-and-storage
 */
export class FluentBit extends Construct implements Addon {
  /** Role for AWS; `undefined` if logs go elsewhere. */
  readonly role: WorkloadRole | undefined;
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: FluentBitProps) {
    super(scope, id);
    const { cluster, namespace, destination, registries, values, after = [] } = props;
    const { section: output, permissions, env } = logOutput(destination, cluster.region);

    this.role =
      permissions.length > 0
        ? new WorkloadRole(this, "service-account", {
            cluster,
            namespace,
            serviceAccount: CHART.name,
            permissions,
          })
        : undefined;
    const serviceAccount = this.role?.helmValues ?? { name: CHART.name };
    const release = {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      overrides: values,
      registries,
      after: [this.role, ...after],
    };
    const filters = [environmentFilter(props.environment, props.labels)];

    const lines = new HelmRelease(this, "release", {
      ...release,
      // Kubernetes replaces its pod on one node after the other.
      timeoutSeconds: 480,
      values: {
        ...container(registries),
        ...onEveryNode,
        serviceAccount,
        env: [{ name: "NODE_NAME", valueFrom: { fieldRef: { fieldPath: "spec.nodeName" } } }, ...env],
        config: config(NODE_INPUTS, [...NODE_FILTERS, ...filters], output),
      },
    });
    const events =
      props.events &&
      new HelmRelease(this, "events", {
        ...release,
        releaseName: "fluent-bit-events",
        values: {
          ...container(registries),
          ...onceInTheCluster,
          // One role has one subject, so both share the account, which the release above makes before anything else.
          serviceAccount: { create: false, name: CHART.name },
          env: [{ name: "NODE_NAME", value: "events" }, ...env],
          config: config(EVENT_INPUTS, filters, output),
        },
      });
    this.peers = inNamespace(namespace, fluentBitNetwork(props), props.egress);
    this.ready = [...lines.ready, ...(events ? events.ready : [])];
  }
}

const config = (inputs: readonly Section[], filters: readonly Section[], output: Section): HelmValues => ({
  service: sections([SERVICE]),
  inputs: sections(inputs),
  filters: sections(filters),
  outputs: sections([output]),
  customParsers: sections([NODE_PARSER]),
});

const container = (registries: Registries | undefined): HelmValues => ({
  image: { repository: mirroredImage(registries, "ghcr.io/fluent/fluent-bit") },
  testFramework: { enabled: false },
  resources: { requests: { cpu: "50m", memory: "96Mi" }, limits: { memory: "384Mi" } },
  serviceMonitor: { enabled: true },
});
