/** What a platform is made of that others have made. */
const KINDS = ["chart", "image", "eks-addon", "provider", "module"] as const;

/** What sort of thing the platform is made of. */
export type Kind = (typeof KINDS)[number];

/** One version of something, wherever it is used. */
export interface Component {
  readonly kind: Kind;

  /** A chart's or an add-on's name, an image with its registry, a provider as `hashicorp/aws`. */
  readonly name: string;

  /** A tag, where it is an image; nothing where it is our own, or whoever uses it does not say. */
  readonly version: string | undefined;

  /**
   * What an image is, bit by bit: `sha256:…`.
   *
   * @default - only its tag is known
   */
  readonly digest?: string;

  /**
   * The repository that a chart comes from.
   *
   * @default - there is only one place where such things are
   */
  readonly repository?: string;

  /** Whether it is in this repository. */
  readonly own: boolean;

  /** Names of environments, in order of promotion. */
  readonly environments: readonly string[];
}

/** What identifies a component among all others. */
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
