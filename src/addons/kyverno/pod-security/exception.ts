import type { Manifest } from "../../../constructs/manifests";
import type { ControlName } from "./policies";

/** A pod, or pods of one workload, that a control lets in though they break it, for a time. */
export interface PodException {
  readonly policy: ControlName;
  readonly namespace: string;

  /** Name of a pod; with a `*` at its end, what the names of a workload's pods begin with. */
  readonly name: string;
  readonly reason: string;

  /** Last day on which it holds, such as `2027-03-31`. */
  readonly until: string;
}

/** The pod's name, or what it will begin with: that of a new pod of a controller is not whole yet. */
const NAME =
  "(object.metadata.?name.orValue('') != '' ? object.metadata.name : object.metadata.?generateName.orValue(''))";

const isCalled = (name: string): string =>
  name.endsWith("*") ? `${NAME}.startsWith('${name.slice(0, -1)}')` : `${NAME} == '${name}'`;

/**
 * Exception as Kyverno reads it, which ends it by itself. Kyverno looks at `expiresAt` when it reads policies and exceptions
 * anew, which may be hours later, and at conditions each time.
 *
 * @param namespace - the only one in which Kyverno looks for exceptions
 * @see https://kyverno.io/docs/guides/exceptions/
 */
export const policyException = (
  { policy, name, reason, until, ...pod }: PodException,
  namespace: string,
): Manifest => {
  const end = dayAfter(until);
  return {
    apiVersion: "policies.kyverno.io/v1",
    kind: "PolicyException",
    metadata: { name: `${policy}.${pod.namespace}.${name.replace("*", "any")}`, namespace },
    spec: {
      policyRefs: [{ name: policy, kind: "ValidatingPolicy" }],
      matchConditions: [
        { name: "pod", expression: `object.metadata.namespace == '${pod.namespace}' && ${isCalled(name)}` },
        { name: "until", expression: `time.now() < timestamp('${end}')` },
      ],
      expiresAt: end,
      properties: { reason },
    },
  };
};

/** First moment after a day. */
const dayAfter = (day: string): string => {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + 1);
  return moment.toISOString().replace(".000Z", "Z");
};
