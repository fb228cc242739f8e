import type { TerraformStack } from "cdktf";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { FlowLogs } from "../../infrastructure/flow-logs";
import { ThreatDetector } from "../../infrastructure/threat-detector";
import { ThreatNotices } from "../../infrastructure/threat-notices";
import { bucketName } from "../../names/cluster-names";

/** Adds what watches the whole environment: records of connections, and GuardDuty with its e-mails. The main cluster's stack has them. */
export function addWatch(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  { accountId, vpcId }: { readonly accountId: string; readonly vpcId: string },
): void {
  const { cluster, flowLogs, forceDestroy, name, region, threatDetection } = environment;

  if (flowLogs === true) {
    new FlowLogs(stack, "flow-logs", {
      vpcId,
      bucket: bucketName(cluster.name, name, "flow-logs"),
      retentionDays: cluster.logRetentionDays,
      forceDestroy,
    });
  }
  if (threatDetection === true) {
    new ThreatDetector(stack, "threats");
    new ThreatNotices(stack, "threat-notices", {
      clusterName: cluster.name,
      accountId,
      region,
      severity: environment.threatSeverity,
      emailSecret: environment.alarmEmailSecret,
    });
  }
}
