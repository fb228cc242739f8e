/** Service account of the pods that read clusters, and name of the IAM role that they have. */
export const assumerName = (reader: string): string => `${reader}-assumer`;

/** IAM role by which a cluster is read, and the Kubernetes group of those who have it. */
export const assumedName = (reader: string): string => `${reader}-assumed`;

/** ARN of a role of an account. */
export const roleArn = (accountId: string, name: string): string => `arn:aws:iam::${accountId}:role/${name}`;
