import { ArgoWorkflows } from "../../addons/argo-workflows/argo-workflows";
import { APPLICATION_DEPLOYED, type EventSender } from "../../addons/argo-workflows/events";
import { ARGO_WORKFLOWS_SERVER_PORT } from "../../addons/argo-workflows/network";
import { DeliveryWorkflows } from "../../addons/delivery-workflows/delivery-workflows";
import { type ContainerRegistry, registryOf } from "../../settings/organisation/container-registry";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { deliveryNamespaceOf, PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import type { Organisation } from "../../settings/organisation/organisation";
import { promotionPlace } from "../../settings/environment/promotion-order";
import type { ArgoCdConfig } from "../../addons/argo-cd/settings";
import type { ArgoWorkflowsConfig } from "../../addons/argo-workflows/settings";
import type { Tenants } from "../../settings/tenants/tenants";
import { addonDatabase } from "./addon-database";
import { argoUsers } from "./argo-users";
import type { Foundation } from "./foundation";
import { gitHub } from "./git-hub";
import { loadBalancerName } from "./load-balancer-name";
import type { Platform } from "./platform";
import { bucketName } from "../../names/cluster-names";

/** Sender of the events that start workflows after a deployment. */
export const DEPLOYMENT_EVENTS: EventSender = {
  serviceAccount: "argo-cd-events",
  namespace: PLATFORM_NAMESPACES.services,
};

/** Address at which they are told. */
export const deploymentEventsUrl = (organisation: Organisation): string =>
  `http://argo-workflows-server.${PLATFORM_NAMESPACES.services}:${ARGO_WORKFLOWS_SERVER_PORT}/api/v1/events/` +
  `${deliveryNamespaceOf(organisation)}/${APPLICATION_DEPLOYED}`;

/** True if images go from this environment on to the next. */
export const promotes = ({ addons: { argoCd, argoWorkflows } }: ClusterEnvironment): boolean =>
  argoCd !== false && argoWorkflows !== false && argoWorkflows.promotion !== false;

/** Installs Argo Workflows and the workflows that deliver images, and returns the latter. */
export function installArgoWorkflows(
  platform: Platform,
  foundation: Foundation,
  tenants: Tenants,
): DeliveryWorkflows | false {
  const { stack, environment, shared } = platform;
  const { argoWorkflows, argoCd, dex } = environment.addons;
  if (!argoWorkflows) {
    return false;
  }
  const { monitors, secrets, loadBalancers } = foundation;
  const { promotion, keepArtifactsDays, archive, values, egress } = argoWorkflows;
  const deliveryNamespace = deliveryNamespaceOf(environment.organisation);
  const registry = registryOf(environment.organisation);
  const database = addonDatabase("argo-workflows", environment.workflowsDatabase, platform, foundation);
  const delivers = argoCd !== false && promotion !== false && registry !== false;

  const workflows = new ArgoWorkflows(stack, "argo-workflows", {
    ...shared,
    values,
    egress,
    loadBalancerName: loadBalancerName("argo-workflows", shared.cluster, environment.organisation),
    workflowNamespaces: [shared.namespace, deliveryNamespace],
    users: argoUsers(dex),
    bucketName: bucketName(shared.cluster.name, environment.name, "workflow-artifacts"),
    keepArtifactsDays,
    forceDestroy: environment.forceDestroy,
    archive: archive && database && { ...archive, ...database },
    accounts: delivers ? [{ name: registry.tagger, namespace: deliveryNamespace }] : [],
    // Its server asks Dex for its keys as it starts.
    after: [monitors, secrets, loadBalancers, foundation.clients],
  });

  return (
    delivers &&
    new DeliveryWorkflows(stack, "delivery-workflows", {
      ...deliveryOf(environment, promotion, argoCd),
      images: imagesOf(environment, tenants, registry),
      withoutService: tenants.applications.flatMap(({ images, hasService }) => (hasService ? [] : images)),
      cluster: shared.cluster,
      bucket: workflows.bucket,
      registries: shared.registries,
      deployments: DEPLOYMENT_EVENTS,
      after: [workflows],
    })
  );
}

type Promotion = Exclude<ArgoWorkflowsConfig["promotion"], false>;

function deliveryOf(
  { name, organisation }: ClusterEnvironment,
  promotion: Promotion,
  { charts }: ArgoCdConfig,
) {
  const { next, isFirst } = promotionPlace(name, organisation.promotion);

  return {
    namespace: deliveryNamespaceOf(organisation),
    environment: name,
    nextEnvironment: next,
    isFirst,
    charts: {
      ...("shared" in promotion.tags
        ? { url: gitHub(charts.repository), perEnvironment: false }
        : { url: gitHub(promotion.tags.repository), perEnvironment: true }),
      branch: charts.branch,
      tagsFolder: promotion.tagsFolder,
      tokenPath: promotion.tokenPath,
      author: { name: `${organisation.name}-workflows`, email: organisation.contact },
    },
    smokeTestPath: promotion.smokeTestPath,
  };
}

const imagesOf = (
  { name: environment }: ClusterEnvironment,
  { applications }: Tenants,
  registry: ContainerRegistry,
) => ({
  account: registry.accountId,
  region: registry.region,
  prefix: registry.prefix,
  names: applications.flatMap(({ images }) => images),
  deployedTag: `${registry.deployedTagPrefix}${environment}`,
  tagger: registry.tagger,
});
