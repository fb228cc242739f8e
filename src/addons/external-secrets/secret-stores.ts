import type { Cluster } from "../../constructs/cluster";
import type { Manifest } from "../../constructs/manifests";
import { READ_SECRETS } from "../../constructs/read-secrets";
import { parameterStoreOf } from "../../names/store-names";
import type { SecretReader } from "./readers";
import type { SecretPermission } from "./secret-reader";

/** AWS's stores that the cluster reads secrets from. */
export interface SecretStores {
  /** Secrets Manager, as ClusterSecretStore `aws-secretsmanager-…`. */
  readonly secretsManager: boolean;

  /** Systems Manager Parameter Store, as ClusterSecretStore `aws-parameterstore-…`. */
  readonly parameterStore: boolean;
}

/** Account and cluster whose secrets are read. */
export interface SecretScope {
  readonly cluster: Cluster;

  /** The AWS account that holds the secrets. */
  readonly accountId: string;
}

/**
 * The ClusterSecretStores of one reader. Each serves the reader's namespaces alone, and reads as the reader's role,
 * which the operator assumes: that works however roles reach pods.
 *
 * @see https://external-secrets.io/latest/provider/aws-access
 * @see https://external-secrets.io/latest/api/clustersecretstore/
 */
export const secretStores = (
  { store, namespaces }: Pick<SecretReader, "store" | "namespaces">,
  role: string,
  { secretsManager, parameterStore }: SecretStores,
  region: string,
): Manifest[] => {
  const of = (name: string, service: string): Manifest => ({
    apiVersion: "external-secrets.io/v1",
    kind: "ClusterSecretStore",
    metadata: { name },
    spec: { conditions: [{ namespaces }], provider: { aws: { service, region, role } } },
  });

  return [
    ...(secretsManager ? [of(store, "SecretsManager")] : []),
    ...(parameterStore ? [of(parameterStoreOf(store), "ParameterStore")] : []),
  ];
};

/**
 * Permissions to read the stores. Secrets are requested by name: finding them by tag or pattern would show
 * the operator every name in the account.
 */
export const secretStorePermissions = (
  names: readonly string[],
  { secretsManager, parameterStore }: SecretStores,
  { cluster: { region }, accountId }: SecretScope,
): readonly SecretPermission[] => [
  ...(secretsManager
    ? [
        {
          actions: READ_SECRETS,
          // Secrets Manager appends six characters to the name of a secret in its ARN.
          resources: names.map(
            (name) =>
              `arn:aws:secretsmanager:${region}:${accountId}:secret:${name}${name.endsWith("*") ? "" : "-??????"}`,
          ),
        },
      ]
    : []),
  ...(parameterStore
    ? [
        {
          actions: ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"],
          resources: names.map((name) => `arn:aws:ssm:${region}:${accountId}:parameter/${name}`),
        },
      ]
    : []),
];
