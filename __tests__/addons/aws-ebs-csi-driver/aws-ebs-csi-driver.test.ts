import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Release } from "@cdktf/provider-helm/lib/release";
import { Annotations } from "@cdktf/provider-kubernetes/lib/annotations";
import { describe, expect, it } from "vitest";
import {
  AwsEbsCsiDriver,
  type AwsEbsCsiDriverProps,
} from "../../../src/addons/aws-ebs-csi-driver/aws-ebs-csi-driver";
import { cluster, podIdentityCluster } from "../../support/fixtures";
import { Terraform, valuesOf } from "../../support/terraform";

const driver = (props: Partial<AwsEbsCsiDriverProps> = {}) =>
  Terraform.of(
    (scope) =>
      new AwsEbsCsiDriver(scope, "ebs", {
        cluster,
        namespace: "kube-system",
        replicas: 2,
        tags: { product: "platform" },
        ...props,
      }),
  );

const valuesWith = (props?: Partial<AwsEbsCsiDriverProps>) => valuesOf(driver(props).only(Release));

const IS_DEFAULT = "storageclass.kubernetes.io/is-default-class";

describe("AwsEbsCsiDriver", () => {
  it("tags the volumes that it makes", () => {
    expect(valuesWith().controller.extraVolumeTags).toEqual({ product: "platform" });
  });

  it("makes encrypted gp3 the default, made where its pod runs, allowed to grow, and kept", () => {
    expect(valuesWith().storageClasses).toEqual([
      {
        name: "ebs-gp3",
        annotations: { [IS_DEFAULT]: "true" },
        parameters: { type: "gp3", encrypted: "true" },
        reclaimPolicy: "Retain",
        volumeBindingMode: "WaitForFirstConsumer",
        allowVolumeExpansion: true,
      },
    ]);
  });

  it("deletes volumes with their claims where the environment is disposable", () => {
    expect(valuesWith({ reclaimPolicy: "Delete" }).storageClasses[0].reclaimPolicy).toBe("Delete");
  });

  it("takes the default from EKS's own gp2, once there is another", () => {
    expect(driver().only(Annotations)).toEqual(
      expect.objectContaining({
        api_version: "storage.k8s.io/v1",
        kind: "StorageClass",
        metadata: { name: "gp2" },
        annotations: { [IS_DEFAULT]: "false" },
        force: true,
        depends_on: ["helm_release.ebs_release"],
      }),
    );
  });

  it("may do what AWS's policy for tagged volumes lets it", () => {
    expect(driver().only(IamRolePolicyAttachment).policy_arn).toBe(
      "arn:aws:iam::aws:policy/AmazonEBSCSIDriverPolicyV2",
    );
  });

  it("gives its role to the controller's service account only", () => {
    const { controller, node } = valuesWith();

    expect(controller.serviceAccount.name).toBe("ebs-csi-controller-sa");
    expect(controller.serviceAccount.annotations).toHaveProperty(["eks.amazonaws.com/role-arn"]);
    expect(node).not.toHaveProperty("serviceAccount");
  });

  it("leaves the annotation out where the cluster uses Pod Identity", () => {
    expect(valuesWith({ cluster: podIdentityCluster }).controller.serviceAccount.annotations).toEqual({});
  });

  it("is told its region, and tags volumes with the cluster they belong to", () => {
    expect(valuesWith().controller).toMatchObject({ region: "eu-west-1", k8sTagClusterId: "govuk" });
  });

  it("runs as many controllers as it is told, spread over zones", () => {
    const { replicaCount, topologySpreadConstraints } = valuesWith({ replicas: 3 }).controller;

    expect(replicaCount).toBe(3);
    expect(topologySpreadConstraints[0].topologyKey).toBe("topology.kubernetes.io/zone");
  });

  it("is monitored, whether or not the chart finds the monitors' kind", () => {
    const monitored = { enableMetrics: true, serviceMonitor: { forceEnable: true } };

    expect(valuesWith()).toMatchObject({ controller: monitored, node: monitored });
  });

  it("takes every image from the mirror", () => {
    const { image, sidecars } = valuesWith({ registries: { "public.ecr.aws": "mirror.example" } });
    const repositories = [
      image,
      ...Object.values<typeof image>(sidecars).map((sidecar) => sidecar.image),
    ].map(({ repository }) => repository);

    expect(repositories).toHaveLength(8);
    expect(repositories.filter((repository) => !repository.startsWith("mirror.example/"))).toEqual([]);
  });

  it("leaves out the pod for helm test, whose image no mirror has", () => {
    expect(valuesWith().helmTester).toEqual({ enabled: false });
  });
});
