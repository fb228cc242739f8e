import { pathText } from "../checking/problem";
import type { ClusterEnvironmentConfig, EnvironmentConfig } from "../environment/environment";
import { applicationNamespacesAreBounded } from "../namespaces/rules";
import { accessFileIsValid, templatesFitTheFile } from "../access/rules";
import { terraformRolesAreNames, theMakerHasNoLevel } from "../across/terraform-roles";
import { backendIsComplete } from "../state/backend-rules";
import {
  controlPlaneRoleIsNamed,
  kubernetesVersionIsKnown,
  logRetentionIsAllowed,
  openingsAreExplained,
  callersOfTheApiArePublic,
  callersOfTheApiFit,
} from "../cluster/rules/cluster";
import { COMPUTE_RULES } from "../cluster/rules/compute";
import {
  onlyOneControllerMakesNodes,
  serviceLinkedRolesAreMadeOnce,
  spotHasItsRole,
} from "../across/compute";
import { agentsCanRun, podsAreNoCallers, terraformReachesTheApi } from "../across/api-endpoint";
import { vpnsStayOutOfTheVpc } from "../across/ways-in";
import { WAYS_IN_RULES } from "../cluster/rules/ways-in";
import { clustersWithoutNatReachAws } from "../across/without-nat";
import { pagesHaveVisitors } from "../across/administrator-pages";
import { chartsSupportTheCluster } from "../across/compatibility";
import {
  certificateChallengeIsAHost,
  clusterSubdomainIsALabel,
  parentZoneIsADomain,
  publishingCertificateHasADomain,
  publishingDomainIsADomain,
} from "../dns/rules";
import {
  autoModeHasNoAddonTwice,
  eksAddonsAreNearTheCluster,
  eksAddonsAreOffered,
  eksAddonVersionsAreExact,
  closedPodsHaveAPlace,
  essentialEksAddonsAreOn,
  podsStartByTheCluster,
  podIdentityHasItsAgent,
  skewReasonsAreWritten,
} from "../cluster/rules/eks-addons";
import { eksArgoCdDeliversAlone, eksArgoCdHasPeople } from "../cluster/rules/eks-argo-cd";
import { capabilitiesAreLetIn, graphsMakeKindsOfApplications } from "../cluster/rules/eks-capabilities";
import { idsOfAnExistingVpc, privateSubnetsAreDifferent } from "../network/rules/existing-vpc";
import { uptimeChecksCanBeMade } from "../across/uptime-checks";
import {
  clustersHaveSubnetsOfTheirOwn,
  clusterSubdomainsAreUnique,
  endpointsAreUniqueInTheVpc,
  flowMonitorStartsAtTheMainCluster,
  oneClusterIsTheMainOne,
  publishingCertificatesAreTheMainClusters,
} from "../across/clusters";
import { databasesAreAllowed } from "../databases/rules";
import { addonDatabasesAreApart, databasesHaveAuthorities, databasesHaveSubnets } from "../across/databases";
import { environmentLabel } from "../checking/label";
import {
  clusterNamesAreAllowed,
  clusterDomainsFitCertificates,
  environmentNameIsKnown,
  nodeGroupNamesAreReadable,
  privateSubnetNamesAreReadable,
} from "../across/names";
import {
  acceleratorsHaveTheirPlugin,
  amiTypesAreKnown,
  aNodeIsThereFromTheStart,
  disksHaveASensibleSize,
  instanceTypesAreUsable,
  instanceTypesFitTheAmi,
  nodeGroupsFit,
  nodeGroupSizesAreOrdered,
  thereIsANodeGroup,
} from "../cluster/rules/node-groups";
import {
  blockedRangesArePossible,
  timeServersAreAddresses,
  transitGatewayLeadsElsewhere,
} from "../network/rules/connections";
import { existingEndpointsAreNotMade, otherEndpointsAreInterfaces } from "../network/rules/endpoints";
import {
  everyZoneHasNodes,
  nodeLabelsAreValid,
  nodeTaintsAreValid,
  nodeZonesHaveSubnets,
  placedGroupsHaveOwnNames,
  startupTaintsAreRemoved,
} from "../cluster/rules/node-placement";
import { diskKeysAreUsable, userDataFitsTheAmi, userDataIsPossible } from "../cluster/rules/node-start";
import {
  disksPerformAsTheyCan,
  nodesAreReplacedInTurn,
  placementsArePossible,
} from "../cluster/rules/node-machines";
import { nodeReleasesArePinned } from "../cluster/rules/node-releases";
import {
  existingSubnetsAreLeftAlone,
  existingSubnetsCanBeFound,
  subnetsExistTogether,
  theWayOutFitsTheSubnets,
} from "../network/rules/existing-subnets";
import { ipv6RangesAreUsable } from "../network/rules/ipv6";
import { routesLeadElsewhere } from "../network/rules/routes";
import { secondaryRangesFit } from "../network/rules/secondary-ranges";
import { addressPoolsAreUsed } from "../across/address-pool";
import { ipv6BlocksAreUnique, ipv6CanBeUsed } from "../across/ipv6";
import { identityProvidersAreUsable } from "../cluster/rules/identity-provider";
import { proxiesAreUsed } from "../across/proxy";
import { domainsAreEnforced } from "../across/domains";
import { ciliumCanRun } from "../across/cilium";
import { podSubnetsAreSettings, podSubnetsAreUsed, prefixesHaveRoom } from "../across/pod-network";
import { accessLogsGoToABucket } from "../environment/access-logs";
import { protectionsAreOffForAReason } from "../environment/protection";
import { alarmEmailSecretIsAName, secretsRecoveryIsAllowed } from "../environment/secrets";
import { problemsOfAddons } from "../across/addons";
import { importsArePossible, movesAreUnambiguous, stateAddressesAreReadable } from "../state/rules";
import { stacksWithStateExist } from "../across/state";
import {
  cidrsAreNetworks,
  rangesHaveAnAllowedSize,
  subnetsDoNotOverlap,
  subnetsLieInTheVpc,
} from "../network/rules/subnets";
import { loadBalancersHaveAddresses, nodesHaveAddresses } from "../across/room";
import {
  clusterNamesAreUniqueInTheAccount,
  flowMonitorIsUniqueInTheAccount,
  stackNamesAreUnique,
} from "../across/accounts";
import { vpcIsPrivate, vpcsDoNotOverlap } from "../across/networks";
import { volumesOfAnAccountAreToldApart } from "../across/shared-volumes";
import { namesAreUnique, publishingDomainsAreUnique } from "../across/uniqueness";
import { organisationIsShared } from "../across/terraform-cloud";
import {
  environmentFitsTheOrganisation,
  registryIsThere,
  workflowsHaveANamespace,
} from "../across/organisation";
import {
  legacySubnetsLieInTheZones,
  regionIsKnown,
  theRegionHasTheZones,
  thereAreTwoZones,
  tiersCoverTheZones,
  zonesLieInTheRegion,
} from "../network/rules/zones";

