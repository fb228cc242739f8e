import { describe, expect, it } from "vitest";
import { brokenLimits } from "../../../checks/limits/findings";
import { LIMITS } from "../../../checks/limits/limits";
import { everyStack } from "../../../../__tests__/support/every-platform";

const resources = (type: string, ...blocks: object[]) =>
  ({ resource: { [type]: Object.fromEntries(blocks.map((block, index) => [`r${index}`, block])) } }) as never;

const many = (number: number, block: object = {}) => Array.from({ length: number }, () => block);

describe("the limits of AWS", () => {
  it.each(everyStack)("are kept by $id", ({ id, terraform }) => {
    expect(brokenLimits(id, terraform.json)).toEqual([]);
  });

  it("measure each something that platforms have", () => {
    const unmeasured = LIMITS.filter(({ measure }) =>
      everyStack.every(({ terraform }) => measure(terraform.json).every(({ value }) => !(value > 0))),
    );
    expect(unmeasured.map(({ says }) => says)).toEqual([]);
  });

  it("have each a page of AWS", () => {
    expect(LIMITS.filter(({ source }) => !source.startsWith("https://docs.aws.amazon.com/"))).toEqual([]);
  });

  it.each<[string, never]>([
    ["a trust", resources("aws_iam_role", { assume_role_policy: "x".repeat(2049) })],
    ["a managed policy", resources("aws_iam_policy", { policy: "x".repeat(6145) })],
    [
      "policies inside a role",
      resources("aws_iam_role_policy", ...many(2, { role: "a", policy: "x".repeat(5121) })),
    ],
    ["managed policies of a role", resources("aws_iam_role_policy_attachment", ...many(11, { role: "a" }))],
    ["one subnet of a control plane", resources("aws_eks_cluster", { vpc_config: { subnet_ids: ["a"] } })],
    [
      "ranges of a public endpoint",
      resources("aws_eks_cluster", { vpc_config: { subnet_ids: ["a", "b"], public_access_cidrs: many(41) } }),
    ],
    ["Pod Identity associations", resources("aws_eks_pod_identity_association", ...many(5001))],
    ["node groups", resources("aws_eks_node_group", ...many(101, { scaling_config: { max_size: 1 } }))],
    ["a group that never has a node", resources("aws_eks_node_group", { scaling_config: { max_size: 0 } })],
    ["taints", resources("aws_eks_node_group", { taint: many(51) })],
    ["a large VPC", resources("aws_vpc", { cidr_block: "10.0.0.0/8" })],
    [
      "a load balancer's small subnet",
      resources("aws_subnet", { cidr_block: "10.0.0.0/28", tags: { "kubernetes.io/role/elb": "1" } }),
    ],
    ["a database in one subnet", resources("aws_db_subnet_group", { subnet_ids: ["a"] })],
    [
      "rules of a security group",
      resources("aws_vpc_security_group_ingress_rule", ...many(61, { security_group_id: "a" })),
    ],
    [
      "tags",
      resources("aws_sqs_queue", {
        name: "a",
        tags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`t${index}`, "x"])),
      }),
    ],
    [
      "a cache's name",
      resources("aws_elasticache_replication_group", { replication_group_id: "a".repeat(41) }),
    ],
    ["a search domain's name", resources("aws_opensearch_domain", { domain_name: "a".repeat(29) })],
    ["a queue's name", resources("aws_sqs_queue", { name: "a".repeat(81) })],
    [
      "messages that are kept",
      resources("aws_sqs_queue", { name: "a", message_retention_seconds: 1_209_601 }),
    ],
    ["a table's name", resources("aws_dynamodb_table", { name: "a".repeat(256) })],
    [
      "indexes of a table",
      resources("aws_dynamodb_table", { name: "abc", global_secondary_index: many(21) }),
    ],
    ["a database's name", resources("aws_db_instance", { identifier: "a".repeat(64) })],
    [
      "backups of an instance",
      resources("aws_db_instance", { identifier: "a", backup_retention_period: 36 }),
    ],
  ])("are broken by %s beyond them", (_, stack) => {
    expect(brokenLimits("any", stack)).toHaveLength(1);
  });

  it("say which stack broke which limit, and where AWS states it", () => {
    expect(brokenLimits("vpc-dev", resources("aws_vpc", { cidr_block: "10.0.0.0/8" }))).toEqual([
      "vpc-dev aws_vpc.r0: expected prefix of a VPC of 16 at least, 28 at most, got 8; write a rule that refuses the settings (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html)",
    ]);
  });
});
