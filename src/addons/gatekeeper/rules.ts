import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { applicationNamespaces, namespaceNames } from "../../settings/namespaces/namespaces";
import { isControl } from "../kyverno/pod-security/policies";
import type { MemoryConfig, PolicyExceptionConfig } from "./settings";
import { problemsOfRoles, problemsOfVolumes } from "./charts-rules";
import { problemsOfImages } from "./image-rules";
import { problemsOfIngresses } from "./ingress-rules";
import { problemsOfPaging } from "./paging-rules";
import { isWhole } from "../../settings/checking/numbers";
import { oneOf, type Path, problem, show } from "../../settings/checking/problem";
import { problemsOfReason } from "../../settings/checking/reason";

/** Checks policies and the exceptions from them. */
export function problemsOfPolicy({
  addons: { gatekeeper, kyverno },
  organisation,
}: ClusterEnvironmentConfig): string[] {
  return gatekeeper
    ? [
        ...(kyverno && kyverno.podSecurity ? [] : exceptionsOfNoPolicy(gatekeeper.exceptions)),
        ...problemsOfMemory(gatekeeper.webhookMemory, [...GATEKEEPER, "webhookMemory"]),
        ...problemsOfMemory(gatekeeper.auditMemory, [...GATEKEEPER, "auditMemory"]),
        ...gatekeeper.exceptions.flatMap((exception, index) =>
          problemsOfException(exception, [...GATEKEEPER, "exceptions", index], namespaceNames(organisation)),
        ),
        ...repeatedExceptions(gatekeeper.exceptions),
        ...problemsOfIngresses(
          gatekeeper.ingresses,
          [...GATEKEEPER, "ingresses"],
          namespaceNames(organisation),
        ),
        ...problemsOfImages(gatekeeper.images, [...GATEKEEPER, "images"], namespaceNames(organisation)),
        ...problemsOfPaging(gatekeeper.paging, [...GATEKEEPER, "paging"], namespaceNames(organisation)),
        ...problemsOfVolumes(gatekeeper.volumes, [...GATEKEEPER, "volumes"]),
        ...problemsOfRoles(gatekeeper.roles, [...GATEKEEPER, "roles"], applicationNamespaces(organisation)),
      ]
    : [];
}

const GATEKEEPER = ["addons", "gatekeeper"] as const;

const MOST_MIB = 65_536;

const problemsOfMemory = ({ requestMib, limitMib }: MemoryConfig, at: Path): string[] =>
  isWhole(requestMib, 64, MOST_MIB) && isWhole(limitMib, requestMib, MOST_MIB)
    ? []
    : [
        problem(
          at,
          `64 ≤ requestMib ≤ limitMib ≤ ${MOST_MIB}`,
          `${requestMib} and ${limitMib}`,
          "write whole numbers of MiB",
        ),
      ];

const LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";

/** Name of an object, or what names begin with: Kyverno's exceptions are named by it. */
const NAME = new RegExp(`^${LABEL}(?:\\.${LABEL})*(?:[.-]?\\*)?$`);

function problemsOfException(
  { namespace, name, reason, until }: PolicyExceptionConfig,
  at: Path,
  namespaces: readonly string[],
): string[] {
  return [
    ...(namespaces.includes(namespace)
      ? []
      : [
          problem(
            [...at, "namespace"],
            oneOf(namespaces),
            show(namespace),
            "nothing of ours is in any other namespace",
          ),
        ]),
    ...(NAME.test(name)
      ? []
      : [
          problem(
            [...at, "name"],
            'the name of an object such as "fluent-bit-*"',
            show(name),
            "except one object, or those whose names begin alike, and not all of a namespace",
          ),
        ]),
    ...problemsOfReason(
      reason,
      [...at, "reason"],
      "say why it cannot be otherwise, for the engineer who looks at it next year",
    ),
    ...(isDay(until)
      ? []
      : [
          problem(
            [...at, "until"],
            'a day such as "2027-03-31"',
            show(until),
            "no exception lasts for ever: choose when to look at it again",
          ),
        ]),
  ];
}

/** Refuses exceptions from policies of Kyverno where it has none. */
const exceptionsOfNoPolicy = (exceptions: readonly PolicyExceptionConfig[]): string[] =>
  exceptions.flatMap(({ policy }, index) =>
    isControl(policy)
      ? [
          problem(
            [...GATEKEEPER, "exceptions", index, "policy"],
            "a policy of Gatekeeper's, since addons.kyverno.podSecurity is off",
            show(policy),
            "leave the exception out, or switch addons.kyverno.podSecurity on",
          ),
        ]
      : [],
  );

/** Refuses an object with two exceptions: with different days it would be unclear which counts. */
function repeatedExceptions(exceptions: readonly PolicyExceptionConfig[]): string[] {
  const objects = exceptions.map(({ policy, namespace, name }) => `${policy} ${namespace}/${name}`);

  return objects.flatMap((object, index) =>
    objects.indexOf(object) === index
      ? []
      : [
          problem(
            [...GATEKEEPER, "exceptions", index],
            "each object once for a policy",
            `${show(object)} a second time`,
            "keep the one that holds",
          ),
        ],
  );
}

/** True if a text is an existing day. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return (
    /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  );
}
