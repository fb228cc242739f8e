import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import type { Cluster } from "../../constructs/cluster";
import { DisruptionBudgets } from "../../constructs/disruption-budgets";
import { HelmRelease } from "../../constructs/helm-release";
import { Manifests } from "../../constructs/manifests";
import { SecureBucket } from "../../constructs/secure-bucket";
import { WorkloadRole } from "../../constructs/workload-role";
import { WORKFLOW_ACCOUNT, WorkflowAccount } from "./accounts";
import { artifactReaderPermissions, artifactRepository } from "./artifacts";
import { serverValues } from "./server";
import { workflowUsers, type WorkflowUsers } from "./users";
import {
  archiveAuthorities,
  containerValues,
  controllerValues,
  podLabels,
  type WorkflowArchive,
} from "./values";
import { DatabaseUser } from "../../constructs/database-user/database-user";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { inNamespace } from "../../constructs/network-peers";
import { argoWorkflowsNetwork } from "./network";

export interface ArgoWorkflowsProps extends AddonProps {
  readonly cluster: Cluster;

  /** Name of its public load balancer: at most 32 characters, once per account and region. */
  readonly loadBalancerName: string;

  /** The namespaces that workflows run in, its own among them. */
  readonly workflowNamespaces: readonly string[];
  readonly users: WorkflowUsers;

  /** The bucket for logs and artifacts, unique in all of AWS. */
  readonly bucketName: string;

  /** Days after which logs and artifacts are deleted. */
  readonly keepArtifactsDays: number;

  /** Deletes the bucket's objects when the bucket is destroyed. */
  readonly forceDestroy: boolean;

  /** A database that remembers workflows once the cluster has forgotten them; `false` for none. */
  readonly archive: WorkflowArchive | false;

  /** Accounts that workflows run as beside the one that all may use. */
  readonly accounts: readonly { readonly name: string; readonly namespace: string }[];
}

/**
 * Runs workflows: containers in an order, each started by people, at a time or by an event.
 *
 * @see https://argo-workflows.readthedocs.io
 */
export class ArgoWorkflows extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  /** Bucket for logs and artifacts. */
  readonly bucket: { readonly name: string; readonly region: string };

  constructor(scope: Construct, id: string, props: ArgoWorkflowsProps) {
    super(scope, id);
    const { cluster, namespace, workflowNamespaces, users, archive, registries, values, after = [] } = props;

    new SecureBucket(this, "artifacts", {
      name: props.bucketName,
      expireAfterDays: props.keepArtifactsDays,
      recoveryDays: 1,
      forceDestroy: props.forceDestroy,
    });
    this.bucket = { name: props.bucketName, region: cluster.region };

    const server = new WorkloadRole(this, "server", {
      cluster,
      namespace,
      serviceAccount: "argo-workflows-server",
      permissions: artifactReaderPermissions(this.bucket),
    });
    const accounts = workflowNamespaces.map(
      (target) =>
        new WorkflowAccount(this, `account-${target}`, {
          cluster,
          namespace: target,
          bucket: this.bucket,
          roleName: target === namespace ? WORKFLOW_ACCOUNT : `${WORKFLOW_ACCOUNT}-${target}`,
        }),
    );
    const people = new Manifests(this, "accounts", {
      namespace,
      releaseName: "argo-workflows-accounts",
      objects: [
        ...accounts.map(({ manifest }) => manifest),
        ...workflowUsers(users, namespace, workflowNamespaces),
      ],
      after: [...accounts.map(({ role }) => role), ...after],
    });

    const user =
      archive &&
      new DatabaseUser(this, "database-user", {
        ...{ namespace, registries, database: archive },
        addon: CHART.name,
        chartVersion: pinned(CHART, props.chartVersions).version,
      });

    this.peers = inNamespace(namespace, argoWorkflowsNetwork(props), props.egress);
    new DisruptionBudgets(this, "disruption-budgets", {
      namespace,
      addon: CHART.name,
      replicas: props.replicas,
      pods: { "workflow-controller": podLabels("workflow-controller"), server: podLabels("server") },
    });
    this.ready = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: {
        // The full ones are fetched from GitHub by a Job, which a cluster should not depend on.
        crds: { install: true, keep: true, full: false },
        images: { pullPolicy: "IfNotPresent" },
        createAggregateRoles: false,
        controller: controllerValues(props),
        server: { ...serverValues(props), serviceAccount: server.helmValues },
        workflow: {
          serviceAccount: { create: false, name: WORKFLOW_ACCOUNT },
          rbac: { create: true, serviceAccounts: props.accounts },
        },
        ...containerValues(props),
        ...(archive && { extraObjects: [archiveAuthorities(archive).configMap] }),
        ...artifactRepository(this.bucket),
      },
      overrides: values,
      registries,
      after: [server, people, user, ...after],
    }).ready;
  }
}
