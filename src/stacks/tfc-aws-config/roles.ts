import { FARGATE_ROLE } from "../../infrastructure/fargate-profile";
import { capabilityRoleName, selfServiceRoleNames } from "../../names/capability-names";
import { capabilitiesOf } from "../../settings/cluster/eks-capabilities";
import { hasFargate } from "../../settings/cluster/compute/compute";
import {
  API_RELAY,
  logDeliveryRoleNames,
  poolNodeRoleName,
  serviceRoleName,
  TERRAFORM_AGENTS,
  workloadRoleName,
} from "../../names/cluster-names";
import { assumedName, assumerName } from "../../names/reader-names";
import { secretReaderRoles } from "../../addons/external-secrets/readers";
import { clusterReaders } from "../../settings/environment/cluster-readers";
import { driversOfEks } from "../../settings/cluster/drivers";
import type { AddonName } from "../../settings/addons";
import { addonDefinitions } from "../../settings/environment/addon-definitions";
import { METRICS_OF, observabilityOf } from "../../settings/environment/fleet-metrics";
import { HUB_GROUP } from "../../settings/environment/hub";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import {
  CNI_ACCOUNT,
  cniHasRole,
  FLOW_MONITOR_ACCOUNT,
  FLOW_MONITOR_AGENT,
} from "../cluster-infrastructure/eks-addon-accounts";

/** Names of the IAM roles that the stacks of a cluster make, or their path with a `*`. */
export const rolesOf = (environment: ClusterEnvironment): string[] => [
  ...rolesOfServices(environment),
  ...rolesOfPods(environment),
  ...rolesOfDelivery(environment),
  ...secretReaderRoles(environment),
  ...readerRolesOf(environment),
  ...selfServiceRoles(environment),
];

/** Pattern of the names of the roles by which ACK makes resources of tenants. */
const selfServiceRoles = ({ cluster: { name, eksCapabilities } }: ClusterEnvironment): string[] =>
  eksCapabilities.ack ? [selfServiceRoleNames(name)] : [];

/** Names of those of them that Terraform hands to EKS: for its own use or, by Pod Identity, for pods. */
export const passedRolesOf = (environment: ClusterEnvironment): string[] => [
  ...rolesOfServices(environment),
  ...(environment.cluster.identity === "pod-identity"
    ? [...rolesOfPods(environment), ...clusterReaders(environment).map(({ name }) => assumerName(name))]
    : rolesOfDrivers(environment)),
];

/** Names of the roles of drivers that EKS installs, which have Pod Identity whatever the cluster's identity. */
const rolesOfDrivers = (environment: ClusterEnvironment): string[] => {
  const drivers: readonly AddonName[] = driversOfEks(environment);
  return rolesOfPods(environment, (addon) => drivers.includes(addon));
};

/** Names of the roles of applications that read clusters: of their pods here, and of those that read this cluster. */
export const readerRolesOf = (environment: ClusterEnvironment): string[] =>
  clusterReaders(environment).flatMap(({ name }) => [assumerName(name), assumedName(name)]);

function rolesOfServices(environment: ClusterEnvironment): string[] {
  const { cluster } = environment;
  const { name, compute, controlPlaneRole, eksAddons, eksCapabilities, endpointAccess, fleet } = cluster;
  const observability = observabilityOf(environment);
  return [
    ...(compute.kind === "node-groups" ? [] : [poolNodeRoleName(name, compute.kind)]),
    ...(hasFargate(compute) ? [serviceRoleName(name, FARGATE_ROLE)] : []),
    ...(endpointAccess.relay?.kind === "session-manager" ? [serviceRoleName(name, API_RELAY)] : []),
    ...(endpointAccess.agents ? [serviceRoleName(name, TERRAFORM_AGENTS)] : []),
    ...(observability ? [serviceRoleName(name, `${METRICS_OF}-*`)] : []),
    ...(fleet?.role === "workload" ? [workloadRoleName(HUB_GROUP, name)] : []),
    ...capabilitiesOf({ eksCapabilities }).map((capability) => capabilityRoleName(name, capability)),
    controlPlaneRole,
    serviceRoleName(name, "node-group"),
    ...(cniHasRole({ eksAddons }) ? [workloadRoleName(CNI_ACCOUNT, name)] : []),
    ...(FLOW_MONITOR_AGENT in eksAddons ? [workloadRoleName(FLOW_MONITOR_ACCOUNT, name)] : []),
  ];
}

const rolesOfPods = (
  environment: ClusterEnvironment,
  isAsked: (addon: AddonName) => boolean = () => true,
): string[] =>
  addonDefinitions()
    .filter(([addon]) => environment.addons[addon] !== false && isAsked(addon))
    .flatMap(([, { ownsRoles }]) => ownsRoles?.(environment) ?? [])
    .map((role) => workloadRoleName(role, environment.cluster.name));

const rolesOfDelivery = ({ cluster: { name }, addons: { fluentBit } }: ClusterEnvironment): string[] =>
  fluentBit && fluentBit.controlPlane ? logDeliveryRoleNames(name) : [];
