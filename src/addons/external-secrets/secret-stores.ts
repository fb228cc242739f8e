import type { Cluster } from "../../constructs/cluster";
import { SECRETS_MANAGER_STORE } from "../../constructs/external-secret";
import type { Permission } from "../../constructs/iam-policy";
import type { Manifest } from "../../constructs/manifests";

/** AWS's stores that the cluster reads secrets from. */
export interface SecretStores {
  /** Secrets Manager, as ClusterSecretStore `aws-secretsmanager`. */
  readonly secretsManager: boolean;

  /** Systems Manager Parameter Store, as ClusterSecretStore `aws-parameterstore`. */
  readonly parameterStore: boolean;
}

/** Secrets of a store that the cluster reads. */
export interface SecretScope {
  readonly cluster: Cluster;

  /** The AWS account that holds the secrets. */
  readonly accountId: string;

  /** Beginnings of their paths, without a slash at either end. */
  readonly prefixes: readonly string[];
}

const PARAMETER_STORE = "aws-parameterstore";

/**
 * The ClusterSecretStores. They name no credentials and so use the operator's own role, which works however roles
 * reach pods.
 *
 * @see https://external-secrets.io/latest/provider/aws-access
 */
export const secretStores = (
  { secretsManager, parameterStore }: SecretStores,
  region: string,
): Manifest[] => [
  ...(secretsManager ? [secretStore(SECRETS_MANAGER_STORE, "SecretsManager", region)] : []),
  ...(parameterStore ? [secretStore(PARAMETER_STORE, "ParameterStore", region)] : []),
];

const secretStore = (name: string, service: string, region: string): Manifest => ({
  apiVersion: "external-secrets.io/v1",
  kind: "ClusterSecretStore",
  metadata: { name },
  spec: { provider: { aws: { service, region } } },
});

/**
 * Permissions to read the stores. Secrets are requested by name: finding them by tag or pattern would show
 * the operator every name in the account.
 */
export const secretStorePermissions = (
  { secretsManager, parameterStore }: SecretStores,
  { cluster: { region }, accountId, prefixes }: SecretScope,
): readonly Permission[] => [
  ...(secretsManager
    ? [
        {
          actions: [
            "secretsmanager:DescribeSecret",
            "secretsmanager:GetResourcePolicy",
            "secretsmanager:GetSecretValue",
            "secretsmanager:ListSecretVersionIds",
          ],
          resources: prefixes.map(
            (prefix) => `arn:aws:secretsmanager:${region}:${accountId}:secret:${prefix}/*`,
          ),
        },
      ]
    : []),
  ...(parameterStore
    ? [
        {
          actions: ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"],
          resources: prefixes.map((prefix) => `arn:aws:ssm:${region}:${accountId}:parameter/${prefix}/*`),
        },
      ]
    : []),
];
