import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { Velero, type VeleroProps } from "../../../src/addons/velero/velero";
import { freightPlatform } from "../../support/cloud-posse";
import { problemsWith } from "../../support/environments";
import { cluster, podIdentityCluster } from "../../support/fixtures";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const velero = (props: Partial<VeleroProps> = {}) =>
  Terraform.of(
    (scope) =>
      new Velero(scope, "velero", {
        cluster,
        namespace: "cluster-services",
        storage: { bucket: "backups", keyArn: "arn:key" },
        hour: 3,
        keepDays: 30,
        restoring: false,
        leftOut: ["kube-system", "monitoring"],
        ...props,
      }),
  );

const valuesWith = (props?: Partial<VeleroProps>) =>
  valuesOf(velero(props).named(Release)["velero_release"]!);
const statementsWith = (action: string): Block[] =>
  (JSON.parse(velero().only(IamRolePolicy).policy as string).Statement as Block[]).filter(({ Action }) =>
    Action.includes(action),
  );

describe("Velero", () => {
  it("copies everything once a day but what Terraform makes anew, and no Secrets", () => {
    expect(valuesWith().schedules).toEqual({
      daily: {
        schedule: "0 3 * * *",
        template: {
          ttl: "720h0m0s",
          excludedNamespaces: ["kube-system", "monitoring"],
          excludedResources: ["secrets", "events", "events.events.k8s.io"],
          storageLocation: "default",
          volumeSnapshotLocations: ["default"],
        },
      },
    });
  });

  it("keeps its copies in one bucket, under a key of its own", () => {
    expect(valuesWith().configuration.backupStorageLocation).toEqual([
      {
        name: "default",
        provider: "aws",
        bucket: "backups",
        default: true,
        config: { region: "eu-west-1", kmsKeyId: "arn:key" },
      },
    ]);
    expect(statementsWith("s3:PutObject")[0]!.Resource).toEqual(["arn:aws:s3:::backups/*"]);
    expect(statementsWith("kms:Decrypt")[0]!.Resource).toEqual(["arn:key"]);
  });

  it.each(["ec2:CreateSnapshot", "ec2:DeleteSnapshot", "ec2:CreateVolume", "ec2:CreateTags"])(
    "may %s with the tag of its cluster alone",
    (action) => {
      const found = statementsWith(action);

      expect(found.length).toBeGreaterThan(0);
      for (const { Condition } of found) {
        expect(JSON.stringify(Condition)).toMatch(/aws:Re\w+Tag\/kubernetes\.io\/cluster\/govuk":"owned"/);
      }
    },
  );

  it("reads the cluster and writes nothing, unless a restore goes on", () => {
    const rights = (props: Partial<VeleroProps> = {}) =>
      valuesOf(velero(props).named(Release)["velero_rights"]!).objects as Block[];
    const boundTo = (props?: Partial<VeleroProps>) =>
      rights(props)
        .filter(({ kind }) => kind === "ClusterRoleBinding")
        .map(({ roleRef }) => roleRef.name as string);

    expect(valuesWith().rbac).toEqual({ create: false });
    expect(boundTo()).toEqual(["velero-reader"]);
    expect(rights()[0]!.rules).toEqual([
      { apiGroups: ["*"], resources: ["*"], verbs: ["get", "list", "watch"] },
      { apiGroups: ["velero.io"], resources: ["*"], verbs: ["*"] },
    ]);
    expect(boundTo({ restoring: { reason: "the namespace tracking was deleted" } })).toEqual([
      "velero-reader",
      "cluster-admin",
    ]);
  });

  it("gets its role without a Secret, by annotation or association", () => {
    expect(valuesWith().credentials).toEqual({ useSecret: false });
    expect(Object.keys(valuesWith().serviceAccount.server.annotations)).toEqual([
      "eks.amazonaws.com/role-arn",
    ]);
    expect(velero({ cluster: podIdentityCluster }).only(EksPodIdentityAssociation).service_account).toBe(
      "velero",
    );
  });

  it("makes way for no pod of an application", () => {
    expect(valuesWith().priorityClassName).toBe("system-cluster-critical");
  });

  it("runs no Job that network policies would not know", () => {
    expect(valuesWith().upgradeCRDs).toBe(false);
  });

  it("comes from a mirror where there is one, with its plugin", () => {
    const values = JSON.stringify(valuesWith({ registries: { "docker.io": "mirror.example" } }));

    expect(values).toContain("mirror.example/velero/velero-plugin-for-aws:v1.14.2");
    expect(values).not.toContain("docker.io");
  });

  it("leaves no namespace of applications out", () => {
    const { schedules } = valuesOf(
      freightPlatform["cluster-services-prod"]!.named(Release)["velero_release"]!,
    );

    expect(schedules.daily.template.excludedNamespaces).toEqual([
      "cluster-services",
      "gatekeeper-system",
      "kube-node-lease",
      "kube-public",
      "kube-system",
      "monitoring",
    ]);
  });
});

describe("addons.velero", () => {
  const problemsOf = (velero: object) => problemsWith({ addons: { velero } });
  const PATH = "production clusters.govuk.addons.velero";

  it("is refused at an hour that no day has, and where backups are gone before the next one works", () => {
    expect(problemsOf({ hour: 24, keepDays: 1 })).toEqual([
      `${PATH}.hour: expected an hour from 0 to 23, got 24; write an hour of UTC`,
      `${PATH}.keepDays: expected days from 2 to 365, got 1; keep a backup until the next one has worked, at least`,
    ]);
  });

  it("needs a reason to write into the cluster", () => {
    expect(problemsOf({ restoring: { reason: "" } })).toEqual([
      `${PATH}.restoring.reason: expected a sentence, got ""; say what is restored, and take it out again after that`,
    ]);
    expect(problemsOf({ restoring: { reason: "a team deleted its namespace" } })).toEqual([]);
  });

  it("refuses values that would give it other rights", () => {
    expect(problemsOf({ values: { rbac: { create: true } } })).toEqual([
      `${PATH}.values.rbac.create: expected false, since the platform gives it fewer rights than the chart would, got ` +
        "true; leave it out",
    ]);
  });
});
