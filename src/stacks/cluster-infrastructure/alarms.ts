import type { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { TELEPORT_USER } from "../../names/teleport-names";
import { teleportOf } from "../../settings/cluster/ways-in/teleport";
import { placedNodeGroups } from "../../settings/cluster/placed-node-groups";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { platformNamespacesOn } from "../../settings/namespaces/namespaces";
import { runRolesOf } from "../../settings/organisation/terraform-cloud";
import { AuditLogAlarms } from "../../infrastructure/audit-log/audit-log-alarms";
import { AlarmTopic } from "../../infrastructure/alarm-topic";
import { CertificateExpiryAlarm } from "../../infrastructure/certificate-expiry-alarm";
import type { ClusterSubnets } from "../../infrastructure/cluster-subnets";
import { ControlPlaneErrorsAlarm } from "../../infrastructure/control-plane-errors-alarm";
import { DatabaseAlarms } from "../../infrastructure/database-alarms";
import { NatPortAlarm } from "../../infrastructure/nat-port-alarm";
import type { NodeGroup } from "../../infrastructure/node-group";
import { NodeGroupLimitAlarm } from "../../infrastructure/node-group-limit-alarm";
import type { WildcardCertificate } from "../../infrastructure/wildcard-certificate";
import type { Databases } from "./databases";

interface Watched {
  readonly accountId: string;

  /** Log group of the cluster's control plane. */
  readonly logGroupName: string;
  readonly nodeGroups: Readonly<Record<string, NodeGroup>>;
  readonly network: ClusterSubnets;
  readonly certificate: WildcardCertificate;
  readonly databases: Databases;
}

/** Adds CloudWatch alarms about a cluster, and returns the topic that they publish to. */
export function addAlarms(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  watched: Watched,
): AlarmTopic {
  const { name: clusterName } = environment.cluster;

  const topic = new AlarmTopic(stack, "alarms", {
    clusterName,
    label: environment.name,
    accountId: watched.accountId,
    emailSecret: environment.alarmEmailSecret,
  });
  const shared = { clusterName, topicArn: topic.arn };

  addLimitAlarms(new Construct(stack, "limits"), environment, watched, shared);
  new ControlPlaneErrorsAlarm(stack, "control-plane-errors", shared);
  new AuditLogAlarms(stack, "audit-log", {
    ...shared,
    logGroupName: watched.logGroupName,
    platformNamespaces: platformNamespaces(environment),
    terraformRoles: terraformRolesOf(environment),
    relayedUser: teleportOf(environment.cluster.endpointAccess) && TELEPORT_USER,
  });
  new CertificateExpiryAlarm(stack, "certificate-expiry", {
    ...shared,
    certificateArn: watched.certificate.arn,
  });
  for (const [addon, { clusterIdentifier, instanceIdentifier }] of Object.entries(watched.databases)) {
    new DatabaseAlarms(stack, `${addon}-database-alarms`, {
      ...shared,
      addon,
      clusterIdentifier,
      instanceIdentifier,
    });
  }

  return topic;
}

/** Namespaces that no team works in. */
const platformNamespaces = (environment: ClusterEnvironment): string[] => [
  ...platformNamespacesOn(environment),
  "kube-system",
  ...(environment.organisation.deliveryNamespace === undefined
    ? []
    : [environment.organisation.deliveryNamespace]),
];

/** Names of the IAM roles that Terraform runs as: those of the settings, else those of HCP Terraform's runs. */
function terraformRolesOf(environment: ClusterEnvironment): string[] {
  const { cluster } = environment;
  const runs = runRolesOf(environment);
  return [
    ...new Set([cluster.terraformRoles?.plan ?? runs.plan, cluster.terraformRoles?.apply ?? runs.apply]),
  ];
}

/** Settings that all alarms share: the cluster, and the topics that they notify. */
interface Shared {
  readonly clusterName: string;
  readonly topicArn: string;
}

/** Adds alarms about resources at their limit. */
function addLimitAlarms(
  limits: Construct,
  environment: ClusterEnvironment,
  { nodeGroups, network }: Watched,
  shared: Shared,
): void {
  addNodeGroupAlarms(limits, environment, nodeGroups, shared);
  for (const [zone, natGatewayId] of Object.entries(network.natGatewayIds)) {
    new NatPortAlarm(limits, `nat-${zone}`, { ...shared, zone, natGatewayId });
  }
}

/** Adds an alarm about each node group that is about to reach its maximum size. */
export function addNodeGroupAlarms(
  limits: Construct,
  environment: ClusterEnvironment,
  nodeGroups: Readonly<Record<string, NodeGroup>>,
  shared: Shared,
): void {
  const placed = placedNodeGroups(environment);
  for (const [name, { autoscalingGroupName }] of Object.entries(nodeGroups)) {
    const { min, max } = placed[name]!.size;
    // Skip groups whose minimum is near the maximum: the alarm would never clear.
    if (min < max - 1) {
      new NodeGroupLimitAlarm(limits, `node-group-${name}`, {
        ...shared,
        nodeGroup: name,
        autoscalingGroupName,
        maxSize: max,
      });
    }
  }
}
