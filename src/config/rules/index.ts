import type { EnvironmentConfig } from "../environment";
import { applicationNamespacesAreBounded } from "./application-namespaces";
import { accessFileIsValid, terraformRolesAreNames } from "./access";
import { backendIsComplete } from "./backend";
import { kubernetesVersionIsKnown, logRetentionIsAllowed, publicCidrsArePublic } from "./cluster";
import { chartsSupportTheCluster } from "./compatibility";
import { clusterSubdomainIsALabel, parentZoneIsADomain, publishingDomainIsADomain } from "./dns";
import {
  eksAddonsAreNearTheCluster,
  eksAddonVersionsAreExact,
  essentialEksAddonsAreOn,
  podIdentityHasItsAgent,
  skewReasonsAreWritten,
} from "./eks-addons";
import { idsOfAnExistingVpc } from "./existing-vpc";
import { uptimeChecksCanBeMade } from "./external-services";
import { databasesAreAllowed, databasesHaveSubnets } from "./databases";
import { environmentLabel } from "./label";
import {
  clusterNameFitsItsRoles,
  environmentNameIsKnown,
  nodeGroupNamesAreReadable,
  privateSubnetNamesAreReadable,
} from "./names";
import {
  amiTypesAreKnown,
  disksHaveASensibleSize,
  instanceTypesFitTheAmi,
  nodeGroupSizesAreOrdered,
  thereIsANodeGroup,
} from "./node-groups";
import { deletionProtectionHasItsReason } from "./protection";
import { alarmEmailSecretIsAName, secretsRecoveryIsAllowed } from "./secrets";
import { problemsOfServices } from "./services";
import {
  importsArePossible,
  movesAreUnambiguous,
  stacksWithStateExist,
  stateAddressesAreReadable,
} from "./state";
import {
  cidrsAreNetworks,
  rangesHaveAnAllowedSize,
  subnetsDoNotOverlap,
  subnetsLieInTheVpc,
} from "./subnets";
import { namesAreUnique, publishingDomainsAreUnique } from "./uniqueness";
import { problemsOfTerraformCloud } from "./terraform-cloud";
import {
  legacySubnetsLieInTheZones,
  regionIsKnown,
  thereAreTwoZones,
  tiersCoverTheZones,
  zonesLieInTheRegion,
} from "./zones";

/** Returns what is wrong, each as {@link problem} writes it. Never throws, whatever the values. */
type Rule = (config: EnvironmentConfig) => readonly string[];

const RULES: readonly Rule[] = [
  environmentNameIsKnown,
  regionIsKnown,
  backendIsComplete,
  cidrsAreNetworks,
  rangesHaveAnAllowedSize,
  subnetsLieInTheVpc,
  subnetsDoNotOverlap,
  zonesLieInTheRegion,
  thereAreTwoZones,
  tiersCoverTheZones,
  legacySubnetsLieInTheZones,
  privateSubnetNamesAreReadable,
  idsOfAnExistingVpc,
  publishingDomainIsADomain,
  parentZoneIsADomain,
  clusterSubdomainIsALabel,
  clusterNameFitsItsRoles,
  kubernetesVersionIsKnown,
  (config) => chartsSupportTheCluster(config),
  publicCidrsArePublic,
  logRetentionIsAllowed,
  thereIsANodeGroup,
  nodeGroupNamesAreReadable,
  nodeGroupSizesAreOrdered,
  amiTypesAreKnown,
  instanceTypesFitTheAmi,
  disksHaveASensibleSize,
  eksAddonVersionsAreExact,
  eksAddonsAreNearTheCluster,
  skewReasonsAreWritten,
  essentialEksAddonsAreOn,
  podIdentityHasItsAgent,
  databasesHaveSubnets,
  databasesAreAllowed,
  alarmEmailSecretIsAName,
  secretsRecoveryIsAllowed,
  deletionProtectionHasItsReason,
  accessFileIsValid,
  terraformRolesAreNames,
  problemsOfServices,
  applicationNamespacesAreBounded,
  uptimeChecksCanBeMade,
  stacksWithStateExist,
  stateAddressesAreReadable,
  importsArePossible,
  movesAreUnambiguous,
];

/** Every problem of one environment, so that one run shows all there is to fix. */
export const problemsOf = (config: EnvironmentConfig): string[] =>
  RULES.flatMap((rule) => rule(config)).map((text) => `${environmentLabel(config)} ${text}`);

/** Every problem that only several environments together have. */
export const problemsOfAll = (environments: readonly EnvironmentConfig[]): string[] => [
  ...namesAreUnique(environments),
  ...publishingDomainsAreUnique(environments),
  ...problemsOfTerraformCloud(environments),
];
