import type { HelmValues } from "../../../constructs/helm-values";
import type { Manifest } from "../../../constructs/manifests";

/** Question of Kubernetes about an object, with the user who makes or changes it. */
export interface AdmissionReview {
  readonly apiVersion: "admission.k8s.io/v1";
  readonly kind: "AdmissionReview";
  readonly request: HelmValues;
}

/** Object that a policy lets in or refuses, and objects that are in the cluster already. */
export interface PolicyCase {
  /** Such as `from anywhere else`. */
  readonly name: string;
  readonly object: Manifest | AdmissionReview;

  /**
   * Message of the refusal.
   *
   * @default - the policy lets it in
   */
  readonly refusal?: string;

  /** @default - nothing */
  readonly inventory?: readonly Manifest[];
}

/** Evidence that a policy works. */
export interface PolicyCases {
  /** Parameters of the constraint that judges the cases. */
  readonly parameters: HelmValues;

  /** Cases, at least one that the policy lets in and one that it refuses. */
  readonly cases: readonly PolicyCase[];
}

/** Pod in the namespace `apps`, with the specification that a case is about. */
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
