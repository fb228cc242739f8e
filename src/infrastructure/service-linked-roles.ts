import { IamServiceLinkedRole } from "@cdktf/provider-aws/lib/iam-service-linked-role";
import { Construct } from "constructs";

export interface ServiceLinkedRolesProps {
  /** Services whose role Terraform makes: `spot`, `autoscaling`, `opensearchservice`. */
  readonly services: readonly string[];
}

/**
 * Roles that services of AWS have in an account, once. EC2 makes the one for spot instances only for callers who may make
 * it, and Karpenter may not.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/service-linked-roles-spot-instance-requests.html
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/slr-aos.html
 */
export class ServiceLinkedRoles extends Construct {
  constructor(scope: Construct, id: string, { services }: ServiceLinkedRolesProps) {
    super(scope, id);
    for (const service of services) {
      new IamServiceLinkedRole(this, service, {
        awsServiceName: `${service}.amazonaws.com`,
        // The account has it after the cluster is gone: others may use it by then.
        lifecycle: { preventDestroy: true },
      });
    }
  }
}
