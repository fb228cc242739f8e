import { bounded } from "../../../src/names/bounded";

/**
 * Kinds of entities that the catalogue has.
 *
 * @see https://backstage.io/docs/features/software-catalog/descriptor-format/
 */
export type EntityKind = "Component" | "Domain" | "Group" | "Resource" | "System";

/** Page about an entity. */
export interface EntityLink {
  readonly url: string;
  readonly title: string;
}

/** Entity of Backstage's catalogue. */
export interface CatalogueEntity {
  readonly apiVersion: "backstage.io/v1alpha1";
  readonly kind: EntityKind;
  readonly metadata: {
    readonly name: string;
    readonly title?: string;
    readonly description: string;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly tags?: readonly string[];
    readonly links?: readonly EntityLink[];
  };
  readonly spec: Readonly<Record<string, unknown>>;
}

/** Characters of the longest name that Backstage takes. */
const LONGEST = 63;

/**
 * Name of an entity from its parts. No part has a dot, so no two lists of parts share a name; where the whole is too long, a hash ends
 * it.
 */
export const entityName = (...parts: readonly string[]): string => bounded(parts.join("."), LONGEST);

/** Reference to an entity, such as `resource:default/cluster.live`. */
export const refTo = (kind: EntityKind, ...parts: readonly string[]): string =>
  `${kind.toLowerCase()}:default/${entityName(...parts)}`;

/** Entity of a kind. */
export const entity = (
  kind: EntityKind,
  metadata: CatalogueEntity["metadata"],
  spec: CatalogueEntity["spec"],
): CatalogueEntity => ({ apiVersion: "backstage.io/v1alpha1", kind, metadata, spec });
