import { Gatekeeper } from "../../addons/gatekeeper/gatekeeper";
import type { Constraint } from "../../addons/gatekeeper/constraint";
import { registryOf } from "../../settings/organisation/container-registry";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import {
  applicationNamespaces,
  namespaceNames,
  PLATFORM_NAMESPACES,
} from "../../settings/namespaces/namespaces";
import type { GatekeeperConfig, POLICY_NAMES } from "../../addons/gatekeeper/settings";
import type { Foundation } from "./foundation";
import type { Platform } from "./platform";

/** Installs the policies that refuse objects. `false` if they are switched off. */
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

type Name = (typeof POLICY_NAMES)[number];

/** Policies with the namespaces and parameters that they have in an environment. */
const rules = (environment: ClusterEnvironment): { readonly [Key in Name]?: Partial<Constraint> } => ({
  ...allowedImages(environment),
  "immutable-config-maps": { namespaces: applicationNamespaces(environment.organisation) },
  ...jobRequestRules(environment),
  // Disks are in no namespace, and a policy of some namespaces is not about them.
  "no-host-access": {},
  // It holds everywhere, since no namespace needs one.
  "no-load-balancer-services": { parameters: { namespaces: [] } },
  "required-labels": {
    namespaces: applicationNamespaces(environment.organisation),
    parameters: { labels: ["app.kubernetes.io/name"] },
  },
  "unique-ingress-hosts": {},
});

/** Resource by which one person allows the job that another asks for. */
const REVIEWS = "jobrequestreviews";

/** Policies of jobs that people ask for, by the API group whose reviews a level of the organisation may make. */
function jobRequestRules({ organisation }: ClusterEnvironment): {
  readonly [Key in Name]?: Partial<Constraint>;
} {
  const reviews = Object.values(organisation.accessLevels)
    .flatMap(({ clusterRules, namespaceRules }) => [...clusterRules, ...namespaceRules])
    .find(({ resources }) => resources.includes(REVIEWS));
  const [group] = reviews?.apiGroups ?? [];
  if (group === undefined) {
    return {};
  }
  const parameters = { group };
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
 * Allows images of known places in namespaces that people and add-ons put pods into. EKS's own add-ons bring namespaces
 * of their own, and images of AWS's. An organisation without a registry pulls from anywhere.
 */
const allowedImages = (
  environment: ClusterEnvironment,
): { readonly "allowed-images"?: Partial<Constraint> } =>
  environment.organisation.containerRegistry === false
    ? {}
    : {
        "allowed-images": {
          namespaces: [...namespaceNames(environment.organisation), "default"],
          parameters: { prefixes: imagePrefixes(environment) },
        },
      };

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
