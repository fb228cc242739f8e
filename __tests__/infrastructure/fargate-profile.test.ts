import { EksFargateProfile } from "@cdktf/provider-aws/lib/eks-fargate-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { describe, expect, it } from "vitest";
import { FargateProfile } from "../../src/infrastructure/fargate-profile";
import { Terraform } from "../support/terraform";

const terraform = Terraform.of((scope) => {
  new FargateProfile(scope, "fargate", {
    clusterName: "govuk",
    region: "eu-west-1",
    accountId: "123456789012",
    name: "govuk-controllers",
    subnetIds: ["subnet-a", "subnet-b"],
    pods: [{ namespace: "kube-system", labels: { "k8s-app": "kube-dns" } }, { namespace: "jobs" }],
    after: [],
  });
});

describe("FargateProfile", () => {
  it("chooses pods by namespace, and by labels where it has some", () => {
    expect(terraform.only(EksFargateProfile).selector).toEqual([
      { namespace: "kube-system", labels: { "k8s-app": "kube-dns" } },
      { namespace: "jobs" },
    ]);
  });

  it("lets kubelets of this cluster's profiles alone have its role", () => {
    const [statement] = JSON.parse(terraform.only(IamRole).assume_role_policy).Statement;

    expect(statement).toMatchObject({
      Principal: { Service: "eks-fargate-pods.amazonaws.com" },
      Condition: {
        ArnLike: { "aws:SourceArn": "arn:aws:eks:eu-west-1:123456789012:fargateprofile/govuk/*" },
      },
    });
  });

  it("waits for the permissions of its role", () => {
    expect(terraform.only(EksFargateProfile).depends_on).toEqual([
      "aws_iam_role_policy_attachment.fargate_role_amazon-eks-fargate-pod-execution-role-policy",
    ]);
  });
});
