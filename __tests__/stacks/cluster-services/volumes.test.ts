import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { passedRolesOf } from "../../../src/stacks/tfc-aws-config/roles";
import { environment, problemsWith } from "../../support/environments";
import { clusterServicesWith, stacksWith } from "../../support/stacks";
import { type Block, valuesOf } from "../../support/terraform";

const MANAGED = {
  addons: {
    ebsCsiDriver: { installedAs: "eks-addon" },
    efsCsiDriver: { installedAs: "eks-addon", defaultClass: false },
  },
  cluster: { eksAddons: { "snapshot-controller": {} } },
} as const;

const services = () => clusterServicesWith(MANAGED);
const addon = (id: string): Block => services().named(EksAddon)[id]!;
const objectsOf = (release: string): Block[] =>
  valuesOf(services().named(Release)[release]!).objects as Block[];

describe("drivers of volumes that EKS installs", () => {
  it("come in the place of their charts, at the versions on record", () => {
    const releases = services()
      .all(Release)
      .map(({ chart }) => chart);

    expect(releases).not.toContain("aws-ebs-csi-driver");
    expect(releases).not.toContain("aws-efs-csi-driver");
    expect(addon("aws-ebs-csi-driver_addon")).toMatchObject({
      addon_name: "aws-ebs-csi-driver",
      addon_version: "v1.64.0-eksbuild.1",
    });
    expect(addon("aws-efs-csi-driver_addon")).toMatchObject({
      addon_name: "aws-efs-csi-driver",
      addon_version: "v3.3.0-eksbuild.1",
    });
  });

  it("have their roles by Pod Identity in a cluster whose other pods have IRSA", () => {
    expect(
      services()
        .all(EksPodIdentityAssociation)
        .map(({ service_account }) => service_account),
    ).toEqual(["ebs-csi-controller-sa", "efs-csi-controller-sa", "efs-csi-node-sa"]);
    expect(passedRolesOf(environment(MANAGED).clusters[0]!)).toEqual(
      expect.arrayContaining([
        "ebs-csi-controller-sa-govuk",
        "efs-csi-controller-sa-govuk",
        "efs-csi-node-sa-govuk",
      ]),
    );
  });

  it("leave roles of add-ons by charts with IRSA, which Terraform hands to nothing", () => {
    expect(passedRolesOf(environment({}).clusters[0]!)).not.toContain("ebs-csi-controller-sa-govuk");
  });

  it("wait for the policies without which their pods have no network", () => {
    for (const id of ["aws-ebs-csi-driver_addon", "aws-efs-csi-driver_addon", "snapshot-controller_addon"]) {
      expect(addon(id).depends_on).toContain("helm_release.network-policies");
    }
  });

  it("may ask the agent for their roles", () => {
    const policies = objectsOf("network-policies");
    const calls = (pod: string): string =>
      JSON.stringify(
        policies.filter(
          ({ metadata, spec }) =>
            (metadata as Block).namespace === "kube-system" && JSON.stringify(spec).includes(`"${pod}"`),
        ),
      );

    expect(calls("ebs-csi-controller")).toContain("169.254.170.23/32");
    expect(calls("efs-csi-controller")).toContain("169.254.170.23/32");
    expect(calls("snapshot-controller")).not.toContain("169.254.170.23/32");
  });

  it("keep the platform's classes, the tags of volumes, and settings of the cluster over them", () => {
    const configured = clusterServicesWith({
      ...MANAGED,
      cluster: {
        eksAddons: {
          "aws-ebs-csi-driver": {
            version: "v1.60.0-eksbuild.1",
            configuration: { controller: { extraVolumeTags: { "cost-centre": "1" } } },
          },
        },
      },
    }).named(EksAddon)["aws-ebs-csi-driver_addon"]!;

    expect(objectsOf("aws-ebs-csi-driver_class")).toEqual([
      {
        apiVersion: "storage.k8s.io/v1",
        kind: "StorageClass",
        metadata: {
          name: "ebs-gp3",
          annotations: { "storageclass.kubernetes.io/is-default-class": "true" },
        },
        provisioner: "ebs.csi.aws.com",
        parameters: { type: "gp3", encrypted: "true" },
        reclaimPolicy: "Retain",
        volumeBindingMode: "WaitForFirstConsumer",
        allowVolumeExpansion: true,
      },
    ]);
    expect(configured.addon_version).toBe("v1.60.0-eksbuild.1");
    expect(JSON.parse(configured.configuration_values as string)).toMatchObject({
      controller: { extraVolumeTags: { "cost-centre": "1", "terraform-deployment": "cluster-services" } },
    });
  });

  it("make access points without the cluster's tag, which EKS's driver cannot give", () => {
    const policy = services().named(IamRolePolicy)["aws-efs-csi-driver_controller_permissions"]!;

    expect(policy.policy).toContain("aws:RequestTag/efs.csi.aws.com/cluster");
    expect(policy.policy).not.toContain("kubernetes.io/cluster/govuk");
  });

  it("are no business of the stack of the cluster's infrastructure, which has no nodes of pools yet", () => {
    const names = stacksWith(MANAGED)
      ["cluster-infrastructure-production"]!.all(EksAddon)
      .map(({ addon_name }) => addon_name);

    expect(names).not.toContain("aws-ebs-csi-driver");
    expect(names).not.toContain("snapshot-controller");
  });
});

