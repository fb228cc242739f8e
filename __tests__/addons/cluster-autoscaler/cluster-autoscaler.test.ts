import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import {
  ClusterAutoscaler,
  type ClusterAutoscalerProps,
} from "../../../src/addons/cluster-autoscaler/cluster-autoscaler";
import { cluster, podIdentityCluster } from "../../support/fixtures";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const autoscaler = (props: Partial<ClusterAutoscalerProps> = {}) =>
  Terraform.of(
    (scope) =>
      new ClusterAutoscaler(scope, "cluster-autoscaler", {
        cluster,
        imageTag: "v1.36.1",
        namespace: "kube-system",
        installedBy: "terraform",
        replicas: 2,
        ...props,
      }),
  );

const valuesWith = (props?: Partial<ClusterAutoscalerProps>) =>
  valuesOf(autoscaler(props).named(Release)["cluster-autoscaler_release"]!);

const statements = (terraform: Terraform): Block[] =>
  JSON.parse(terraform.only(IamRolePolicy).policy).Statement;

describe("ClusterAutoscaler", () => {
  it("looks for the node groups of its own cluster, in its region", () => {
    expect(valuesWith()).toMatchObject({ awsRegion: "eu-west-1", autoDiscovery: { clusterName: "govuk" } });
  });

  it("resizes only groups that bear this cluster's tag", () => {
    const resizing = statements(autoscaler()).filter(({ Action }) =>
      Action.includes("autoscaling:SetDesiredCapacity"),
    );

    expect(resizing).toEqual([
      {
        Effect: "Allow",
        Action: ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
        Resource: ["*"],
        Condition: { StringEquals: { "aws:ResourceTag/k8s.io/cluster-autoscaler/govuk": "owned" } },
      },
    ]);
  });

  it("changes nothing else: every other action reads", () => {
    const others = statements(autoscaler())
      .filter(({ Condition }) => !Condition)
      .flatMap(({ Action }) => Action as string[]);

    expect(others.filter((action) => !/:(Describe|Get)/.test(action))).toEqual([]);
  });

  it("balances similar groups, empties half-idle nodes and does not spare those with local storage", () => {
    expect(valuesWith().extraArgs).toEqual({
      "balance-similar-node-groups": true,
      "emit-per-nodegroup-metrics": true,
      "scale-down-utilization-threshold": 0.55,
      "skip-nodes-with-local-storage": false,
    });
  });

  it("runs as the service account that its role trusts", () => {
    expect(valuesWith().rbac.serviceAccount).toMatchObject({ name: "cluster-autoscaler" });
    expect(valuesWith().rbac.serviceAccount.annotations).toHaveProperty(["eks.amazonaws.com/role-arn"]);
  });

  it("gets its role by association where the cluster uses Pod Identity", () => {
    const terraform = autoscaler({ cluster: podIdentityCluster });

    expect(terraform.only(EksPodIdentityAssociation).service_account).toBe("cluster-autoscaler");
    expect(
      valuesOf(terraform.named(Release)["cluster-autoscaler_release"]!).rbac.serviceAccount.annotations,
    ).toEqual({});
  });

  it("spreads its replicas by the label that the chart really gives its pods", () => {
    const { replicaCount, topologySpreadConstraints } = valuesWith({ replicas: 3 });

    expect(replicaCount).toBe(3);
    expect(topologySpreadConstraints[0].labelSelector.matchLabels).toEqual({
      "app.kubernetes.io/name": "aws-cluster-autoscaler",
    });
  });

  it("is monitored from its own namespace, whatever the chart's default", () => {
    expect(valuesWith().serviceMonitor).toEqual({ enabled: true, namespace: "kube-system" });
  });

  it("comes from a mirror where there is one", () => {
    const registries = { "registry.k8s.io": "mirror.example/k8s" };

    expect(valuesWith({ registries }).image.repository).toBe(
      "mirror.example/k8s/autoscaling/cluster-autoscaler",
    );
  });

  it("takes the image of the cluster's minor, whichever its chart brings", () => {
    expect(valuesWith({ imageTag: "v1.34.5" }).image).toEqual({
      repository: "registry.k8s.io/autoscaling/cluster-autoscaler",
      tag: "v1.34.5",
    });
  });

  it("starts after its permissions, and leaves the cluster before them", () => {
    expect(autoscaler().named(Release)["cluster-autoscaler_release"]!.depends_on).toEqual([
      "aws_iam_role_policy.cluster-autoscaler_service-account_permissions",
    ]);
  });

  it("lets the environment have the last word on values", () => {
    expect(valuesWith({ values: { extraArgs: { v: 1 } } }).extraArgs).toMatchObject({
      v: 1,
      "balance-similar-node-groups": true,
    });
  });
});
