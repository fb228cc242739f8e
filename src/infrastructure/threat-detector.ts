import { GuarddutyDetector } from "@cdktf/provider-aws/lib/guardduty-detector";
import { GuarddutyDetectorFeature } from "@cdktf/provider-aws/lib/guardduty-detector-feature";
import { Construct } from "constructs";

/**
 * GuardDuty in the account's region: it judges the audit logs of EKS and, by an agent on each node that GuardDuty itself
 * installs, programs as they run.
 *
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/kubernetes-protection.html
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/runtime-monitoring.html
 */
export class ThreatDetector extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const { id: detectorId } = new GuarddutyDetector(this, "detector", {
      enable: true,
    });
    new GuarddutyDetectorFeature(this, "audit-logs", {
      detectorId,
      name: "EKS_AUDIT_LOGS",
      status: "ENABLED",
    });
    new GuarddutyDetectorFeature(this, "runtime", {
      detectorId,
      name: "RUNTIME_MONITORING",
      status: "ENABLED",
      additionalConfiguration: [{ name: "EKS_ADDON_MANAGEMENT", status: "ENABLED" }],
    });
  }
}
