import type { ITerraformDependable, TerraformStack } from "cdktf";
import { domainPolicy } from "../../constructs/domain-policy";
import { Manifests } from "../../constructs/manifests";
import { domainEngineOf } from "../../settings/cluster/pod-network";
import type { ClusterEnvironment } from "../../settings/environment/environment";

/** True where a namespace of applications may call domains, and no other public address. */
export const hasDomains = ({ namespaces }: Pick<ClusterEnvironment, "namespaces">): boolean =>
  Object.values(namespaces).some(({ domains }) => domains !== undefined);

/**
 * Lets pods of applications connect to the domains of their namespaces.
 *
 * @param after - the namespaces, and what brings the kind of the policies
 */
export function allowDomains(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  after: readonly ITerraformDependable[],
): void {
  const engine = domainEngineOf(environment.cluster);
  if (engine === undefined || !hasDomains(environment)) {
    return;
  }
  new Manifests(stack, "domain-policies", {
    namespace: "kube-system",
    releaseName: "domain-policies",
    objects: Object.entries(environment.namespaces).flatMap(([namespace, { domains, internetPorts }]) =>
      domains ? [domainPolicy(engine, { namespace, domains, ports: internetPorts })] : [],
    ),
    after: [{ ready: after }],
  });
}
