import type { StackName } from "../environment/stack-names";

/**
 * A resource under another address than before: Terraform renames it in its state instead of destroying it and
 * making it anew. Can go once it was applied.
 *
 * @see https://developer.hashicorp.com/terraform/language/block/moved
 */
export interface MovedResource {
  /** The stack whose state it is in. */
  readonly stack: StackName;

  /**
   * Name of the cluster whose stack it is, where that is not the main one.
   *
   * @default - the main cluster
   */
  readonly cluster?: string;

  /** The address it had, such as `aws_subnet.network_old`; also one inside a module. */
  readonly from: string;

  /** The address that it has now. */
  readonly to: string;
}

/**
 * Something that exists already and that Terraform takes into its state instead of making it. Can go once it was
 * applied.
 *
 * @see https://developer.hashicorp.com/terraform/language/block/import
 */
export interface ImportedResource {
  /** The stack whose state it comes into. */
  readonly stack: StackName;

  /**
   * Name of the cluster whose stack it is, where that is not the main one.
   *
   * @default - the main cluster
   */
  readonly cluster?: string;

  /** The address of the resource that describes it. */
  readonly address: string;

  /** What the provider calls it: its documentation ends with the form, under "Import". */
  readonly id: string;
}

/** What Terraform does to its state, and to nothing else, before it plans. */
export interface StateSettings {
  /** @default - nothing */
  readonly moved?: readonly MovedResource[];

  /** @default - nothing */
  readonly imported?: readonly ImportedResource[];
}

/** Every list present. */
export type StateConfig = Required<StateSettings>;
