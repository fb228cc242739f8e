import { policyDocument } from "../constructs/iam-policy";

/** What it takes to pull an image. */
export const PULL_IMAGE = [
  "ecr:BatchCheckLayerAvailability",
  "ecr:BatchGetImage",
  "ecr:GetDownloadUrlForLayer",
] as const;

/** An account as a policy names it: whoever in it that account itself allows. */
export const accountArn = (id: string): string => `arn:aws:iam::${id}:root`;

export interface RepositoryPolicyProps {
  /** Accounts whose nodes and people may pull, twelve digits each. */
  readonly pullingAccounts: readonly string[];

  /**
   * ARNs of roles in those accounts, `*` for any characters, that may give an image that is there another tag.
   *
   * @default - none
   */
  readonly taggers?: readonly string[];
}

/** What a repository lets other accounts do. Policies of repositories name no resource: it is the repository. */
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
