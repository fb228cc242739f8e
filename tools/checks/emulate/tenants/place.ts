import type { Json } from "../../../../src/output/leaves";
import { asMap, type JsonMap } from "../../../terraform-json/json-map";
import { stateFile } from "../../../terraform-json/state-file";
import { withoutState } from "../../../terraform-json/without-state";

/** Id of a block, as Terraform reads it once the block is made. */
const idOf = (address: string): string => ["$", "{", address, ".id}"].join("");

/** Network of a cluster in an emulator. Nothing else of a cluster is needed to make AWS resources. */
const NETWORK: JsonMap = {
  aws_vpc: { place: { cidr_block: "10.0.0.0/16" } },
  aws_subnet: Object.fromEntries(
    ["a", "b", "c"].map((zone, index) => [
      zone,
      {
        vpc_id: idOf("aws_vpc.place"),
        cidr_block: `10.0.${index}.0/24`,
        availability_zone: `eu-central-1${zone}`,
      },
    ]),
  ),
  aws_security_group: { nodes: { name: "nodes", vpc_id: idOf("aws_vpc.place") } },
};

/** Outputs of the cluster's stack that the emulator has; all others are well-formed texts. */
const OUTPUTS: Readonly<Record<string, Json>> = {
  vpc_id: idOf("aws_vpc.place"),
  private_subnets: ["a", "b", "c"].map((zone) => idOf(`aws_subnet.${zone}`)),
  public_nat_gateway_ips: ["192.0.2.1", "192.0.2.2", "192.0.2.3"],
  node_security_group_id: idOf("aws_security_group.nodes"),
  control_plane_security_group_id: idOf("aws_security_group.nodes"),
  cluster_endpoint: "https://cluster.example",
  cluster_oidc_provider: "oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLE",
  cluster_oidc_provider_arn:
    "arn:aws:iam::444455556666:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLE",
};

/** Stack that stands for the cluster's, with every output that a tenant's stack reads. */
export function clusterStandIn(tenant: JsonMap, states: string): JsonMap {
  const read = [...JSON.stringify(tenant).matchAll(/terraform_remote_state\.[\w-]+\.outputs\.(\w+)/g)];
  const names = new Set(read.flatMap(([, name = ""]) => name));
  const { terraform = {}, provider = {} } = withoutState(tenant);
  return {
    terraform: {
      ...asMap(terraform),
      backend: { local: { path: stateFile(states, "cluster-infrastructure-live") } },
    },
    provider: { aws: asMap(provider).aws! },
    resource: NETWORK,
    output: Object.fromEntries(
      [...names].map((name) => [name, { value: OUTPUTS[name] ?? `stand-in-for-${name}` }]),
    ),
  };
}
