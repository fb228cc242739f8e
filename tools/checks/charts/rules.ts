import { crdsAreOnRecord } from "./rules/crds";
import { everyHostIsKnown, imagesComeFromMirrors } from "./rules/images";
import { metricsAreCollected, metricsAreCollectedOnce, monitorsFindTheirServices } from "./rules/monitors";
import { kindsAreJudged } from "./rules/kinds";
import { declaredNamespaces } from "./rules/namespaces";
import { valuesAreOnRecord } from "./rules/known-values";
import type { Rule } from "./rendered";
import { copiesAreAsAsked, copiesAreTheEnvironments } from "./rules/replicas";
import { everyContainerHasResources, resourcesAreUsed } from "./rules/resources";
import { containersHaveLeastRights, podsKeepOffTheirNode } from "./rules/rights";
import { recordFitsItsSecret } from "./rules/size";
import { spreadCountsItsPods } from "./rules/spread";
import { containersAreProbed, copiesAreSpread, workloadsHavePriority } from "./rules/upkeep";

/** Rules for every release. */
export const RULES: readonly Rule[] = [
  declaredNamespaces,
  copiesAreAsAsked,
  copiesAreTheEnvironments,
  everyContainerHasResources,
  resourcesAreUsed,
  spreadCountsItsPods,
  copiesAreSpread,
  containersAreProbed,
  workloadsHavePriority,
  containersHaveLeastRights,
  podsKeepOffTheirNode,
  recordFitsItsSecret,
  crdsAreOnRecord,
  kindsAreJudged,
  valuesAreOnRecord,
  imagesComeFromMirrors,
  everyHostIsKnown,
  metricsAreCollected,
  metricsAreCollectedOnce,
  monitorsFindTheirServices,
];
