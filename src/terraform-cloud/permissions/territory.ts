import type { Conditions } from "../../constructs/iam-policy";
import type { CapabilityName } from "../../names/capability-names";
import type { PoolTerritory } from "./compute";
import type { Ownership } from "./ownership";
import type { Connections } from "./connections";
import type { AgentsTerritory } from "./agents";
import type { RelayTerritory } from "./relay";

/**
 * Part of an AWS account that belongs to the stacks of one cluster, those of its environment included if it is the main
 * one. Terraform's roles reach no further.
 */
export interface Territory {
  readonly accountId: string;
  readonly region: string;

  /** Name of the organisation, which begins names of analyzers. */
  readonly organisation: string;
  readonly clusterName: string;

  /** Names of buckets that Terraform makes. */
  readonly buckets: readonly string[];

  /** True where these buckets log who reads them. */
  readonly logsBuckets: boolean;

  /** Names of CloudWatch alarms that Terraform makes. */
  readonly alarms: readonly string[];

  /** Names of SNS topics that Terraform makes. */
  readonly topics: readonly string[];

  /** Names of the rules of EventBridge that Terraform makes. */
  readonly eventRules: readonly string[];

  /** Nodes that a controller makes in pools; `undefined` for none. */
  readonly pools: PoolTerritory | undefined;

  /** Way for people to a Kubernetes API inside the VPC; `undefined` for none. */
  readonly relay: RelayTerritory | undefined;

  /** Agents of HCP Terraform in the VPC; `undefined` for none. */
  readonly agents: AgentsTerritory | undefined;

  /** Connections of the VPC that Terraform makes. */
  readonly connections: Connections;

  /** True for a provider of OpenID Connect that Terraform associates with the cluster. */
  readonly identityProvider: boolean;
  /** Capabilities of EKS that the cluster has. */
  readonly capabilities: readonly CapabilityName[];

  /** Services whose role Terraform makes, such as `spot.amazonaws.com`. */
  readonly linkedServices: readonly string[];

  /** True for a file system whose folders pods share. */
  readonly fileSystem: boolean;

  /** Name of the log group of the workspace with a fleet's metrics; `undefined` without a workspace. */
  readonly metricsLogGroup: string | undefined;

  /** True for a workload cluster whose hub may read its logs. */
  readonly linksLogs: boolean;

  /** Names of databases that Terraform makes. */
  readonly databases: readonly string[];

  /** Names of the roles that Terraform makes, or their path with a `*`. */
  readonly roles: readonly string[];

  /** Names of those of them that Terraform hands to EKS. */
  readonly passedRoles: readonly string[];

  /** Those of them that another of them assumes. */
  readonly assumedRoles: readonly string[];

  /** Names of the roles of applications that read clusters, which are the same in every account. */
  readonly readerRoles: readonly string[];

  /** ARNs of the roles that these applications' pods assume, those of other accounts among them. */
  readonly readers: readonly string[];

  /** Name of the permissions boundary of all roles that Terraform makes. */
  readonly boundary: string;

  /** Beginning of the names of the secrets that the organisation keeps for its clusters. */
  readonly secretsPrefix: string;
  readonly owned: Ownership;
  readonly records: Records;

  /** Says that Terraform may destroy zones. */
  readonly destroysZones: boolean;

  /** True if Terraform may destroy a bucket with its objects. */
  readonly forceDestroy: boolean;

  /** True if Terraform looks up a zone that it does not make. */
  readonly findsZones: boolean;

  /** Names of secrets, or their prefixes with a `*`, that Terraform makes and keeps. */
  readonly secrets: readonly string[];

  /** Names of secrets that Terraform reads and does not make. */
  readonly readSecrets: readonly string[];

  /** Names of alarms and topics of the checks from outside, in the region that reports them; `false` for none. */
  readonly outside: OutsideNames | false;

  /** Names of the secrets for the receivers of control planes' logs. */
  readonly logReceiverSecrets: readonly string[];

  /** Names of the AWS managed policies that Terraform attaches to roles. */
  readonly managedPolicies: readonly string[];
}

/** Names of what tells people about the checks from outside. */
export interface OutsideNames {
  readonly alarms: readonly string[];
  readonly topics: readonly string[];
}

/** DNS records that Terraform keeps, in whichever zone. */
export interface Records {
  /** Names, or their beginnings or ends with a `*`. */
  readonly names: readonly string[];

  /** Public zones whose authorities for certificates Terraform names. */
  readonly authorised: readonly string[];

  /** Zones that Terraform makes, and empties where it may destroy them. */
  readonly zones: readonly string[];

  /** Zone of the cluster, whose records controllers keep. */
  readonly clusterZone: string;
}

/** Account and region of a territory's resources. */
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

/** Conditions that must both hold. They have no key in common. */
export const both = (one: Conditions, other: Conditions): Conditions =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((operator) => [
      operator,
      { ...one[operator], ...other[operator] },
    ]),
  );

/** Secrets Manager appends six characters to the name of a secret in its ARN. */
export const secretArns = (territory: Place, names: readonly string[]): string[] =>
  names.map((name) => regional(territory)("secretsmanager", `secret:${name}-??????`));

/** A zone's own name, and all names in it. */
export const below = (zone: string): string[] => [zone, `*.${zone}`];

/** ARNs of roles of these names. */
export const rolesNamed = ({ accountId }: Pick<Place, "accountId">, names: readonly string[]): string[] =>
  names.map((name) => `arn:aws:iam::${accountId}:role/${name}`);

/** ARNs that the roles of a cluster have, and those of others who name theirs alike: enough to read settings. */
export const rolesLikeOurs = (territory: Territory): string[] =>
  rolesNamed(territory, [`${territory.clusterName}-*`, `*-${territory.clusterName}`]);

/** ARN of the permissions boundary. */
export const boundaryOf = ({ accountId, boundary }: Pick<Territory, "accountId" | "boundary">): string =>
  `arn:aws:iam::${accountId}:policy/${boundary}`;

/** Condition that the role in question has, or gets, the permissions boundary. */
export const bounded = (territory: Pick<Territory, "accountId" | "boundary">) => ({
  StringEquals: { "iam:PermissionsBoundary": boundaryOf(territory) },
});

/** ARNs of the clusters' identity providers, without the one that Terraform's own roles trust. */
export const clusterIdentityProviders = ({ accountId, region }: Territory): string =>
  `arn:aws:iam::${accountId}:oidc-provider/oidc.eks.${region}.amazonaws.com/*`;
