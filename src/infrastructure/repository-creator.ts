import type { Construct } from "constructs";
import { serviceTrust } from "../constructs/iam-policy";
import { ServiceRole } from "./service-role";

export interface RepositoryCreatorProps {
  readonly name: string;
  readonly description: string;

  /** ARNs of the repositories that it makes; may end in `*`. */
  readonly repositories: readonly string[];

  /** ARN of the KMS key that encrypts what is in them. */
  readonly keyArn: string;
}

/**
 * Adds the role by which ECR makes repositories as a template says, encrypted with a key of ours.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-creation-templates.html
 */
export const repositoryCreator = (
  scope: Construct,
  id: string,
  { name, description, repositories, keyArn }: RepositoryCreatorProps,
): ServiceRole =>
  new ServiceRole(scope, id, {
    name,
    description,
    trust: serviceTrust("ecr.amazonaws.com"),
    managedPolicies: [],
    permissions: [
      { actions: ["ecr:CreateRepository", "ecr:TagResource"], resources: repositories },
      { actions: ["kms:CreateGrant", "kms:DescribeKey", "kms:RetireGrant"], resources: [keyArn] },
    ],
  });