/** Function that returns problems, each as {@link problem} writes it. Never throws, whatever the values. */
type Rule<Config> = (config: Config) => readonly string[];

const ENVIRONMENT_RULES: readonly Rule<EnvironmentConfig>[] = [
  environmentNameIsKnown,
  environmentFitsTheOrganisation,
  regionIsKnown,
  backendIsComplete,
  flowMonitorStartsAtTheMainCluster,
  oneClusterIsTheMainOne,
  clusterNamesAreAllowed,
  clusterDomainsFitCertificates,
  clustersHaveSubnetsOfTheirOwn,
  cidrsAreNetworks,
  rangesHaveAnAllowedSize,
  secondaryRangesFit,
  routesLeadElsewhere,
  ipv6RangesAreUsable,
  ipv6BlocksAreUnique,
  loadBalancersHaveAddresses,
  vpcIsPrivate,
  blockedRangesArePossible,
  transitGatewayLeadsElsewhere,
  timeServersAreAddresses,
  subnetsLieInTheVpc,
  subnetsDoNotOverlap,
  zonesLieInTheRegion,
  theRegionHasTheZones,
  thereAreTwoZones,
  legacySubnetsLieInTheZones,
  privateSubnetNamesAreReadable,
  idsOfAnExistingVpc,
  privateSubnetsAreDifferent,
  publishingDomainIsADomain,
  parentZoneIsADomain,
  certificateChallengeIsAHost,
  accessLogsGoToABucket,
  clusterSubdomainsAreUnique,
  publishingCertificatesAreTheMainClusters,
  endpointsAreUniqueInTheVpc,
  ({ clusters }) => [...new Set(clusters.flatMap(databasesHaveSubnets))],
  ({ clusters }) => [...new Set(clusters.flatMap(databasesHaveAuthorities))],
  alarmEmailSecretIsAName,
  secretsRecoveryIsAllowed,
  protectionsAreOffForAReason,
  ({ clusters }) => clusters.flatMap(accessFileIsValid),
  uptimeChecksCanBeMade,
  stacksWithStateExist,
  stateAddressesAreReadable,
  importsArePossible,
  movesAreUnambiguous,
];

