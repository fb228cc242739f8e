import type { Finding } from "../finding";
import type { World } from "../world";
import {
  leavingIsUnprotected,
  liveAccessIsJustified,
  sandboxesAreNotLive,
  teamsExist,
  teamsHaveOneRole,
} from "./access";
import {
  fluxReadsABranch,
  gitHubEnvironmentsAreSeparate,
  gitOpsHasAnEngine,
  livePipelinesAreReviewed,
  pushHasAccessEntries,
  repositoriesAreOurs,
  repositoriesDeployOneProduct,
} from "./deploy";
import { alertsHaveTheirMeans, channelsAreNamed } from "./alerts";
import { applicationHostsAreFree, applicationHostsAreUnique } from "./application-hosts";
import { applicationsAreUnique, applicationsHaveNames, imagesAreUnique } from "./application-names";
import { applicationsAreOurs, repositoriesDiffer } from "./application-repositories";
import { nearestTeamsOwn } from "./domains";
import { repositoriesAreFree } from "./free-repositories";
import { repositoriesAreGiven } from "./given-repositories";
import { gitHubEnvironmentsAreMadeOnce, reviewersAreOnGitHub, reviewersFit } from "./git-hub";
import { hostsAreFree, hostsAreInZones, hostsHaveOneOwner, labelsAreShort } from "./hosts";
import {
  clustersExist,
  environmentsHaveNames,
  filesAreNamedAfterProducts,
  foldersAreOfTheirTeams,
  namespacesAreFree,
  namespacesAreUnique,
  namespacesBeginWithTheirProduct,
  productsAreNoPrefixes,
  productsAreUnique,
} from "./names";
import {
  configKeysAreUnique,
  earlierNamesAreFree,
  namespacesPartNames,
  resourcesHaveNames,
} from "./resource-names";
import {
  attributesHaveOneType,
  searchHasItsRole,
  secretsAreCopied,
  subscriptionsHaveTopics,
} from "./resources";
import { accountsAreChosen, accountsUseFew, resourcesHaveUsers } from "./service-accounts";
import { selfServiceIsPossible } from "./self-service";
import { registriesHaveNames, registriesHavePushers, unsignedImagesAreExplained } from "./registries";
import { cdnHostsAreFree, cdnsHaveOrigins, cdnsHaveZones } from "./cdns";
import { digestsAreSent, exceptionsAreCollected } from "./reports";
import {
  applicationsAreLetIn,
  namespacesHaveOneOwner,
  ownedNamespacesExist,
  sharesAreWithOthers,
  sharesAreWithTeams,
} from "./owned-namespaces";
import { filesSaySomething, namespacesHaveOwners, teamsHaveOneChannel } from "./owners";
import {
  clustersTakeTenants,
  consentIsMutual,
  domainsAreEnforced,
  peersAreOthers,
  peersShareACluster,
} from "./network";
import {
  importsAreShared,
  importsHaveNames,
  importsHaveUsers,
  sharesAreImported,
  sharesAreNamedOnce,
  sharesStayInEnvironments,
} from "./shares";
import { hostsAreNamedOnce, peersAreNamedOnce, reviewersAreNamedOnce } from "./once";
import { certificatesHaveZones, recordsFit, zonesAreOfTeams, zonesAreUnique } from "./zones";
import { namesStayInZones } from "./zone-borders";
import { stacksAreUnique } from "./stacks";

/** Rule of products. Its id begins its messages. */
export interface Rule {
  readonly id: string;
  readonly check: (world: World) => readonly Finding[];
}

const rule = (id: string, check: Rule["check"]): Rule => ({ id, check });

