/** Actions by which External Secrets reads secrets of Secrets Manager. */
export const READ_SECRETS = [
  "secretsmanager:DescribeSecret",
  "secretsmanager:GetResourcePolicy",
  "secretsmanager:GetSecretValue",
  "secretsmanager:ListSecretVersionIds",
] as const;
