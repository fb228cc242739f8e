import { policyDocument } from "../constructs/iam-policy";

/** Actions that a pull of an image needs. */
export const PULL_IMAGE = [
  "ecr:BatchCheckLayerAvailability",
  "ecr:BatchGetImage",
  "ecr:GetDownloadUrlForLayer",
] as const;

/** Account as a policy names it: the account's own policies decide which of its roles it means. */
export const accountArn = (id: string): string => `arn:aws:iam::${id}:root`;

/** Role in another account that may give an image another tag. */
export interface Tagger {
  readonly account: string;

  /** ARN of the role, without any pattern. */
  readonly role: string;
}

export interface RepositoryPolicyProps {
  /** Accounts whose nodes and engineers may pull, twelve digits each. */
  readonly pullingAccounts: readonly string[];

  /**
   * Roles that may give an existing image another tag.
   *
   * @default - none
   */
  readonly taggers?: readonly Tagger[];
}

/** Policy of a repository for other accounts. It names no resource: that is the repository. */
export function repositoryPolicy({ pullingAccounts, taggers = [] }: RepositoryPolicyProps): string {
  const Principal = { AWS: pullingAccounts.map(accountArn) };

  return policyDocument([
    { Effect: "Allow", Principal, Action: [...PULL_IMAGE, "ecr:DescribeImages"] },
    ...(taggers.length === 0
      ? []
      : [
          {
            Effect: "Allow" as const,
            // A policy that named a role would be refused while the role does not exist, so it names the account.
            Principal: { AWS: [...new Set(taggers.map(({ account }) => accountArn(account)))] },
            // Layers take actions of their own, so no tagger can push what is not there.
            Action: ["ecr:PutImage"],
            Condition: { ArnEquals: { "aws:PrincipalArn": taggers.map(({ role }) => role) } },
          },
        ]),
  ]);
}