/** Rules of one cluster. Their paths begin at the cluster's settings. */
const CLUSTER_RULES: readonly Rule<ClusterEnvironmentConfig>[] = [
  tiersCoverTheZones,
  clusterSubdomainIsALabel,
  publishingCertificateHasADomain,
  addonDatabasesAreApart,
  controlPlaneRoleIsNamed,
  kubernetesVersionIsKnown,
  (config) => chartsSupportTheCluster(config),
  callersOfTheApiArePublic,
  pagesHaveVisitors,
  callersOfTheApiFit,
  terraformReachesTheApi,
  agentsCanRun,
  podsAreNoCallers,
  ...WAYS_IN_RULES,
  vpnsStayOutOfTheVpc,
  openingsAreExplained,
  logRetentionIsAllowed,
  thereIsANodeGroup,
  ...COMPUTE_RULES,
  autoModeHasNoAddonTwice,
  onlyOneControllerMakesNodes,
  spotHasItsRole,
  nodeGroupsFit,
  nodesHaveAddresses,
  nodeGroupNamesAreReadable,
  nodeGroupSizesAreOrdered,
  aNodeIsThereFromTheStart,
  amiTypesAreKnown,
  acceleratorsHaveTheirPlugin,
  instanceTypesFitTheAmi,
  instanceTypesAreUsable,
  disksHaveASensibleSize,
  otherEndpointsAreInterfaces,
  existingEndpointsAreNotMade,
  subnetsExistTogether,
  existingSubnetsCanBeFound,
  theWayOutFitsTheSubnets,
  existingSubnetsAreLeftAlone,
  ciliumCanRun,
  domainsAreEnforced,
  podSubnetsAreUsed,
  podSubnetsAreSettings,
  prefixesHaveRoom,
  addressPoolsAreUsed,
  ipv6CanBeUsed,
  proxiesAreUsed,
  disksPerformAsTheyCan,
  placementsArePossible,
  nodesAreReplacedInTurn,
  nodeLabelsAreValid,
  nodeTaintsAreValid,
  nodeZonesHaveSubnets,
  everyZoneHasNodes,
  placedGroupsHaveOwnNames,
  startupTaintsAreRemoved,
  nodeReleasesArePinned,
  clustersWithoutNatReachAws,
  diskKeysAreUsable,
  userDataFitsTheAmi,
  userDataIsPossible,
  eksAddonVersionsAreExact,
  eksAddonsAreNearTheCluster,
  eksAddonsAreOffered,
  skewReasonsAreWritten,
  closedPodsHaveAPlace,
  podsStartByTheCluster,
  capabilitiesAreLetIn,
  graphsMakeKindsOfApplications,
  eksArgoCdDeliversAlone,
  eksArgoCdHasPeople,
  essentialEksAddonsAreOn,
  podIdentityHasItsAgent,
  databasesAreAllowed,
  terraformRolesAreNames,
  identityProvidersAreUsable,
  templatesFitTheFile,
  theMakerHasNoLevel,
  problemsOfAddons,
  registryIsThere,
  workflowsHaveANamespace,
  applicationNamespacesAreBounded,
];

/** Problems of one environment, all of them, so that one run shows everything to fix. */
export const problemsOf = (config: EnvironmentConfig): string[] =>
  [
    ...ENVIRONMENT_RULES.flatMap((rule) => rule(config)),
    ...config.clusters.flatMap((cluster) =>
      CLUSTER_RULES.flatMap((rule) => rule(cluster)).map(
        (text) => `${pathText(["clusters", cluster.cluster.name])}.${text}`,
      ),
    ),
  ].map((text) => `${environmentLabel(config)} ${text}`);

/** Problems that only several environments together have. */
export const problemsOfAll = (environments: readonly EnvironmentConfig[]): string[] => [
  ...namesAreUnique(environments),
  ...publishingDomainsAreUnique(environments),
  ...organisationIsShared(environments),
  ...stackNamesAreUnique(environments),
  ...clusterNamesAreUniqueInTheAccount(environments),
  ...flowMonitorIsUniqueInTheAccount(environments),
  ...volumesOfAnAccountAreToldApart(environments),
  ...serviceLinkedRolesAreMadeOnce(environments),
  ...vpcsDoNotOverlap(environments),
];
