import type { ITerraformDependable } from "cdktf";
import type { Permission } from "../../constructs/iam-policy";
import type { KeyService } from "../via-service";
import type { TenantPlace } from "../../names/tenant-resource-names";

/** Network of the cluster that a namespace is on. */
export interface TenantNetwork {
  readonly vpcId: string;

  /** Private subnets of the cluster. */
  readonly subnetIds: readonly string[];
}

/** Surroundings from which resources of a namespace are made. */
export interface ResourceParts {
  readonly place: TenantPlace;
  readonly accountId: string;
  readonly region: string;

  /** ARN of the key of the namespace, with which all its resources are encrypted. */
  readonly keyArn: string;

  /** ARN of the topic that tells the team of alarms. */
  readonly alarmTopicArn: string;

  /** True on a cluster that the public depends on. */
  readonly live: boolean;
  readonly network: TenantNetwork;

  /** Security group that databases admit. */
  readonly clientSecurityGroupId: string;

  /** Makes Terraform and AWS refuse to remove the resource. */
  readonly kept: boolean;
}

/** Database in which a Job makes the user of a tenant's pods, and the secret of its master, which RDS makes and keeps. */
export interface DatabaseMaster {
  readonly engine: "postgres" | "mysql";

  /** Identifier in AWS. */
  readonly id: string;
  readonly host: string;
  readonly port: number;
  readonly database: string;

  /** ARN of the secret with `username` and `password`. */
  readonly secretArn: string;
}

/** Part of a resource that pods get. */
export interface Offer {
  /** Values of the ConfigMap, by the keys of the kind. No value is a secret. */
  readonly config: Readonly<Record<string, string>>;

  /** Permissions of the service accounts that use the resource, besides those on the key. */
  readonly permissions: readonly (Permission & { readonly resources: readonly string[] })[];

  /**
   * Service through which pods use the key.
   *
   * @default - none: AWS uses it for its clients, and these need no right to it
   */
  readonly keyThrough?: KeyService;

  /**
   * Secrets that External Secrets copies into the namespace.
   *
   * @default - none
   */
  readonly copies?: readonly { readonly path: string; readonly name: string }[];

  /**
   * Key of another namespace that encrypts the resource, by its alias, and the use that pods make of it.
   *
   * @default - the namespace's own key
   */
  readonly foreignKey?: {
    readonly alias: string;
    readonly actions: readonly string[];
    readonly through: KeyService;
  };

  /**
   * User that a Job of the platform makes in a database.
   *
   * @default - none
   */
  readonly user?: DatabaseMaster;

  /** Resources that pods wait for. */
  readonly after: readonly ITerraformDependable[];
}
