import type { StackName } from "./stack-names";

/**
 * A resource with a new address: Terraform renames it in its state instead of destroying it and making it
 * anew. Remove the item once it was applied.
 *
 * @see https://developer.hashicorp.com/terraform/language/block/moved
 */
export interface MovedResource {
  /** Stack with the state. */
  readonly stack: StackName;

  /**
   * Name of the cluster whose stack it is, if that is not the main one.
   *
   * @default - the main cluster
   */
  readonly cluster?: string;

  /** Former address, such as `aws_subnet.network_old`; also one inside a module. */
  readonly from: string;

  /** Present address. */
  readonly to: string;
}

/**
 * An existing thing that Terraform takes into its state instead of making it. Remove the item once it was
 * applied.
 *
 * @see https://developer.hashicorp.com/terraform/language/block/import
 */
export interface ImportedResource {
  /** Stack with the state. */
  readonly stack: StackName;

  /**
   * Name of the cluster whose stack it is, if that is not the main one.
   *
   * @default - the main cluster
   */
  readonly cluster?: string;

  /** Address of the resource that describes it. */
  readonly address: string;

  /** Id in the provider's form, which its documentation shows at the end, under "Import". */
  readonly id: string;
}

/**
 * A thing that Terraform takes out of its state and leaves as it is. Remove the item once it was applied.
 *
 * @see https://developer.hashicorp.com/terraform/language/block/removed
 */
export interface RemovedResource {
  /** Stack with the state. */
  readonly stack: StackName;

  /**
   * Name of the cluster whose stack it is, if that is not the main one.
   *
   * @default - the main cluster
   */
  readonly cluster?: string;

  /** Former address, which stands for all instances that are there: `module.eks.aws_launch_template.this`. */
  readonly from: string;
}

/** Changes that Terraform makes to its state, and to nothing else, before it plans. */
export interface StateSettings {
  /** @default - nothing */
  readonly moved?: readonly MovedResource[];

  /** @default - nothing */
  readonly imported?: readonly ImportedResource[];

  /** @default - nothing */
  readonly removed?: readonly RemovedResource[];
}

/** State settings with every list present. */
export type StateConfig = Required<StateSettings>;
