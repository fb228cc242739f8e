import { NetworkflowmonitorMonitor } from "@cdktf/provider-aws/lib/networkflowmonitor-monitor";
import { NetworkflowmonitorScope } from "@cdktf/provider-aws/lib/networkflowmonitor-scope";
import { Construct } from "constructs";

export interface FlowMonitorProps {
  readonly clusterName: string;
  readonly clusterArn: string;
  readonly region: string;
  readonly accountId: string;

  /** ARN of the account's scope, of which AWS allows one; `undefined` to make it. */
  readonly scopeArn: string | undefined;
}

/**
 * Monitor of the packets lost between the cluster and the region, from reports of the agent on each node.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-NetworkFlowMonitor.html
 */
export class FlowMonitor extends Construct {
  /** Scope of the account, which the monitors of its other clusters share. */
  readonly scopeArn: string;

  constructor(scope: Construct, id: string, props: FlowMonitorProps) {
    super(scope, id);
    const { clusterName, clusterArn, region, accountId } = props;

    this.scopeArn =
      props.scopeArn ??
      new NetworkflowmonitorScope(this, "scope", {
        target: [{ region, targetIdentifier: [{ targetType: "ACCOUNT", targetId: [{ accountId }] }] }],
      }).scopeArn;

    new NetworkflowmonitorMonitor(this, "monitor", {
      monitorName: `eks-${clusterName}-monitor`,
      scopeArn: this.scopeArn,
      localResource: [{ type: "AWS::EKS::Cluster", identifier: clusterArn }],
      remoteResource: [{ type: "AWS::Region", identifier: region }],
    });
  }
}
