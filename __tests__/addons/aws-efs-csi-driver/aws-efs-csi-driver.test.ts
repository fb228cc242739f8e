import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import {
  AwsEfsCsiDriver,
  type AwsEfsCsiDriverProps,
} from "../../../src/addons/aws-efs-csi-driver/aws-efs-csi-driver";
import { cluster, podIdentityCluster } from "../../support/fixtures";
import { problemsWith } from "../../support/environments";
import { clusterServicesWith } from "../../support/stacks";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const fileSystem = {
  id: "fs-1",
  arn: "arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/fs-1",
};

const driver = (props: Partial<AwsEfsCsiDriverProps> = {}) =>
  Terraform.of(
    (scope) =>
      new AwsEfsCsiDriver(scope, "efs", {
        cluster,
        accountId: "123456789012",
        namespace: "kube-system",
        replicas: 3,
        fileSystem,
        reclaimPolicy: "Retain",
        defaultClass: false,
        ...props,
      }),
  );

const valuesWith = (props?: Partial<AwsEfsCsiDriverProps>) =>
  valuesOf(driver(props).named(Release)["efs_release"]!);
const classWith = (props?: Partial<AwsEfsCsiDriverProps>): Block =>
  valuesOf(driver(props).named(Release)["efs_class"]!).objects[0];
const statements = (id: string): Block[] =>
  JSON.parse(driver().named(IamRolePolicy)[`efs_${id}_permissions`]!.policy as string).Statement;

describe("AwsEfsCsiDriver", () => {
  it("has a role for its controller and another for its pods on nodes, each for one service account", () => {
    expect(
      driver()
        .all(IamRole)
        .map(({ assume_role_policy }) => /kube-system:([\w-]+)/.exec(assume_role_policy as string)![1]),
    ).toEqual(["efs-csi-controller-sa", "efs-csi-node-sa"]);
    expect(
      driver({ cluster: podIdentityCluster })
        .all(EksPodIdentityAssociation)
        .map(({ service_account }) => service_account),
    ).toEqual(["efs-csi-controller-sa", "efs-csi-node-sa"]);
  });

  it("makes and removes access points with the cluster's tag, in its own file system", () => {
    const tags = (where: string) => ({
      StringEquals: {
        [`aws:${where}/efs.csi.aws.com/cluster`]: "true",
        [`aws:${where}/kubernetes.io/cluster/govuk`]: "owned",
      },
    });
    const accessPoints = ["arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/*"];

    expect(statements("controller").slice(2)).toEqual([
      {
        Effect: "Allow",
        Action: ["elasticfilesystem:CreateAccessPoint"],
        Resource: [fileSystem.arn],
        Condition: tags("RequestTag"),
      },
      {
        Effect: "Allow",
        Action: ["elasticfilesystem:TagResource", "elasticfilesystem:DeleteAccessPoint"],
        Resource: accessPoints,
        Condition: tags("ResourceTag"),
      },
    ]);
    expect(valuesWith().controller.tags).toEqual({ "kubernetes.io/cluster/govuk": "owned" });
  });

  it("mounts its own file system, and not as root", () => {
    expect(statements("node")).toEqual([
      {
        Effect: "Allow",
        Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
        Resource: [fileSystem.arn],
      },
    ]);
  });

  it("has a controller without the privileges of its chart", () => {
    expect(valuesWith().controller.containerSecurityContext).toMatchObject({
      privileged: false,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
    });
  });

  it("lets its controller write the files without which it does not start", () => {
    expect(valuesWith().controller.containerSecurityContext.readOnlyRootFilesystem).toBe(false);
  });

  it("runs as many controllers as it is told, of which a drain takes one at a time", () => {
    expect(valuesWith().controller).toMatchObject({
      replicaCount: 3,
      podDisruptionBudget: { minAvailable: 2, unhealthyPodEvictionPolicy: "AlwaysAllow" },
    });
  });

  it("gives each container its memory, those beside the plugin too", () => {
    const { controller, node, sidecars } = valuesWith();
    const all = [controller, node, ...Object.values<Block>(sidecars)];

    expect(all.map(({ resources }) => (resources as Block).limits)).toEqual(
      Array.from({ length: 5 }, () => ({ memory: "256Mi" })),
    );
  });

  it("is ready once its plugin answers, on nodes and as controller", () => {
    const { controller, node } = valuesWith();

    for (const { readinessProbe } of [controller, node]) {
      expect(readinessProbe.httpGet).toEqual({ path: "/healthz", port: "healthz" });
    }
  });

  it("comes from a mirror where there is one", () => {
    expect(JSON.stringify(valuesWith({ registries: { "public.ecr.aws": "mirror.example" } }))).not.toContain(
      "public.ecr.aws",
    );
  });
});

describe("the class efs", () => {
  it("gives each claim a folder of its own, mounted by TLS with the role of the node's pod", () => {
    expect(classWith()).toMatchObject({
      metadata: { name: "efs" },
      provisioner: "efs.csi.aws.com",
      parameters: { provisioningMode: "efs-ap", fileSystemId: "fs-1", directoryPerms: "700" },
      mountOptions: ["tls", "iam"],
      reclaimPolicy: "Retain",
    });
  });

  it("is that of claims that name none only where a cluster asks, and the class of EBS volumes is it no longer", () => {
    const defaults = (efsCsiDriver: object) => {
      const stack = clusterServicesWith({ addons: { efsCsiDriver } });
      const [ebs] = valuesOf(stack.named(Release)["aws-ebs-csi-driver_release"]!).storageClasses as Block[];
      const efs = valuesOf(stack.named(Release)["aws-efs-csi-driver_class"]!).objects[0] as Block;
      return [ebs!, efs.metadata as Block].map(({ annotations }) => annotations !== undefined);
    };

    expect(defaults({})).toEqual([true, false]);
    expect(defaults({ defaultClass: true })).toEqual([false, true]);
  });

  it("is refused as default beside that of EKS Auto Mode", () => {
    const problems = problemsWith({
      addons: { efsCsiDriver: { defaultClass: true } },
      cluster: { compute: { kind: "auto", nodePools: { arm: { limits: { cpu: 4, memoryGib: 8 } } } } },
    });

    expect(problems).toContain(
      "production clusters.govuk.addons.efsCsiDriver.defaultClass: expected false, since EKS Auto Mode has a default class " +
        'of its own, got true; leave it out, and name storageClassName: "efs" in claims',
    );
  });
});
