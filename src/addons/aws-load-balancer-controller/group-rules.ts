import { AUTO_INGRESS_CLASS, INGRESS_CLASS } from "../../names/ingress-classes";
import { NAME_LIMITS } from "../../names/limits";
import { problemsOfCidr } from "../../settings/checking/cidr";
import { DNS_LABEL } from "../../settings/checking/dns-label";
import { type Path, problem, show } from "../../settings/checking/problem";
import { PLATFORM_HOSTS } from "../../settings/dns/platform-hosts";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { CLUSTER_CHECK } from "../../settings/namespaces/cluster-check";
import { namespaceIsKnown } from "../../settings/namespaces/known-namespace";
import { applicationNamespaces } from "../../settings/namespaces/namespaces";
import type { IngressGroupConfig } from "./group-settings";

/** Names that others have: hosts of the platform's pages, and classes of Ingresses. */
const TAKEN: readonly string[] = [...PLATFORM_HOSTS, CLUSTER_CHECK.host, INGRESS_CLASS, AUTO_INGRESS_CLASS];

const WEB_ACL = /^arn:aws:wafv2:([a-z0-9-]+):\d{12}:regional\/webacl\/[\w-]{1,128}\/[0-9a-f-]{36}$/;

/** Refuses groups of Ingresses that no load balancer could be made for, or that no Ingress could join. */
export function problemsOfGroups({
  organisation,
  region,
  addons: { awsLoadBalancerController: controller },
}: ClusterEnvironmentConfig): string[] {
  const groups = controller === false ? {} : controller.groups;
  return Object.entries(groups).flatMap(([name, group]) => {
    const path = ["addons", "awsLoadBalancerController", "groups", name];
    return [
      ...problemsOfName(name, path),
      ...problemsOfMembers(group, path, applicationNamespaces(organisation)),
      ...(group.visitors ?? []).flatMap((cidr, index) => problemsOfCidr([...path, "visitors", index], cidr)),
      ...(group.visitors?.length === 0
        ? [
            problem(
              [...path, "visitors"],
              "ranges of visitors",
              "none",
              "leave it out to admit every address",
            ),
          ]
        : []),
      ...problemsOfWebAcl(group, path, region),
    ];
  });
}

const problemsOfName = (name: string, path: Path): string[] =>
  DNS_LABEL.test(name) && name.length <= NAME_LIMITS.loadBalancer && !TAKEN.includes(name)
    ? []
    : [
        problem(
          path,
          `a name in kebab-case of ${NAME_LIMITS.loadBalancer} characters at most, and none of ${TAKEN.join(", ")}`,
          show(name),
          "its load balancer, its class of Ingresses and its host have the name",
        ),
      ];

const problemsOfMembers = (
  { namespaces }: IngressGroupConfig,
  path: Path,
  known: readonly string[],
): string[] =>
  namespaces.length === 0
    ? [problem([...path, "namespaces"], "a namespace or more", "none", "name those that may join")]
    : namespaces.flatMap((namespace, index) =>
        namespaceIsKnown([...path, "namespaces", index], namespace, known),
      );

const problemsOfWebAcl = ({ webAcl }: IngressGroupConfig, path: Path, region: string): string[] =>
  webAcl === undefined || WEB_ACL.exec(webAcl)?.[1] === region
    ? []
    : [
        problem(
          [...path, "webAcl"],
          `the ARN of a regional web ACL of WAF in ${region}`,
          show(webAcl),
          "take it from aws wafv2 list-web-acls --scope REGIONAL",
        ),
      ];
