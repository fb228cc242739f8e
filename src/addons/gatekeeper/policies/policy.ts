import type { HelmValues } from "../../../constructs/helm-values";

/** Kinds of one API group. */
export interface Kinds {
  readonly apiGroups: readonly string[];
  readonly kinds: readonly string[];
}

/** Condition that objects must meet. */
export interface Policy {
  /** Kind of its constraints. In lower case it is the template's name. */
  readonly kind: string;
  readonly matches: readonly Kinds[];

  /**
   * True for a policy whose kinds few clusters have: its template is only where a constraint of it is.
   *
   * @default false
   */
  readonly byItsConstraint?: boolean;

  /** OpenAPI schemas of the parameters besides `exceptions`, which every policy has. */
  readonly parameters: HelmValues;

  /**
   * Rego: rules for `problems`, each a set of messages about `input.review.object`. With `problem` come the
   * parameters as `input.parameters`, and what is in the cluster as `data.inventory`.
   */
  readonly rego: string;
}

/** Containers of every sort, in Rego. */
export const CONTAINERS = `containers contains container if {
	some kind in {"containers", "initContainers", "ephemeralContainers"}
	some container in input.review.object.spec[kind]
}
`;
