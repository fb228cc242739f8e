import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { TerraformOutput } from "cdktf";
import { describe, expect, it } from "vitest";
import { HelmRelease } from "../../src/constructs/helm-release";
import { WorkloadRole, type WorkloadRoleProps } from "../../src/constructs/workload-role";
import { cluster, podIdentityCluster } from "../support/fixtures";
import { Terraform } from "../support/terraform";

const chart = { repository: "https://charts.example", name: "demo", version: "1.2.3" };
const permissions = [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::bucket/*"] }];
const managedPolicies = { reader: "arn:aws:iam::aws:policy/ReadOnlyAccess" };

/** A role, what it publishes, and a release that waits for it. */
const role = (props: Partial<WorkloadRoleProps> = {}) =>
  Terraform.of((scope) => {
    const made = new WorkloadRole(scope, "reader", {
      cluster,
      namespace: "monitoring",
      serviceAccount: "reader",
      permissions,
      ...props,
    });
    new TerraformOutput(scope, "helm-values", { value: made.helmValues });
    new HelmRelease(scope, "release", { chart, namespace: "monitoring", after: [made] });
  });

const trustOf = (terraform: Terraform) => JSON.parse(terraform.only(IamRole).assume_role_policy).Statement;
const releaseOf = (terraform: Terraform) => terraform.json.resource.helm_release.release;

describe.each([cluster, podIdentityCluster])("WorkloadRole with $identity", (cluster) => {
  it("is named after the service account and the cluster", () => {
    expect(role({ cluster }).only(IamRole).name).toBe("reader-govuk");
  });

  it("can be told from that of an account of the same name in another namespace", () => {
    expect(role({ cluster, roleName: "reader-apps" }).only(IamRole).name).toBe("reader-apps-govuk");
  });

  it("has the name that other accounts know, where they know one", () => {
    expect(role({ cluster, exactName: "release-assumer" }).only(IamRole).name).toBe("release-assumer");
  });

  it("may do what is listed and nothing else", () => {
    expect(JSON.parse(role({ cluster }).only(IamRolePolicy).policy).Statement).toEqual([
      { Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::bucket/*"] },
    ]);
  });

  it("has no policy of its own where it needs none", () => {
    expect(role({ cluster, permissions: [], managedPolicies }).all(IamRolePolicy)).toEqual([]);
  });

  it("takes on policies that others keep", () => {
    expect(role({ cluster, managedPolicies }).only(IamRolePolicyAttachment).policy_arn).toBe(
      managedPolicies.reader,
    );
  });

  it("tells its chart the name of the service account", () => {
    expect(role({ cluster }).outputs()["helm-values"]).toMatchObject({ name: "reader" });
  });

  it("lets nothing start before all of its permissions", () => {
    expect(releaseOf(role({ cluster, managedPolicies })).depends_on).toEqual(
      expect.arrayContaining([
        "aws_iam_role_policy.reader_permissions",
        "aws_iam_role_policy_attachment.reader_reader",
      ]),
    );
  });
});

describe("WorkloadRole with irsa", () => {
  it("trusts one service account of one namespace of one cluster", () => {
    expect(trustOf(role())).toEqual([
      {
        Effect: "Allow",
        Principal: { Federated: cluster.oidcProvider.arn },
        Action: ["sts:AssumeRoleWithWebIdentity"],
        Condition: {
          StringEquals: {
            "oidc.example:aud": "sts.amazonaws.com",
            "oidc.example:sub": "system:serviceaccount:monitoring:reader",
          },
        },
      },
    ]);
  });

  it("reaches the pod through an annotation, without an association", () => {
    const terraform = role();

    expect(terraform.outputs()["helm-values"]).toMatchObject({
      annotations: { "eks.amazonaws.com/role-arn": "${aws_iam_role.reader_role.arn}" },
    });
    expect(terraform.all(EksPodIdentityAssociation)).toEqual([]);
  });

  it("is itself what pods wait for where it has no policy", () => {
    expect(releaseOf(role({ permissions: [] })).depends_on).toEqual(["aws_iam_role.reader_role"]);
  });
});

describe("WorkloadRole with pod-identity", () => {
  const terraform = role({ cluster: podIdentityCluster });

  it("trusts EKS, for one service account of one namespace of one cluster", () => {
    expect(trustOf(terraform)).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "pods.eks.amazonaws.com" },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: {
          StringEquals: {
            "aws:RequestTag/eks-cluster-name": "govuk",
            "aws:RequestTag/kubernetes-namespace": "monitoring",
            "aws:RequestTag/kubernetes-service-account": "reader",
          },
        },
      },
    ]);
  });

  it("reaches the pod through an association, without an annotation", () => {
    expect(terraform.only(EksPodIdentityAssociation)).toMatchObject({
      cluster_name: "govuk",
      namespace: "monitoring",
      service_account: "reader",
      role_arn: "${aws_iam_role.reader_role.arn}",
    });
    expect(terraform.outputs()["helm-values"]).toEqual({ name: "reader", annotations: {} });
  });

  it("lets nothing start before the association, which pods only see when they start", () => {
    expect(releaseOf(terraform).depends_on).toContain("aws_eks_pod_identity_association.reader_association");
  });
});
