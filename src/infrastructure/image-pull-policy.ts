import { policyDocument } from "../constructs/iam-policy";

/** Actions that a pull of an image needs. */
export const PULL_IMAGE = [
  "ecr:BatchCheckLayerAvailability",
  "ecr:BatchGetImage",
  "ecr:GetDownloadUrlForLayer",
] as const;

/** Actions that a push of an image needs. */
export const PUSH_IMAGE = [
  ...PULL_IMAGE,
  "ecr:CompleteLayerUpload",
  "ecr:DescribeImages",
  "ecr:InitiateLayerUpload",
  "ecr:PutImage",
  "ecr:UploadLayerPart",
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

  /**
   * Region in which functions of Lambda run the image.
   *
   * @default - Lambda may not pull it
   */
  readonly lambdaRegion?: string | undefined;
}

/** Policy of a repository for other accounts. It names no resource: that is the repository. */
export function repositoryPolicy(props: RepositoryPolicyProps): string {
  const { pullingAccounts, taggers = [], lambdaRegion } = props;
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
    ...(lambdaRegion === undefined ? [] : [lambdaPulls(lambdaRegion, pullingAccounts)]),
  ]);
}

/** Lets Lambda pull for functions of some accounts. Without the condition, functions of every account could. */
const lambdaPulls = (region: string, accounts: readonly string[]) => ({
  Effect: "Allow" as const,
  Principal: { Service: "lambda.amazonaws.com" },
  Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
  Condition: {
    ArnLike: { "aws:SourceArn": accounts.map((account) => `arn:aws:lambda:${region}:${account}:function:*`) },
  },
});
