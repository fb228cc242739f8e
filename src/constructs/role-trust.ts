import type { Statement } from "./iam-policy";

/** Role that may assume another. */
export interface AssumedBy {
  /** Account of the role, twelve digits. */
  readonly accountId: string;
  readonly roleArn: string;
}

/**
 * Actions of a role that assumes another. Sessions of Pod Identity carry tags on, which the caller's role and the trust of the
 * other must both allow.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html
 */
export const ASSUME = ["sts:AssumeRole", "sts:TagSession"];

/**
 * Trust in one role, which a condition names: IAM refuses a principal that does not exist yet.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
 */
export const trustOfRole = ({ accountId, roleArn }: AssumedBy): Statement => ({
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${accountId}:root` },
  Action: ASSUME,
  Condition: { StringEquals: { "aws:PrincipalArn": roleArn } },
});
