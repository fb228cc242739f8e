import { policyDocument } from "../constructs/iam-policy";

/** Actions that a pull of an image needs. */
export const PULL_IMAGE = [
  "ecr:BatchCheckLayerAvailability",
  "ecr:BatchGetImage",
  "ecr:GetDownloadUrlForLayer",
] as const;

/** Account as a policy names it: the account's own policies decide which of its roles it means. */
export const accountArn = (id: string): string => `arn:aws:iam::${id}:root`;

export interface RepositoryPolicyProps {
  /** Accounts whose nodes and engineers may pull, twelve digits each. */
  readonly pullingAccounts: readonly string[];

  /**
   * ARNs of roles in those accounts, `*` for any characters, that may give an existing image another tag.
   *
   * @default - none
   */
  readonly taggers?: readonly string[];
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
            Principal,
            Action: ["ecr:PutImage"],
            Condition: { ArnLike: { "aws:PrincipalArn": taggers } },
          },
        ]),
  ]);
}
