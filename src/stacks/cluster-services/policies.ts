import { Gatekeeper } from "../../addons/gatekeeper/gatekeeper";
import type { Constraint } from "../../addons/gatekeeper/constraint";
import { registryOf } from "../../settings/organisation/container-registry";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { PLATFORM_NAMESPACES, PRODUCT_NAMESPACES } from "../../settings/namespaces/namespaces";
import type { GatekeeperConfig, POLICY_NAMES } from "../../addons/gatekeeper/settings";
import type { Foundation } from "./foundation";
import type { Platform } from "./platform";

/** Installs what refuses objects that break the platform's policies, `false` where it is switched off. */
export function installPolicies({ stack, environment, shared }: Platform, { monitors }: Foundation) {
  const { gatekeeper } = environment.addons;

  return (
    gatekeeper &&
    new Gatekeeper(stack, "gatekeeper", {
      ...shared,
      namespace: PLATFORM_NAMESPACES.policies,
      webhookMemory: gatekeeper.webhookMemory,
      auditMemory: gatekeeper.auditMemory,
      values: gatekeeper.values,
      constraints: constraintsOf(gatekeeper, environment),
      after: [monitors],
    })
  );
}

/** Those that people and add-ons put pods into. EKS's own add-ons bring namespaces of their own, and images of AWS's. */
const OUR_NAMESPACES = [...PRODUCT_NAMESPACES, ...Object.values(PLATFORM_NAMESPACES), "default"];

type Name = (typeof POLICY_NAMES)[number];

/** Policies with their parameters and namespaces. */
const rules = (environment: ClusterEnvironment): Readonly<Partial<Record<Name, Partial<Constraint>>>> => ({
  "allowed-images": {
    namespaces: OUR_NAMESPACES,
    parameters: { prefixes: imagePrefixes(environment) },
  },
  "immutable-config-maps": { namespaces: PRODUCT_NAMESPACES },
  ...jobRequestRules(environment),
  // Disks are in no namespace, and a policy of some namespaces is not about them.
  "no-host-access": {},
  // Everywhere, but nowhere is one needed.
  "no-load-balancer-services": { parameters: { namespaces: [] } },
  "required-labels": { namespaces: PRODUCT_NAMESPACES, parameters: { labels: ["app.kubernetes.io/name"] } },
  "unique-ingress-hosts": {},
});

/** Jobs that one person asks for and another allows, of an organisation that has them. */
function jobRequestRules({ organisation }: ClusterEnvironment): Partial<Record<Name, Partial<Constraint>>> {
  const { jobRequests } = organisation.defaults;
  if (jobRequests === false) {
    return {};
  }
  const parameters = { group: jobRequests.apiGroup };
  return { "job-request-annotations": { parameters }, "job-request-reviews": { parameters } };
}

const constraintsOf = (
  { reportOnly, exceptions }: GatekeeperConfig,
  environment: ClusterEnvironment,
): Constraint[] =>
  (Object.entries(rules(environment)) as [Name, Partial<Constraint>][]).map(([policy, rule]) => ({
    ...rule,
    policy,
    action: reportOnly.includes(policy) ? "dryrun" : "deny",
    exceptions: exceptions.filter((exception) => exception.policy === policy),
  }));

/**
 * Our own repositories, what is mirrored, registries that the platform's charts need and no mirror has, and those that
 * an environment has a password for.
 */
function imagePrefixes({
  organisation,
  addons: { registries, imagePullSecrets },
}: ClusterEnvironment): string[] {
  const registry = registryOf(organisation);
  const upstream = (registry ? registry.upstreams : [])
    .map(({ host }) => host)
    .filter((host) => !(host in registries));
  const places = [
    ...(registry ? [`${registry.host}/${registry.prefix}`] : []),
    ...Object.values(registries).map((mirror) => mirror.replace(/^\w+:\/\//, "")),
    ...upstream,
    ...(imagePullSecrets || []).map(({ registry }) => registry),
  ];
  return [...new Set(places)].map((place) => `${place}/`);
}
