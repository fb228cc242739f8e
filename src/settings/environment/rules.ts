import type { EnvironmentConfig } from "./environment";
import { applicationNamespacesAreBounded } from "../namespaces/rules";
import { accessFileIsValid, terraformRolesAreNames } from "../access/rules";
import { backendIsComplete } from "../state/backend-rules";
import {
  kubernetesVersionIsKnown,
  logRetentionIsAllowed,
  publicCidrsArePublic,
} from "../cluster/rules/cluster";
import { chartsSupportTheCluster } from "../across/compatibility";
import { clusterSubdomainIsALabel, parentZoneIsADomain, publishingDomainIsADomain } from "../dns/rules";
import {
  eksAddonsAreNearTheCluster,
  eksAddonVersionsAreExact,
  essentialEksAddonsAreOn,
  podIdentityHasItsAgent,
  skewReasonsAreWritten,
} from "../cluster/rules/eks-addons";
import { idsOfAnExistingVpc } from "../network/rules/existing-vpc";
import { uptimeChecksCanBeMade } from "../external-services/rules/external-services";
import { databasesAreAllowed, databasesHaveSubnets } from "../databases/rules";
import { environmentLabel } from "../checking/label";
import {
  clusterNameFitsItsRoles,
  environmentNameIsKnown,
  nodeGroupNamesAreReadable,
  privateSubnetNamesAreReadable,
} from "../across/names";
import {
  amiTypesAreKnown,
  disksHaveASensibleSize,
  instanceTypesFitTheAmi,
  nodeGroupSizesAreOrdered,
  thereIsANodeGroup,
} from "../cluster/rules/node-groups";
import { deletionProtectionHasItsReason } from "./protection";
import { alarmEmailSecretIsAName, secretsRecoveryIsAllowed } from "./secrets";
import { problemsOfAddons } from "../addons/rules";
import {
  importsArePossible,
  movesAreUnambiguous,
  stacksWithStateExist,
  stateAddressesAreReadable,
} from "../state/rules";
import {
  cidrsAreNetworks,
  rangesHaveAnAllowedSize,
  subnetsDoNotOverlap,
  subnetsLieInTheVpc,
} from "../network/rules/subnets";
import { namesAreUnique, publishingDomainsAreUnique } from "../across/uniqueness";
import { problemsOfTerraformCloud } from "../across/terraform-cloud";
import {
  legacySubnetsLieInTheZones,
  regionIsKnown,
  thereAreTwoZones,
  tiersCoverTheZones,
  zonesLieInTheRegion,
} from "../network/rules/zones";

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
  problemsOfAddons,
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
