import type { Inventory } from "../inventory";
import type { Permission } from "../permissions";
import type { Gain } from "../targets";
import { impersonate, requestTokens } from "./accounts";
import {
  approveCertificates,
  callKubelets,
  changeBounds,
  changeLabels,
  everything,
  giveRights,
  instructArgoCd,
  interceptObjects,
  shapeNodes,
} from "./cluster";
import {
  type Consequence,
  everythingIsEach,
  kubeSystemIsAdmin,
  newSecretsHoldTokens,
  nodesHavePods,
  podsMountSecrets,
  podsReachNodes,
  podsRunAsAccounts,
  secretsHoldTokens,
} from "./consequences";
import { callPods, enterPods, makePods } from "./pods";
import { copySecrets, makeSecrets, readSecrets } from "./secrets";

type Edge = (permissions: readonly Permission[], inventory: Inventory) => readonly Gain[];

/** Ways from permissions to targets. */
export const EDGES: readonly Edge[] = [
  everything,
  giveRights,
  instructArgoCd,
  interceptObjects,
  shapeNodes,
  approveCertificates,
  impersonate,
  callKubelets,
  makePods,
  enterPods,
  callPods,
  requestTokens,
  readSecrets,
  makeSecrets,
  copySecrets,
  changeLabels,
  changeBounds,
];

/** Ways from targets to further targets. */
export const CONSEQUENCES: readonly Consequence[] = [
  kubeSystemIsAdmin,
  podsReachNodes,
  nodesHavePods,
  everythingIsEach,
  podsRunAsAccounts,
  podsMountSecrets,
  secretsHoldTokens,
  newSecretsHoldTokens,
];