/** Rules that keep tenants apart. docs/tenants.md lists those that hold elsewhere. */
export const RULES: readonly Rule[] = [
  rule("T1", namespacesAreUnique),
  rule("T1", productsAreUnique),
  rule("T1", namespacesAreFree),
  rule("T1", stacksAreUnique),
  rule("T1", applicationsAreUnique),
  rule("T1", namespacesHaveOneOwner),
  rule("T2", namespacesBeginWithTheirProduct),
  rule("T2", productsAreNoPrefixes),
  rule("T2", environmentsHaveNames),
  rule("T2", filesAreNamedAfterProducts),
  rule("T4", liveAccessIsJustified),
  rule("T4", sandboxesAreNotLive),
  rule("T6", teamsExist),
  rule("T6", foldersAreOfTheirTeams),
  rule("T6", teamsHaveOneRole),
  rule("T6", sharesAreWithTeams),
  rule("T6", sharesAreWithOthers),
  rule("T9", consentIsMutual),
  rule("T9", peersShareACluster),
  rule("T9", peersAreOthers),
  rule("T9", peersAreNamedOnce),
  rule("T9", domainsAreEnforced),
  rule("T19", hostsHaveOneOwner),
  rule("T19", hostsAreNamedOnce),
  rule("T19", applicationHostsAreUnique),
  rule("T20", hostsAreInZones),
  rule("T20", hostsAreFree),
  rule("T20", applicationHostsAreFree),
  rule("T20", nearestTeamsOwn),
  rule("T21", labelsAreShort),
  rule("T24", importsAreShared),
  rule("T24", importsHaveNames),
  rule("T24", importsHaveUsers),
  rule("T24", sharesAreImported),
  rule("T24", sharesAreNamedOnce),
  rule("T24", sharesStayInEnvironments),
  rule("T25", leavingIsUnprotected),
  rule("T29", repositoriesAreOurs),
  rule("T29", applicationsAreOurs),
  rule("T29", repositoriesDiffer),
  rule("T29", repositoriesAreFree),
  rule("T29", repositoriesAreGiven),
  rule("T29", repositoriesDeployOneProduct),
  rule("T29", gitHubEnvironmentsAreSeparate),
  rule("T29", gitHubEnvironmentsAreMadeOnce),
  rule("T29", pushHasAccessEntries),
  rule("T30", livePipelinesAreReviewed),
  rule("T30", reviewersAreNamedOnce),
  rule("T30", reviewersFit),
  rule("T30", reviewersAreOnGitHub),
  rule("T31", gitOpsHasAnEngine),
  rule("T31", fluxReadsABranch),
  rule("T37", clustersExist),
  rule("T37", clustersTakeTenants),
  rule("applications", applicationsHaveNames),
  rule("applications", applicationsAreLetIn),
  rule("applications", imagesAreUnique),
  rule("applications", ownedNamespacesExist),
  rule("owner", filesSaySomething),
  rule("owner", namespacesHaveOwners),
  rule("owner", teamsHaveOneChannel),
  rule("alerts", alertsHaveTheirMeans),
  rule("channel", channelsAreNamed),
  rule("sentry", exceptionsAreCollected),
  rule("digest", digestsAreSent),
  rule("resources", resourcesHaveNames),
  rule("resources", namespacesPartNames),
  rule("resources", accountsAreChosen),
  rule("resources", resourcesHaveUsers),
  rule("resources", accountsUseFew),
  rule("resources", subscriptionsHaveTopics),
  rule("resources", configKeysAreUnique),
  rule("resources", attributesHaveOneType),
  rule("resources", earlierNamesAreFree),
  rule("resources", zonesAreOfTeams),
  rule("resources", zonesAreUnique),
  rule("resources", recordsFit),
  rule("resources", certificatesHaveZones),
  rule("resources", namesStayInZones),
  rule("resources", cdnsHaveZones),
  rule("resources", cdnsHaveOrigins),
  rule("resources", cdnHostsAreFree),
  rule("resources", secretsAreCopied),
  rule("resources", searchHasItsRole),
  rule("resources", registriesHavePushers),
  rule("resources", registriesHaveNames),
  rule("resources", unsignedImagesAreExplained),
  rule("selfService", selfServiceIsPossible),
];
