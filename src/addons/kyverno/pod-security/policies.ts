import type { Manifest } from "../../../constructs/manifests";
import { BASELINE } from "./baseline";
import type { Control, Level } from "./control";
import { RESTRICTED } from "./restricted";

/** Name of a control's policy. */
export type ControlName = keyof typeof BASELINE | keyof typeof RESTRICTED;

/** Every control, by the name of its policy. */
export const CONTROLS: Readonly<Record<ControlName, Control>> = { ...BASELINE, ...RESTRICTED };

/** Names of the policies, by which exceptions name them. */
export const CONTROL_NAMES = Object.keys(CONTROLS) as [ControlName, ...ControlName[]];

/** True for the name of a policy of Kyverno's. */
export const isControl = (name: string): name is ControlName => Object.hasOwn(CONTROLS, name);

/** Label of the level that Pod Security reports of a namespace: every namespace of ours has it, and no other. */
const REPORTED = "pod-security.kubernetes.io/audit";

/** Label of the level that Pod Security holds a namespace to. */
const ENFORCED = "pod-security.kubernetes.io/enforce";

/**
 * Namespaces in which controls hold. Those of "baseline" hold in namespaces with a privileged pod too, which Pod Security
 * can only let in with every other pod there; those of "restricted" hold where Pod Security enforces that level.
 */
const SELECTORS: Readonly<Record<Level, Manifest["spec"]>> = {
  baseline: { matchExpressions: [{ key: REPORTED, operator: "In", values: ["baseline", "restricted"] }] },
  restricted: { matchLabels: { [ENFORCED]: "restricted" } },
};

/** Namespaces that some control is about. */
export const JUDGED_NAMESPACES = SELECTORS.baseline;

/**
 * Policy of one control. It judges pods alone, since whatever makes pods, they come by here.
 *
 * @see https://kyverno.io/docs/policy-types/validating-policy/
 */
export const controlPolicy = (name: ControlName, enforce: boolean): Manifest => {
  const { level, pod, container, expected } = CONTROLS[name];
  return {
    apiVersion: "policies.kyverno.io/v1",
    kind: "ValidatingPolicy",
    metadata: { name },
    spec: {
      validationActions: [enforce ? "Deny" : "Audit"],
      // Pod Security refuses on while Kyverno is away, whose own pods these policies judge too.
      failurePolicy: "Ignore",
      evaluation: { background: { enabled: true } },
      autogen: { podControllers: { controllers: [] } },
      matchConstraints: {
        namespaceSelector: SELECTORS[level],
        resourceRules: [
          {
            apiGroups: [""],
            apiVersions: ["v1"],
            operations: ["CREATE", "UPDATE"],
            resources: ["pods", "pods/ephemeralcontainers"],
          },
        ],
      },
      variables: [
        {
          name: "containers",
          expression:
            "object.spec.?containers.orValue([]) + object.spec.?initContainers.orValue([]) + " +
            "object.spec.?ephemeralContainers.orValue([])",
        },
      ],
      validations: [
        ...(pod === undefined ? [] : [{ expression: pod, message: `pod: expected ${expected}` }]),
        ...(container === undefined
          ? []
          : [
              {
                expression: `variables.containers.all(c, ${container})`,
                messageExpression:
                  `'container ' + variables.containers.filter(c, !(${container})).map(c, c.name).join(', ') + ` +
                  `': expected ${expected}'`,
              },
            ]),
      ],
    },
  };
};
