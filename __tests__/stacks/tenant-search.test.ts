import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamServiceLinkedRole } from "@cdktf/provider-aws/lib/iam-service-linked-role";
import { OpensearchDomain } from "@cdktf/provider-aws/lib/opensearch-domain";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { describe, expect, it } from "vitest";
import { riverPlatform } from "../support/river-authority";
import { tenantStack } from "../support/tenant-stack";
import type { Block } from "../support/terraform";

const live = riverPlatform["tenant-live-flood-warnings-live"]!;

const DOMAIN = "tenant-flood-warnin-aacc3dad";

const statementsOf = (policy: unknown): Block[] =>
  (JSON.parse(policy as string) as { Statement: Block[] }).Statement;

describe("search domains of tenants", () => {
  it("are encrypted on disk, between nodes and towards clients, and in the cluster's subnets", () => {
    expect(live.only(OpensearchDomain)).toMatchObject({
      domain_name: DOMAIN,
      engine_version: "OpenSearch_3.5",
      encrypt_at_rest: { enabled: true, kms_key_id: "${aws_kms_key.own_encryption_key.arn}" },
      node_to_node_encryption: { enabled: true },
      domain_endpoint_options: {
        enforce_https: true,
        tls_security_policy: "Policy-Min-TLS-1-2-PFS-2023-10",
      },
      vpc_options: { security_group_ids: ["${aws_security_group.own_search-reports_security-group.id}"] },
      lifecycle: { prevent_destroy: true },
    });
    expect(DOMAIN.length).toBeLessThanOrEqual(28);
    expect(live.named(VpcSecurityGroupIngressRule)["own_search-reports_from-pods"]).toMatchObject({
      from_port: 443,
      to_port: 443,
    });
  });

  it("have a node in each zone of a live cluster, and one where nothing is lost", () => {
    const other = tenantStack("serviceAccounts: [web], resources: { search: { a: { version: 2.19 } } }", {
      live: false,
    });
    const shape = ({ cluster_config, vpc_options }: Block) => [
      cluster_config as Block,
      (vpc_options as { subnet_ids: string[] }).subnet_ids.length,
    ];

    expect(shape(live.only(OpensearchDomain))).toEqual([
      {
        instance_type: "t3.small.search",
        instance_count: 3,
        zone_awareness_enabled: true,
        zone_awareness_config: { availability_zone_count: 3 },
      },
      3,
    ]);
    expect(shape(other.only(OpensearchDomain))).toEqual([
      { instance_type: "t3.small.search", instance_count: 1 },
      1,
    ]);
  });

  it("let in no request without a signature, and leave it to policies of roles which may sign", () => {
    const [own, ...others] = statementsOf(live.only(OpensearchDomain).access_policies);

    expect(others).toEqual([]);
    expect(own!.Principal).toEqual({ AWS: "arn:aws:iam::444455556666:root" });
  });

  it("are open to the accounts that use them, for requests and for nothing about the domain itself", () => {
    const about = (account: string) =>
      statementsOf(live.named(IamRolePolicy)[`own_account-${account}_role_permissions`]!.policy).filter(
        ({ Action }) => (Action as string[]).some((action) => action.startsWith("es:")),
      );
    const [sender] = about("sender");

    expect(sender!.Resource).toEqual([`arn:aws:es:eu-central-1:444455556666:domain/${DOMAIN}/*`]);
    expect((sender!.Action as string[]).filter((action) => !action.startsWith("es:ESHttp"))).toEqual([]);
    expect(about("gauge-reader")).toEqual([]);
  });

  it("tell the team of lost parts, busy processors and full disks", () => {
    expect(
      live
        .all(CloudwatchMetricAlarm)
        .filter(({ namespace }) => namespace === "AWS/ES")
        .map(({ metric_name, threshold }) => [metric_name, threshold])
        .sort(),
    ).toEqual([
      ["CPUUtilization", 80],
      ["ClusterStatus.red", 1],
      ["FreeStorageSpace", 5 * 1024],
    ]);
  });

  it("come after the role by which OpenSearch connects to subnets, which the environment makes once", () => {
    expect(
      riverPlatform["cluster-infrastructure-live"]!.all(IamServiceLinkedRole).map(
        ({ aws_service_name }) => aws_service_name as string,
      ),
    ).toEqual(["opensearchservice.amazonaws.com"]);
  });
});
