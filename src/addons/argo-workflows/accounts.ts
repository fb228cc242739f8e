import { Construct } from "constructs";
import type { Cluster } from "../../constructs/cluster";
import type { Permission } from "../../constructs/iam-policy";
import type { Manifest } from "../../constructs/manifests";
import { WorkloadRole } from "../../constructs/workload-role";
import { artifactPermissions, type ArtifactBucket } from "./artifacts";

export interface WorkflowAccountProps {
  readonly cluster: Cluster;
  readonly namespace: string;
  readonly bucket: ArtifactBucket;

  /** @default "argo-workflow" */
  readonly name?: string;

  /**
   * Role's name before the cluster's, for accounts with the same name in several namespaces.
   *
   * @default - the account's name
   */
  readonly roleName?: string;

  /**
   * Permissions of its workflows besides keeping artifacts.
   *
   * @default - nothing
   */
  readonly permissions?: readonly Permission[];
}

/** The account that workflows run as unless they say otherwise, in every namespace alike. */
export const WORKFLOW_ACCOUNT = "argo-workflow";

/** A service account that workflows run as, with the role that lets them keep logs and artifacts. */
export class WorkflowAccount extends Construct {
  readonly role: WorkloadRole;
  readonly manifest: Manifest;

  constructor(scope: Construct, id: string, props: WorkflowAccountProps) {
    super(scope, id);
    const { cluster, namespace, bucket, name = WORKFLOW_ACCOUNT, roleName, permissions = [] } = props;

    this.role = new WorkloadRole(this, "service-account", {
      cluster,
      namespace,
      serviceAccount: name,
      roleName,
      permissions: [artifactPermissions(bucket, namespace), ...permissions],
    });
    this.manifest = {
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: { name, namespace, annotations: this.role.helmValues.annotations },
    };
  }
}
