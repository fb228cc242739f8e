import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import {
  AwsLoadBalancerController,
  type AwsLoadBalancerControllerProps,
} from "../../../src/addons/aws-load-balancer-controller/aws-load-balancer-controller";
import { cluster, podIdentityCluster } from "../../support/fixtures";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const controller = (props: Partial<AwsLoadBalancerControllerProps> = {}) =>
  Terraform.of(
    (scope) =>
      new AwsLoadBalancerController(scope, "alb", {
        cluster,
        namespace: "cluster-services",
        replicas: 2,
        tags: { product: "platform" },
        shield: true,
        ...props,
      }),
  );

const valuesWith = (props?: Partial<AwsLoadBalancerControllerProps>) =>
  valuesOf(controller(props).only(Release));

const policy = (props?: Partial<AwsLoadBalancerControllerProps>): string =>
  controller(props).only(IamRolePolicy).policy;

const statements = (): Block[] => JSON.parse(policy()).Statement;

const statementsWith = (action: string) => statements().filter(({ Action }) => Action.includes(action));

describe("AwsLoadBalancerController", () => {
  it("tags the load balancers that it makes", () => {
    expect(valuesWith().defaultTags).toEqual({ product: "platform" });
  });

  it("is told its cluster, region and VPC, since pods cannot ask the instance metadata", () => {
    expect(valuesWith()).toMatchObject({ clusterName: "govuk", region: "eu-west-1", vpcId: "vpc-1" });
  });

  it("is the cluster's default IngressClass", () => {
    expect(valuesWith()).toMatchObject({
      ingressClass: "aws-alb",
      createIngressClassResource: true,
      ingressClassConfig: { default: true },
    });
  });

  it("sends traffic straight to pods, and speaks TLS 1.2 and newer", () => {
    expect(valuesWith()).toMatchObject({
      defaultTargetType: "ip",
      defaultSSLPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    });
  });

  it("leaves the creation of Services alone, which its webhook would block until it runs", () => {
    expect(valuesWith().enableServiceMutatorWebhook).toBe(false);
  });

  it("keeps its webhook certificate over upgrades", () => {
    expect(valuesWith().keepTLSSecret).toBe(true);
  });

  it("has every load balancer write its access logs to the cluster's bucket", () => {
    expect(valuesWith().ingressClassParams.spec.loadBalancerAttributes).toEqual([
      { key: "access_logs.s3.enabled", value: "true" },
      { key: "access_logs.s3.bucket", value: cluster.loadBalancerLogsBucket },
      { key: "access_logs.s3.prefix", value: "" },
    ]);
  });

  it("asks AWS for no WAF Classic, for which it has no permissions", () => {
    expect(valuesWith().enableWaf).toBe(false);
    expect(policy()).not.toMatch(/waf-regional:/);
  });

  it("protects with Shield Advanced the load balancers that ask for it", () => {
    expect(valuesWith().enableShield).toBe(true);
    expect(policy()).toContain("shield:CreateProtection");
  });

  it("has no permissions for Shield Advanced where it is off", () => {
    const off = { shield: { off: true, reason: "There is no subscription." } } as const;

    expect(valuesWith(off).enableShield).toBe(false);
    expect(policy(off)).not.toContain("shield:");
  });

  it("gets its role through the service account, by annotation or by association alone", () => {
    const annotation = "eks.amazonaws.com/role-arn";

    expect(valuesWith().serviceAccount.annotations).toHaveProperty([annotation]);
    expect(valuesWith({ cluster: podIdentityCluster }).serviceAccount).toEqual({
      name: "aws-load-balancer-controller",
      annotations: {},
    });
  });

  it("spreads its replicas and lets drains take one at a time", () => {
    expect(valuesWith({ replicas: 3 })).toMatchObject({
      replicaCount: 3,
      podDisruptionBudget: { maxUnavailable: 1 },
      topologySpreadConstraints: [
        { labelSelector: { matchLabels: { "app.kubernetes.io/name": "aws-load-balancer-controller" } } },
        { topologyKey: "kubernetes.io/hostname" },
      ],
    });
  });

  it("has a policy that fits an IAM document, with room for a real VPC's id", () => {
    expect(policy().length).toBeLessThan(6144 - 200);
  });

  it("deletes only what bears this cluster's tag", () => {
    const deletions = ["ec2:DeleteSecurityGroup", "elasticloadbalancing:DeleteLoadBalancer"].flatMap(
      statementsWith,
    );

    expect(deletions.map(({ Condition }) => Condition)).toEqual([
      { StringEquals: { "aws:ResourceTag/elbv2.k8s.aws/cluster": "govuk" } },
      { StringEquals: { "aws:ResourceTag/elbv2.k8s.aws/cluster": "govuk" } },
    ]);
  });

  it("opens security groups in the cluster's VPC only", () => {
    expect(statementsWith("ec2:AuthorizeSecurityGroupIngress").map(({ Condition }) => Condition)).toEqual([
      { ArnLike: { "ec2:Vpc": "arn:aws:ec2:eu-west-1:*:vpc/vpc-1" } },
    ]);
  });

  it("cannot take the tag of ownership from what it owns, nor give it to what it does not", () => {
    const tagging = ["ec2:DeleteTags", "elasticloadbalancing:RemoveTags"]
      .flatMap(statementsWith)
      .filter(({ Resource }) => !Resource.some((arn: string) => arn.includes(":listener/")));

    expect(tagging).toHaveLength(2);
    for (const { Condition } of tagging) {
      expect(Condition).toEqual({
        StringEquals: { "aws:ResourceTag/elbv2.k8s.aws/cluster": "govuk" },
        Null: { "aws:RequestTag/elbv2.k8s.aws/cluster": "true" },
      });
    }
  });
});
