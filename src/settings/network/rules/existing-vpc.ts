import type { OfNetwork } from "./of-network";
import { problem, show } from "../../checking/problem";

/** Refuses an existing VPC whose ids are not of AWS's kinds. */
export function idsOfAnExistingVpc({ network: { vpc } }: OfNetwork): string[] {
  if (!("existing" in vpc)) {
    return [];
  }
  const { id, internetGatewayId, privateSubnetIds, privateRouteTableIds } = vpc.existing;

  const ids: [kind: string, path: (string | number)[], id: string][] = [
    ["vpc", ["id"], id],
    ["igw", ["internetGatewayId"], internetGatewayId],
    ...Object.entries(privateSubnetIds).map(([name, id]): [string, string[], string] => [
      "subnet",
      ["privateSubnetIds", name],
      id,
    ]),
    ...privateRouteTableIds.map((id, index): [string, (string | number)[], string] => [
      "rtb",
      ["privateRouteTableIds", index],
      id,
    ]),
  ];
  return ids
    .filter(([kind, , id]) => !new RegExp(`^${kind}-[0-9a-f]{8,17}$`).test(id))
    .map(([kind, path, id]) =>
      problem(
        ["network", "vpc", "existing", ...path],
        `an id such as "${kind}-0a1b2c3d4e5f67890"`,
        show(id),
        "copy it from the AWS console",
      ),
    );
}

/** Refuses one subnet under two names: a database needs two that are different, in two zones. */
export function privateSubnetsAreDifferent({ network: { vpc } }: OfNetwork): string[] {
  const named = "existing" in vpc ? Object.entries(vpc.existing.privateSubnetIds) : [];
  const first = (id: string) => named.find(([, other]) => other === id)![0];

  return named
    .filter(([name, id]) => first(id) !== name)
    .map(([name, id]) =>
      problem(
        ["network", "vpc", "existing", "privateSubnetIds", name],
        "a subnet of its own",
        `${show(id)}, which ${first(id)} is`,
        "write the id of the other subnet; RDS refuses a group of subnets in one zone",
      ),
    );
}
