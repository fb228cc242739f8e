import { Construct } from "constructs";
import type { Cluster } from "../../constructs/cluster";
import { WorkloadRole } from "../../constructs/workload-role";

export interface RenovateProps {
  readonly cluster: Cluster;
  readonly namespace: string;
}

/**
 * Role of Renovate: it may ask AWS for the versions of EKS's add-ons. Argo CD installs Renovate itself.
 *
 * @see https://docs.renovatebot.com/modules/datasource/aws-eks-addon/
 */
export class Renovate extends Construct {
  readonly role: WorkloadRole;

  constructor(scope: Construct, id: string, { cluster, namespace }: RenovateProps) {
    super(scope, id);

    this.role = new WorkloadRole(this, "service-account", {
      cluster,
      namespace,
      serviceAccount: "renovate-irsa",
      permissions: [
        {
          actions: ["eks:DescribeAddonVersions"],
          anyResourceBecause: "versions are AWS's own, and have no resource level",
        },
      ],
    });
  }
}
