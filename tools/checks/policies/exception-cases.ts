import type { PolicyName } from "../../../src/addons/gatekeeper/policies";
import { pod, type PolicyCase } from "../../../src/addons/gatekeeper/policies/policy.cases";
import type { PolicyException } from "../../../src/addons/gatekeeper/template";

/** Cases of exceptions with one policy: exceptions work the same for all. */
interface ExceptionCases {
  readonly name: string;
  readonly policy: PolicyName;
  readonly exceptions: readonly PolicyException[];
  readonly cases: readonly PolicyCase[];
}

const onTheNode = (metadata: {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace: string;
}) => ({
  ...pod({ containers: [], hostNetwork: true }),
  metadata: { name: "", ...metadata },
});

const REFUSAL = "pod: expected no hostNetwork";

/** Cases that show which objects an exception covers. */
export const EXCEPTION_CASES: readonly ExceptionCases[] = [
  {
    name: "exceptions",
    policy: "no-host-access",
    exceptions: [
      { namespace: "monitoring", name: "fluent-bit-*" },
      { namespace: "apps", name: "legacy" },
    ],
    cases: [
      { name: "of one object", object: onTheNode({ name: "legacy", namespace: "apps" }) },
      {
        name: "of names that begin alike",
        object: onTheNode({ name: "fluent-bit-x7f2k", namespace: "monitoring" }),
      },
      {
        name: "of pods that have no name yet",
        object: onTheNode({ generateName: "fluent-bit-", namespace: "monitoring" }),
      },
      {
        name: "do not count for a name that only says to begin alike",
        object: onTheNode({ name: "mine", generateName: "fluent-bit-", namespace: "monitoring" }),
        refusal: REFUSAL,
      },
      {
        name: "do not count in another namespace",
        object: onTheNode({ name: "fluent-bit-x7f2k", namespace: "apps" }),
        refusal: REFUSAL,
      },
      {
        name: "of one object are not of those that begin like it",
        object: onTheNode({ name: "legacy-2", namespace: "apps" }),
        refusal: REFUSAL,
      },
    ],
  },
];
