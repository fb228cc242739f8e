/** Name of the ClusterSecretStore for secrets of AWS Secrets Manager in the platform's own namespaces. */
export const PLATFORM_STORE = "aws-secretsmanager-platform";

/** Name of the ClusterSecretStore that serves one namespace of applications. */
export const namespaceStore = (namespace: string): string => `aws-secretsmanager-${namespace}`;

/** Name of the store for Parameter Store beside one for Secrets Manager. */
export const parameterStoreOf = (store: string): string =>
  `aws-parameterstore${store.replace(/^aws-secretsmanager/, "")}`;

/** Path of the IAM roles by which a cluster's secrets are read. One pattern names them all, however many there are. */
export const secretReadersPath = (cluster: string): string => `/external-secrets/${cluster}/`;
