import type { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { Environment } from "../../config/environment";
import { AlarmTopic } from "../../infrastructure/alarm-topic";
import type { NodeGroup } from "../../infrastructure/node-group";
import { NodeGroupLimitAlarm } from "../../infrastructure/node-group-limit-alarm";

interface Watched {
  readonly nodeGroups: Readonly<Record<string, NodeGroup>>;
  readonly accountId: string;
}

/** CloudWatch's alarms about a cluster and the topic they go to. */
export function addAlarms(stack: TerraformStack, environment: Environment, watched: Watched): void {
  const { name: clusterName, nodeGroups } = environment.cluster;

  const topic = new AlarmTopic(stack, "alarms", {
    clusterName,
    label: environment.name,
    accountId: watched.accountId,
    emailSecret: environment.alarmEmailSecret,
  });

  const limits = new Construct(stack, "limits");
  for (const [name, { autoscalingGroupName }] of Object.entries(watched.nodeGroups)) {
    new NodeGroupLimitAlarm(limits, `node-group-${name}`, {
      clusterName,
      nodeGroup: name,
      autoscalingGroupName,
      maxSize: nodeGroups[name]!.size.max,
      topicArn: topic.arn,
    });
  }
}
