import { Gatekeeper } from "../../addons/gatekeeper/gatekeeper";
import type { Constraint } from "../../addons/gatekeeper/constraint";
import { pagingSeverities } from "../../settings/alerting/paging";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import {
  applicationNamespaces,
  namespaceNamesOn,
  platformNamespacesOn,
  PLATFORM_NAMESPACES,
  productKeys,
} from "../../settings/namespaces/namespaces";
import type { GatekeeperConfig, ImagesConfig, POLICY_NAMES } from "../../addons/gatekeeper/settings";
import type { Tenants } from "../../settings/tenants/tenants";
import type { Foundation } from "./foundation";
import { allowedPlaces } from "./allowed-images";
import { boundsOfCharts } from "./charts-bounds";
import { copiedInto } from "./own-secrets";
import { routeHosts } from "./gateway";
import { hostsOfGroups } from "./ingress-groups";
import { ingressPolicies } from "./ingress-rules";
import { annotationsOfNetworkLoadBalancers, servicesWithLoadBalancers } from "./network-load-balancers";
import { ofProducts } from "./product-policies";
import type { Platform } from "./platform";

/** Installs the policies that refuse objects. `false` if they are switched off. */
export function installPolicies(
  platform: Platform,
  { monitors }: Foundation,
  { applications, products }: Tenants,
) {
  const { stack, environment, shared } = platform;
  // Clusters whose states are in HCP Terraform have no namespaces of products.
  const hasProducts =
    environment.backend.type !== "cloud" && Object.keys(products?.settings.teams ?? {}).length > 0;
  const { gatekeeper } = environment.addons;

  return (
    gatekeeper &&
    new Gatekeeper(stack, "gatekeeper", {
      ...shared,
      namespace: PLATFORM_NAMESPACES.policies,
      webhookMemory: gatekeeper.webhookMemory,
      auditMemory: gatekeeper.auditMemory,
      values: gatekeeper.values,
      egress: gatekeeper.egress,
      constraints: constraintsOf(
        gatekeeper,
        environment,
        ingressPolicies({
          zone: shared.cluster.dnsZone.name,
          publishingDomain: environment.dns.publishingDomain,
          applications,
          groupHosts: hostsOfGroups(environment),
          ingresses: gatekeeper.ingresses,
          addressPool: shared.cluster.addressPool,
          ofBalancers: annotationsOfNetworkLoadBalancers(platform),
          annotation: hasProducts ? productKeys(environment.organisation).hosts : undefined,
        }),
      ).flatMap((one) =>
        hasProducts
          ? [one, ...ofProducts(one, environment, products?.settings.unsignedImages !== undefined)]
          : [one],
      ),
      after: [monitors],
    })
  );
}

type Name = (typeof POLICY_NAMES)[number];

/** Policies with the namespaces and parameters that they have in an environment. */
const rules = (
  gatekeeper: GatekeeperConfig,
  environment: ClusterEnvironment,
  onIngresses: ReturnType<typeof ingressPolicies>,
): { readonly [Key in Name]?: Partial<Constraint> } => ({
  ...allowedImages(environment, gatekeeper.images),
  ...boundsOfCharts(gatekeeper, environment),
  ...onIngresses,
  ...routeHosts(environment, onIngresses["declared-ingress-hosts"]),
  "immutable-config-maps": { namespaces: applicationNamespaces(environment.organisation) },
  ...jobRequestRules(environment),
  // Disks are in no namespace, and a policy of some namespaces is not about them.
  "no-host-access": {},
  // It holds everywhere, since no namespace needs one but the platform's for what passes TCP on.
  "no-load-balancer-services": {
    parameters: { namespaces: [] },
    exceptions: servicesWithLoadBalancers(environment),
  },
  "no-monitor-files": { namespaces: [...applicationNamespaces(environment.organisation), "default"] },
  ...ownDeliveries(environment),
  "own-monitors": { namespaces: [...applicationNamespaces(environment.organisation), "default"] },
  ...ownSecrets(environment),
  "paging-rules": {
    parameters: {
      namespaces: [
        ...platformNamespacesOn(environment),
        ...gatekeeper.paging.map(({ namespace }) => namespace),
      ],
      severities: pagingSeverities(alertingOf(environment)),
    },
  },
  "required-labels": {
    namespaces: applicationNamespaces(environment.organisation),
    parameters: { labels: ["app.kubernetes.io/name"] },
  },
  "unique-ingress-hosts": {},
});

const alertingOf = ({ addons: { kubePrometheusStack } }: ClusterEnvironment) =>
  kubePrometheusStack === false ? undefined : kubePrometheusStack.alerting;

/** Deliveries of Flux, where it delivers. */
const ownDeliveries = (
  environment: ClusterEnvironment,
): { readonly "own-deliveries"?: Partial<Constraint> } =>
  environment.addons.flux === false
    ? {}
    : { "own-deliveries": { namespaces: applicationNamespaces(environment.organisation) } };

/** Copies of secrets in namespaces of applications, each of what its stores serve. */
const ownSecrets = (environment: ClusterEnvironment): { readonly "own-secrets"?: Partial<Constraint> } =>
  environment.addons.externalSecrets === false
    ? {}
    : {
        "own-secrets": {
          namespaces: applicationNamespaces(environment.organisation),
          parameters: { namespaces: copiedInto(environment) },
        },
      };

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
  gatekeeper: GatekeeperConfig,
  environment: ClusterEnvironment,
  onIngresses: ReturnType<typeof ingressPolicies>,
): Constraint[] =>
  (Object.entries(rules(gatekeeper, environment, onIngresses)) as [Name, Partial<Constraint>][]).map(
    ([policy, rule]) => ({
      ...rule,
      policy,
      action: gatekeeper.reportOnly.includes(policy) ? "dryrun" : "deny",
      exceptions: [
        ...(rule.exceptions ?? []),
        ...gatekeeper.exceptions.filter((exception) => exception.policy === policy),
      ],
    }),
  );

/**
 * Allows images of named repositories in namespaces that people and add-ons put pods into. EKS's own add-ons bring
 * namespaces of their own, and images of AWS. An organisation without a registry pulls from anywhere.
 */
const allowedImages = (
  environment: ClusterEnvironment,
  images: readonly ImagesConfig[],
): { readonly "allowed-images"?: Partial<Constraint> } =>
  environment.organisation.containerRegistry === false
    ? {}
    : {
        "allowed-images": {
          namespaces: [...namespaceNamesOn(environment), "default"],
          parameters: { allowed: allowedPlaces(environment, images) },
        },
      };
