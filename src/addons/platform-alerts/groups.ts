import type { AddonsConfig } from "../../settings/addons";
import { ADDONS } from "./addons";
import type { AlertGroup } from "./alert-rule";
import { ARGO } from "./argo";
import { AUTOSCALER } from "./autoscaler";
import { BACKUPS } from "./backups";
import { CERTIFICATES } from "./certificates";
import { FLUX } from "./flux";
import { LOGS } from "./logs";
import { MONITORING } from "./monitoring";
import { NAMES_AND_LOAD_BALANCERS } from "./names-and-load-balancers";
import { NODES } from "./nodes";
import { POD_NETWORK } from "./pod-network";
import { PODS } from "./pods";
import { POLICIES } from "./policies";
import { SECRETS } from "./secrets";
import { VOLUMES } from "./volumes";
import { WEB } from "./web";

/** All alerts about the platform. */
export const ALERT_GROUPS: readonly AlertGroup[] = [
  NODES,
  PODS,
  ADDONS,
  WEB,
  SECRETS,
  POLICIES,
  NAMES_AND_LOAD_BALANCERS,
  AUTOSCALER,
  VOLUMES,
  ARGO,
  LOGS,
  MONITORING,
  CERTIFICATES,
  BACKUPS,
  FLUX,
  POD_NETWORK,
];

/** Alerts about the add-ons that a cluster has. */
export const alertGroupsWith = (addons: AddonsConfig): readonly AlertGroup[] =>
  ALERT_GROUPS.filter(({ watches }) => watches === undefined || addons[watches] !== false);
