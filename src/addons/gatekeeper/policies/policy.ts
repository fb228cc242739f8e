import type { HelmValues } from "../../../constructs/helm-values";
import type { Manifest } from "../../../constructs/manifests";

/** Kinds of one API group. */
export interface Kinds {
  readonly apiGroups: readonly string[];
  readonly kinds: readonly string[];
}

/** Question of Kubernetes about an object, with the user who makes or changes it. */
export interface AdmissionReview {
  readonly apiVersion: "admission.k8s.io/v1";
  readonly kind: "AdmissionReview";
  readonly request: HelmValues;
}

/** Object that a policy lets in or refuses, with the objects that are in the cluster already. */
export interface PolicyCase {
  /** Such as `from anywhere else`. */
  readonly name: string;
  readonly object: Manifest | AdmissionReview;

  /** What it is refused with; `undefined` where it is let in. */
  readonly refusal?: string;

  /** @default - nothing */
  readonly inventory?: readonly Manifest[];
}

/** What must hold of objects, and objects that show it. */
export interface Policy {
  /** Kind of its constraints. In lower case it is the template's name. */
  readonly kind: string;
  readonly matches: readonly Kinds[];

  /** OpenAPI schemas of the parameters besides `exceptions`, which every policy has. */
  readonly parameters: HelmValues;

  /** What the cases are judged with. */
  readonly example: HelmValues;

  /**
   * Rego: rules for `problems`, each a set of messages about `input.review.object`. With `problem` come the
   * parameters as `input.parameters`, and what is in the cluster as `data.inventory`.
   */
  readonly rego: string;
  readonly cases: readonly PolicyCase[];
}

/** A pod in the namespace `apps`, of which a case says what it is about. */
export const pod = (
  spec: HelmValues,
  metadata: { readonly name?: string; readonly namespace?: string } = {},
) =>
  ({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "whitehall", namespace: "apps", ...metadata },
    spec,
  }) satisfies Manifest;

/** Containers of every sort, in Rego. */
export const CONTAINERS = `containers contains container if {
	some kind in {"containers", "initContainers", "ephemeralContainers"}
	some container in input.review.object.spec[kind]
}
`;
