import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Aspects } from "cdktf";
import type { Construct } from "constructs";

/**
 * Bounds every IAM role below a construct: a role gets no permission that the policy lacks, whatever its own policies
 * allow.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function boundRoles(scope: Construct, policyArn: string): void {
  Aspects.of(scope).add({
    visit: (node) => {
      if (node instanceof IamRole) {
        node.permissionsBoundary = policyArn;
      }
    },
  });
}
