import type { HelmValues } from "../../constructs/helm-values";
import type { Manifest } from "../../constructs/manifests";
import { POLICIES, type PolicyName } from "./policies";
import type { PolicyException } from "./template";

/** A policy at work. */
export interface Constraint {
  readonly policy: PolicyName;

  /** @default - the policy's */
  readonly name?: string;

  /** Effect on an object that breaks the policy: refused, admitted with a warning, or only reported. */
  readonly action: "deny" | "warn" | "dryrun";

  /**
   * Namespaces in which it holds.
   *
   * @default - everywhere
   */
  readonly namespaces?: readonly string[];

  /**
   * Label of the namespaces in which it holds.
   *
   * @default - namespaces need none
   */
  readonly namespaceLabel?: string;

  /** @default - the policy takes none */
  readonly parameters?: HelmValues;
  readonly exceptions: readonly PolicyException[];
}

/** @see https://open-policy-agent.github.io/gatekeeper/website/docs/howto#constraints */
export const constraint = ({
  policy,
  name = policy,
  action,
  namespaces,
  namespaceLabel,
  parameters,
  exceptions,
}: Constraint): Manifest => ({
  apiVersion: "constraints.gatekeeper.sh/v1beta1",
  kind: POLICIES[policy].kind,
  metadata: { name },
  spec: {
    enforcementAction: action,
    match: {
      kinds: POLICIES[policy].matches.map(({ apiGroups, kinds }) => ({ apiGroups, kinds })),
      ...(namespaces && { namespaces }),
      ...(namespaceLabel && {
        namespaceSelector: { matchExpressions: [{ key: namespaceLabel, operator: "Exists" }] },
      }),
    },
    parameters: {
      ...parameters,
      exceptions: exceptions.map(({ namespace, name }) => ({ namespace, name })),
    },
  },
});
