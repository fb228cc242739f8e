import { describe, expect, it } from "vitest";
import { reasonsOf } from "../../../reports/changes/directions";

const cluster = (before: object, after: object) => reasonsOf("aws_eks_cluster", { ...before }, { ...after });

const endpoint = (config: object) => ({ vpc_config: { endpoint_private_access: true, ...config } });

const sizes = (before: readonly [number, number], after: readonly [number, number]) => {
  const group = ([min_size, max_size]: readonly [number, number]) => ({
    scaling_config: { min_size, desired_size: min_size, max_size },
  });
  return reasonsOf("aws_eks_node_group", group(before), group(after));
};

const COMMAND =
  "desired_size is ignored after creation, so first run aws eks update-nodegroup-config --cluster-name <cluster> --nodegroup-name <group> --scaling-config";

describe("a change that goes the wrong way", () => {
  it("is a Kubernetes version that goes back", () => {
    const goesBack =
      "goes back from 1.36 to 1.35: EKS allows it for seven days after the upgrade, and refuses it later; node groups go back first";

    expect(cluster({ version: "1.36" }, { version: "1.35" })).toEqual([goesBack]);
    expect(reasonsOf("aws_eks_node_group", { version: "1.36" }, { version: "1.35" })).toEqual([goesBack]);
    expect(cluster({ version: "1.36" }, { version: "1.34" })).toEqual([
      "is refused: EKS goes back one minor at most, not from 1.36 to 1.34; keep 1.36",
    ]);
  });

  it("is a minor of Kubernetes that is skipped", () => {
    expect(cluster({ version: "1.34" }, { version: "1.36" })).toEqual([
      "is refused: EKS goes from one minor to the next, not from 1.34 to 1.36; apply 1.35 first",
    ]);
  });

  it.each([
    ["aws_rds_cluster", "16.11", "16.9", "is refused: Aurora never goes back from 16.11 to 16.9; keep 16.11"],
    ["aws_db_instance", "17", "16", "is refused: RDS never goes back from 17 to 16; keep 17"],
    [
      "aws_elasticache_replication_group",
      "8.1",
      "7.2",
      "is replaced, because its engine goes back from 8.1 to 7.2, and loses the keys in it; keep 8.1",
    ],
    [
      "aws_opensearch_domain",
      "OpenSearch_3.5",
      "OpenSearch_2.19",
      "is replaced, because its engine goes back from 3.5 to 2.19, and loses its indexes; keep 3.5",
    ],
  ])("is an engine of a %s that goes back from %s to %s, number by number", (type, before, after, reason) => {
    expect(reasonsOf(type, { engine_version: before }, { engine_version: after })).toEqual([reason]);
    expect(reasonsOf(type, { engine_version: after }, { engine_version: before })).toEqual([]);
  });

  it("is no version that goes forward", () => {
    expect(cluster({ version: "1.9" }, { version: "1.10" })).toEqual([]);
  });

  it.each([
    ["taken from", ["a", "b", "c"], ["a", "b"], "3 to 2"],
    ["given to", ["a", "b"], ["a", "b", "c"], "2 to 3"],
  ])("is a zone %s a living cluster", (_, before, after, numbers) => {
    expect(cluster({ vpc_config: { subnet_ids: before } }, { vpc_config: [{ subnet_ids: after }] })).toEqual([
      `is refused: EKS keeps the availability zones that the cluster was made in, and its subnets go from ${numbers}; keep network.zones, or make another cluster. The vpc stack, which is applied before, may have destroyed subnets and addresses by then`,
    ]);
  });

  it("is no subnet that takes the place of another", () => {
    expect(cluster({ vpc_config: { subnet_ids: ["a"] } }, { vpc_config: { subnet_ids: ["b"] } })).toEqual([]);
  });

  it("is an API that becomes public", () => {
    expect(
      cluster(
        endpoint({ endpoint_public_access: false }),
        endpoint({ endpoint_public_access: true, public_access_cidrs: ["203.0.113.0/24"] }),
      ),
    ).toEqual(["opens the Kubernetes API to 203.0.113.0/24"]);
  });

  it("is an API whose list of ranges goes, since that means everybody", () => {
    expect(cluster(endpoint({ public_access_cidrs: ["203.0.113.0/24"] }), endpoint({}))).toEqual([
      "opens the Kubernetes API to 0.0.0.0/0",
    ]);
  });

  it("is no API that closes", () => {
    expect(cluster(endpoint({}), endpoint({ endpoint_public_access: false }))).toEqual([]);
    expect(cluster(endpoint({}), endpoint({ public_access_cidrs: ["203.0.113.0/24"] }))).toEqual([]);
  });

  it("is an authentication mode that goes back", () => {
    const mode = (authentication_mode: string) => ({ access_config: { authentication_mode } });

    expect(cluster(mode("API"), mode("CONFIG_MAP"))).toEqual([
      "is refused: EKS never goes back from API to CONFIG_MAP; keep API",
    ]);
    expect(cluster(mode("CONFIG_MAP"), mode("API"))).toEqual([]);
  });

  it("is a minimum above what may run, with the command that prepares it", () => {
    expect(sizes([6, 12], [8, 12])).toEqual([
      `is refused while fewer than 8 nodes run: ${COMMAND} minSize=6,maxSize=12,desiredSize=8`,
    ]);
  });

  it("is a minimum above the old maximum, with a command that raises both", () => {
    expect(sizes([3, 6], [8, 10])).toEqual([
      `is refused while fewer than 8 nodes run: ${COMMAND} minSize=3,maxSize=10,desiredSize=8`,
    ]);
  });

  it("is a maximum below what may run, with the command that prepares it", () => {
    expect(sizes([3, 12], [3, 6])).toEqual([
      `is refused while more than 6 nodes run: ${COMMAND} minSize=3,maxSize=12,desiredSize=6`,
    ]);
  });

  it("is no room that grows", () => {
    expect(sizes([3, 6], [0, 12])).toEqual([]);
  });

  it("is a protection that goes", () => {
    expect(
      cluster(
        { deletion_protection: true, lifecycle: { prevent_destroy: true } },
        { deletion_protection: false, lifecycle: {} },
      ),
    ).toEqual([
      "loses its protection: AWS would now delete it",
      "loses its protection: Terraform would now destroy it",
    ]);
    expect(
      reasonsOf(
        "aws_dynamodb_table",
        { deletion_protection_enabled: true },
        { deletion_protection_enabled: false },
      ),
    ).toEqual(["loses its protection: AWS would now delete it"]);
  });
});
