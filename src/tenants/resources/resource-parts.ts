import type { ITerraformDependable } from "cdktf";
import type { Permission } from "../../constructs/iam-policy";
import type { TenantPlace } from "../../names/tenant-resource-names";

/** Surroundings from which resources of a namespace are made. */
export interface ResourceParts {
  readonly place: TenantPlace;
  readonly accountId: string;
  readonly region: string;

  /** ARN of the key of the namespace, with which all its resources are encrypted. */
  readonly keyArn: string;

  /** ARN of the topic that tells the team of alarms. */
  readonly alarmTopicArn: string;

  /** Makes Terraform and AWS refuse to remove the resource. */
  readonly kept: boolean;
}

/** Part of a resource that pods get. */
export interface Offer {
  /** Values of the ConfigMap, by the keys of the kind. No value is a secret. */
  readonly config: Readonly<Record<string, string>>;

  /** Permissions of the service accounts that use the resource, besides those on the key. */
  readonly permissions: readonly (Permission & { readonly resources: readonly string[] })[];

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
  readonly foreignKey?: { readonly alias: string; readonly actions: readonly string[] };

  /** Resources that pods wait for. */
  readonly after: readonly ITerraformDependable[];
}
