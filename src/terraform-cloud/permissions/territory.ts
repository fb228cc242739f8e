/** What of an AWS account belongs to one environment's stacks, so that Terraform's roles reach no further. */
export interface Territory {
  readonly accountId: string;
  readonly region: string;

  /** Name of the organisation, with which names of analyzers begin. */
  readonly organisation: string;
  readonly clusterNames: readonly string[];

  /** Names of buckets, or their beginnings with a `*`, that Terraform makes. */
  readonly buckets: readonly string[];

  /** Names of databases that Terraform makes. */
  readonly databases: readonly string[];

  /** Whether a bucket may be destroyed with what is in it. */
  readonly forceDestroy: boolean;

  /** Whether Terraform looks up a zone that it does not make. */
  readonly findsZones: boolean;

  /** Names of secrets, or their beginnings with a `*`, that Terraform makes and keeps. */
  readonly secrets: readonly string[];

  /** Names of secrets that Terraform reads and somebody else keeps. */
  readonly readSecrets: readonly string[];

  /** Whether anything looks at the environment from outside. */
  readonly watchedFromOutside: boolean;

  /** Names of the secrets of the receivers that control planes' logs are sent on to. */
  readonly logReceiverSecrets: readonly string[];

  /** Names of AWS's own policies that Terraform attaches to roles. */
  readonly managedPolicies: readonly string[];
}

/** Where the resources of a territory are. */
type Place = Pick<Territory, "accountId" | "region">;

/** Writes the ARN of something in the territory's account and region. */
export const regional =
  ({ region, accountId }: Place) =>
  (service: string, resource: string): string =>
    `arn:aws:${service}:${region}:${accountId}:${resource}`;

/** Bounds what has no ARN to name. */
export const inRegion = ({ region }: Pick<Place, "region">) => ({
  StringEquals: { "aws:RequestedRegion": region },
});

/** Secrets Manager appends six characters to the name of a secret in its ARN. */
export const secretArns = (territory: Place, names: readonly string[]): string[] =>
  names.map((name) => regional(territory)("secretsmanager", `secret:${name}-??????`));

/** The roles that stacks make: `<cluster>-…` for AWS services, `…-<cluster>` for service accounts. */
export const roleArns = ({ accountId, clusterNames }: Territory): string[] => [
  ...clusterNames.map((name) => `arn:aws:iam::${accountId}:role/${name}-*`),
  ...clusterNames.map((name) => `arn:aws:iam::${accountId}:role/*-${name}`),
];

/** The identity providers of clusters, and not the one that Terraform's own roles trust. */
export const clusterIdentityProviders = ({ accountId, region }: Territory): string =>
  `arn:aws:iam::${accountId}:oidc-provider/oidc.eks.${region}.amazonaws.com/*`;
