import { KEEP } from "../../constructs/helm-release";
import type { HelmValues } from "../../constructs/helm-values";
import type { Manifest } from "../../constructs/manifests";
import type { Policy } from "./policies/policy";

/** An object that a policy is not about, for a time. */
export interface PolicyException {
  readonly namespace: string;

  /** The object's name. With a `*` at its end it is what names begin with, such as those of a DaemonSet's pods. */
  readonly name: string;
}

/**
 * Template that brings a policy's kind. An excepted object has no problem under any policy.
 *
 * @see https://open-policy-agent.github.io/gatekeeper/website/docs/constrainttemplates
 */
export const constraintTemplate = ({ kind, parameters, rego }: Policy): Manifest => ({
  apiVersion: "templates.gatekeeper.sh/v1",
  kind: "ConstraintTemplate",
  // Helm could not take away a constraint whose kind went before it.
  metadata: { name: kind.toLowerCase(), annotations: KEEP },
  spec: {
    crd: {
      spec: {
        names: { kind },
        validation: {
          openAPIV3Schema: { type: "object", properties: { ...parameters, exceptions: EXCEPTIONS } },
        },
      },
    },
    targets: [
      {
        target: "admission.k8s.gatekeeper.sh",
        code: [
          {
            engine: "Rego",
            source: { version: "v1", rego: `package ${kind.toLowerCase()}\n\n${VIOLATION}\n${rego}` },
          },
        ],
      },
    ],
  },
});

const EXCEPTIONS: HelmValues = {
  type: "array",
  items: {
    type: "object",
    properties: { namespace: { type: "string" }, name: { type: "string" } },
  },
};

/**
 * Violation with the object's name. A new object of a controller may have only the beginning of a name when
 * it is judged; if it has both, the beginning does not count.
 */
const VIOLATION = `violation contains {"msg": message} if {
	not excepted
	some message in problems
}

excepted if {
	some exception in input.parameters.exceptions
	exception.namespace == input.review.object.metadata.namespace
	is_called(exception.name, name)
}

name := input.review.object.metadata.name if has_name

name := object.get(input.review.object.metadata, "generateName", "") if not has_name

has_name if object.get(input.review.object.metadata, "name", "") != ""

is_called(wanted, name) if wanted == name

is_called(wanted, name) if {
	endswith(wanted, "*")
	startswith(name, trim_suffix(wanted, "*"))
}
`;
