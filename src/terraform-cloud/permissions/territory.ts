/**
 * Resources of an AWS account that belong to one environment's stacks. Terraform's roles reach no further.
 */
export interface Territory {
  readonly accountId: string;
  readonly region: string;

  /** Name of the organisation, which begins names of analyzers. */
  readonly organisation: string;
  readonly clusterNames: readonly string[];

  /** Names of buckets, or their prefixes with a `*`, that Terraform makes. */
  readonly buckets: readonly string[];

  /** Names of databases that Terraform makes. */
  readonly databases: readonly string[];

  /** Allows Terraform to destroy a bucket with its objects. */
  readonly forceDestroy: boolean;

  /** True if Terraform looks up a zone that it does not make. */
  readonly findsZones: boolean;

  /** Names of secrets, or their prefixes with a `*`, that Terraform makes and keeps. */
  readonly secrets: readonly string[];

  /** Names of secrets that Terraform reads and does not make. */
  readonly readSecrets: readonly string[];

  /** True if the environment has checks from outside. */
  readonly watchedFromOutside: boolean;

  /** Names of the secrets for the receivers of control planes' logs. */
  readonly logReceiverSecrets: readonly string[];

  /** Names of the AWS managed policies that Terraform attaches to roles. */
  readonly managedPolicies: readonly string[];
}

/** Account and region of a territory. */
type Place = Pick<Territory, "accountId" | "region">;

/** Writes the ARN of something in the territory's account and region. */
export const regional =
  ({ region, accountId }: Place) =>
  (service: string, resource: string): string =>
    `arn:aws:${service}:${region}:${accountId}:${resource}`;

/** Condition for actions without an ARN to name. */
export const inRegion = ({ region }: Pick<Place, "region">) => ({
  StringEquals: { "aws:RequestedRegion": region },
});

/** ARNs of secrets. Secrets Manager appends six characters to a secret's name. */
export const secretArns = (territory: Place, names: readonly string[]): string[] =>
  names.map((name) => regional(territory)("secretsmanager", `secret:${name}-??????`));

/** ARNs of the roles that stacks make: `<cluster>-…` for AWS services, `…-<cluster>` for service accounts. */
export const roleArns = ({ accountId, clusterNames }: Territory): string[] => [
  ...clusterNames.map((name) => `arn:aws:iam::${accountId}:role/${name}-*`),
  ...clusterNames.map((name) => `arn:aws:iam::${accountId}:role/*-${name}`),
];

/** ARNs of the clusters' identity providers, without the one that Terraform's own roles trust. */
export const clusterIdentityProviders = ({ accountId, region }: Territory): string =>
  `arn:aws:iam::${accountId}:oidc-provider/oidc.eks.${region}.amazonaws.com/*`;
