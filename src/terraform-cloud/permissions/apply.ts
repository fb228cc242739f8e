import type { Permission } from "../../constructs/iam-policy";
import { changeCluster } from "./apply-cluster";
import { changeData } from "./apply-data";
import { changeNetwork } from "./apply-network";
import { changeAlarmsOfCluster, changeObservability } from "./apply-observability";
import { changeRoles, trustRoles } from "./apply-roles";
import { changeLogDelivery } from "./log-delivery";
import { changeFromOutside } from "./outside";
import { changeLogSharing } from "./log-sharing";
import { changeMetricsWorkspace } from "./metrics-workspace";
import { planPermissions, together } from "./plan";
import type { Territory } from "./territory";

/** Permissions of an apply: those of a plan, and to make, change and remove the contents of stacks. */
export const applyPermissions = (territory: Territory): Record<string, readonly Permission[]> => ({
  ...planPermissions(territory),
  "change-network": changeNetwork(territory),
  "change-cluster": changeCluster(territory),
  "change-roles": changeRoles(territory),
  "trust-roles": trustRoles(territory),
  "change-data": changeData(territory),
  "change-observability": changeObservability(territory),
  "change-alarms": changeAlarmsOfCluster(territory),
  ...together("change-outside", [
    ...(territory.outside ? changeFromOutside(territory, territory.outside) : []),
    ...(territory.logReceiverSecrets.length > 0 ? changeLogDelivery(territory) : []),
    ...changeMetricsWorkspace(territory),
    ...changeLogSharing(territory),
  ]),
});
