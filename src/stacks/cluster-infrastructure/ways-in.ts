import type { ITerraformDependable, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { ApiRelay } from "../../infrastructure/api-relay";
import { type ApiTarget, networksToApi } from "../../infrastructure/api-target";
import { ClientVpn } from "../../infrastructure/client-vpn";
import type { ClusterSubnets } from "../../infrastructure/cluster-subnets";
import { TerraformAgents } from "../../infrastructure/terraform-agents";
import { RelaySessions } from "../../infrastructure/relay-sessions";
import type { ClientVpnSettings } from "../../settings/cluster/ways-in/schema";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { vpcCidrs } from "../../settings/network/network";
import { defaultTags } from "../default-tags";

interface RelaySurroundings {
  readonly target: ApiTarget;
  readonly vpcId: string;
  readonly network: ClusterSubnets;

  /** Resources through which machines in the private subnets reach AWS. */
  readonly waysOut: readonly ITerraformDependable[];
  readonly accountId: string;

  /** ARN of the cluster's certificate. */
  readonly certificateArn: string;
}

/** Adds the way for people to a Kubernetes API that answers inside the VPC alone. */
export function addRelay(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  surroundings: RelaySurroundings,
): void {
  const { relay } = environment.cluster.endpointAccess;
  if (relay?.kind === "session-manager") {
    addSessionManager(stack, environment, surroundings);
  }
  if (relay?.kind === "client-vpn") {
    addClientVpn(stack, environment, surroundings, relay);
  }
  if (relay?.kind === "network") {
    networksToApi(new Construct(stack, "api-callers"), surroundings.target, relay.cidrs);
  }
}

/** Adds the agents that run Terraform inside the VPC. */
export function addTerraformAgents(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  { target, vpcId, network, accountId }: RelaySurroundings,
): void {
  const { agents } = environment.cluster.endpointAccess;
  if (agents === undefined) {
    return;
  }
  new TerraformAgents(stack, "terraform-agents", {
    ...logsOf(environment, accountId),
    target,
    vpcId,
    subnetIds: network.privateSubnetIds,
    image: agents.image,
    tokenSecret: agents.tokenSecret,
    address: addressOfRuns(environment),
    count: agents.count ?? 2,
  });
}

const addressOfRuns = ({ backend }: ClusterEnvironment): string =>
  `https://${(backend.type === "cloud" && backend.hostname) || "app.terraform.io"}`;

/** Log groups of ways in, which stay as long as those of the control plane. */
const logsOf = ({ region, cluster, deletionProtection }: ClusterEnvironment, accountId: string) => ({
  region,
  accountId,
  retentionDays: cluster.logRetentionDays,
  protected: deletionProtection === true,
});

function addSessionManager(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  { target, vpcId, network, waysOut, accountId }: RelaySurroundings,
): void {
  const { nat, vpc } = environment.network;
  new ApiRelay(stack, "api-relay", {
    target,
    vpcId,
    subnetIds: network.privateSubnetIds,
    sessionManagerCidrs: nat === "none" ? vpcCidrs(vpc) : ["0.0.0.0/0"],
    tags: defaultTags(environment, "cluster-infrastructure"),
    after: waysOut,
  });
  new RelaySessions(stack, "api-sessions", {
    ...logsOf(environment, accountId),
    clusterName: target.clusterName,
  });
}

function addClientVpn(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  { target, vpcId, network, accountId, certificateArn }: RelaySurroundings,
  { clientCidr, signIn, sessionHours = 8 }: ClientVpnSettings,
): void {
  new ClientVpn(stack, "api-vpn", {
    ...logsOf(environment, accountId),
    target,
    vpcId,
    subnetIds: network.privateSubnetIdsByZone,
    apiCidrs: environment.network.subnets.controlPlane,
    certificateArn,
    clientCidr,
    signIn,
    sessionHours,
  });
}
