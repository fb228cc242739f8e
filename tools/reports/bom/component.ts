/** Kinds of third-party components. */
const KINDS = ["chart", "image", "eks-addon", "provider", "module"] as const;

/** Kind of a component. */
export type Kind = (typeof KINDS)[number];

/** One version of a component, in all places that use it. */
export interface Component {
  readonly kind: Kind;

  /** Name of a chart or an add-on, of an image with its registry, or of a provider as `hashicorp/aws`. */
  readonly name: string;

  /** Version; for an image, its tag. `undefined` for our own components, and for those used without one. */
  readonly version: string | undefined;

  /**
   * Digest of an image's content: `sha256:…`.
   *
   * @default - only its tag is known
   */
  readonly digest?: string;

  /**
   * Repository that a chart comes from.
   *
   * @default - none: such components have one source only
   */
  readonly repository?: string;

  /** True if it is in this repository. */
  readonly own: boolean;

  /** Names of environments, in order of promotion. */
  readonly environments: readonly string[];
}

/** Key of a component among all others. */
export const identity = ({ kind, name, version = "", digest = "" }: Component): string =>
  [kind, name, version, digest].join(" ");

/** The same components, each once and with all its environments, in the order in which they are listed. */
export function merged(components: readonly Component[]): Component[] {
  const byIdentity = new Map<string, Component>();
  for (const component of components) {
    const known = byIdentity.get(identity(component));
    const environments = [...new Set([...(known?.environments ?? []), ...component.environments])];
    byIdentity.set(identity(component), { ...component, environments });
  }
  return [...byIdentity.values()].sort(inOrder);
}

const inOrder = (one: Component, other: Component): number =>
  KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || (identity(one) < identity(other) ? -1 : 1);