describe("the controller of snapshots", () => {
  it("is off unless a cluster asks for it", () => {
    expect(clusterServicesWith({}).named(EksAddon)).toEqual({});
  });

  it("comes before the drivers, which look for its kinds", () => {
    expect(addon("aws-ebs-csi-driver_addon").depends_on).toContain("aws_eks_addon.snapshot-controller_addon");
    expect(addon("aws-efs-csi-driver_addon").depends_on).toContain("aws_eks_addon.snapshot-controller_addon");
  });

  it("brings a class of snapshots, kept as volumes are", () => {
    expect(objectsOf("aws-ebs-csi-driver_snapshot-class")).toEqual([
      {
        apiVersion: "snapshot.storage.k8s.io/v1",
        kind: "VolumeSnapshotClass",
        metadata: {
          name: "ebs",
          annotations: { "snapshot.storage.kubernetes.io/is-default-class": "true" },
        },
        driver: "ebs.csi.aws.com",
        deletionPolicy: "Retain",
      },
    ]);
  });

  it("has the chart of a driver bring its sidecar, which it would look for kinds to bring", () => {
    const sidecar = (settings: Parameters<typeof clusterServicesWith>[0]) =>
      valuesOf(clusterServicesWith(settings).named(Release)["aws-ebs-csi-driver_release"]!).sidecars
        .snapshotter as Block;

    expect(sidecar({ cluster: MANAGED.cluster })).toMatchObject({ forceEnable: true });
    expect(sidecar({})).not.toHaveProperty("forceEnable");
  });
});

describe("the form of a driver", () => {
  const at = "production clusters.govuk.";

  it("is one: EKS's add-on is refused beside the chart", () => {
    expect(problemsWith({ cluster: { eksAddons: { "aws-ebs-csi-driver": {} } } })).toEqual([
      `${at}eksAddons.aws-ebs-csi-driver: expected false, since EKS does not install the driver, got on; leave it out, or set addons.ebsCsiDriver.installedAs to "eks-addon"`,
    ]);
  });

  it("is one that there is: EKS's add-on may not be off where EKS installs the driver", () => {
    expect(problemsWith({ ...MANAGED, cluster: { eksAddons: { "aws-efs-csi-driver": false } } })).toEqual([
      `${at}eksAddons.aws-efs-csi-driver: expected on, since EKS installs the driver, got false; leave it out, or set addons.efsCsiDriver.installedAs to "chart"`,
    ]);
  });

  it("says which values are read: those of a chart are refused with EKS's add-on", () => {
    expect(
      problemsWith({ addons: { ebsCsiDriver: { installedAs: "eks-addon", values: { node: {} } } } }),
    ).toEqual([
      `${at}addons.ebsCsiDriver.values: expected nothing, since EKS installs the driver and reads no values of the chart, got an object; write what EKS takes into eksAddons["aws-ebs-csi-driver"].configuration, or set installedAs to "chart"`,
    ]);
  });

  it("needs the agent by which EKS's drivers have their roles", () => {
    expect(
      problemsWith({
        ...MANAGED,
        cluster: {
          eksAddons: { "eks-pod-identity-agent": false, "aws-network-flow-monitoring-agent": false },
        },
      }),
    ).toEqual([
      `${at}eksAddons.aws-ebs-csi-driver: expected false while eks-pod-identity-agent, through which it gets its role, is off, got on; turn on cluster.eksAddons.eks-pod-identity-agent`,
      `${at}eksAddons.aws-efs-csi-driver: expected false while eks-pod-identity-agent, through which it gets its role, is off, got on; turn on cluster.eksAddons.eks-pod-identity-agent`,
    ]);
  });
});
