import { NetworkflowmonitorMonitor } from "@cdktf/provider-aws/lib/networkflowmonitor-monitor";
import { NetworkflowmonitorScope } from "@cdktf/provider-aws/lib/networkflowmonitor-scope";
import { Construct } from "constructs";

export interface FlowMonitorProps {
  readonly clusterName: string;
  readonly clusterArn: string;
  readonly region: string;
  readonly accountId: string;
}

/**
 * Monitor of the packets lost between the cluster and the region, from reports of the agent on each node.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-NetworkFlowMonitor.html
 */
export class FlowMonitor extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { clusterName, clusterArn, region, accountId }: FlowMonitorProps,
  ) {
    super(scope, id);

    const account = new NetworkflowmonitorScope(this, "scope", {
      target: [{ region, targetIdentifier: [{ targetType: "ACCOUNT", targetId: [{ accountId }] }] }],
    });

    new NetworkflowmonitorMonitor(this, "monitor", {
      monitorName: `eks-${clusterName}-monitor`,
      scopeArn: account.scopeArn,
      localResource: [{ type: "AWS::EKS::Cluster", identifier: clusterArn }],
      remoteResource: [{ type: "AWS::Region", identifier: region }],
    });
  }
}
