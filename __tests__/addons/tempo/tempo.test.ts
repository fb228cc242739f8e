import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { Tempo, type TempoProps } from "../../../src/addons/tempo/tempo";
import { cluster } from "../../support/fixtures";
import { Terraform, valuesOf } from "../../support/terraform";

const storage = {
  bucket: "govuk-test-tempo",
  keyArn: "arn:aws:kms:eu-west-1:123456789012:key/0123",
};

const tempo = (props: Partial<TempoProps> = {}) =>
  Terraform.of(
    (scope) =>
      new Tempo(scope, "tempo", {
        cluster,
        namespace: "monitoring",
        installedBy: "terraform",
        storage,
        retentionDays: 30,
        prometheus: ["http://prometheus-0:9090", "http://prometheus-1:9090"],
        ...props,
      }),
  );

const valuesWith = (props?: Partial<TempoProps>) => valuesOf(tempo(props).only(Release));

describe("Tempo", () => {
  it("keeps traces in its bucket, and forgets them after the days it is given", () => {
    expect(valuesWith().tempo).toMatchObject({
      retention: "720h",
      storage: {
        trace: {
          backend: "s3",
          s3: { bucket: "govuk-test-tempo", region: "eu-west-1", endpoint: "s3.eu-west-1.amazonaws.com" },
        },
      },
    });
  });

  it("reads and writes its own bucket with its own key, and nothing else", () => {
    expect(JSON.parse(tempo().only(IamRolePolicy).policy).Statement).toEqual([
      { Effect: "Allow", Action: ["s3:ListBucket"], Resource: ["arn:aws:s3:::govuk-test-tempo"] },
      {
        Effect: "Allow",
        Action: ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
        Resource: ["arn:aws:s3:::govuk-test-tempo/*"],
      },
      { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: [storage.keyArn] },
    ]);
  });

  it("runs as the service account that its role trusts", () => {
    const terraform = tempo();

    expect(terraform.only(IamRole).assume_role_policy).toContain("system:serviceaccount:monitoring:tempo");
    expect(valuesOf(terraform.only(Release)).serviceAccount).toEqual({
      name: "tempo",
      annotations: { "eks.amazonaws.com/role-arn": "${aws_iam_role.tempo_service-account_role.arn}" },
      automountServiceAccountToken: false,
    });
  });

  it("writes metrics of spans to each replica of Prometheus, with exemplars that lead back", () => {
    expect(valuesWith().tempo).toMatchObject({
      metricsGenerator: {
        enabled: true,
        storage: {
          remote_write: [
            { url: "http://prometheus-0:9090/api/v1/write", send_exemplars: true },
            { url: "http://prometheus-1:9090/api/v1/write", send_exemplars: true },
          ],
        },
      },
      overrides: { defaults: { metrics_generator: { processors: ["service-graphs", "span-metrics"] } } },
    });
  });

  it("keeps what is on its way to the bucket on a volume, which goes with it", () => {
    expect(valuesWith().persistence).toMatchObject({
      enabled: true,
      storageClassName: "ebs-gp3",
      enableStatefulSetAutoDeletePVC: true,
    });
  });

  it("tells nobody about itself but Prometheus", () => {
    expect(valuesWith().tempo.reportingEnabled).toBe(false);
    expect(valuesWith().serviceMonitor).toEqual({ enabled: true });
  });

  it("can write to its volumes only, and gain no privilege", () => {
    const { tempo: container, securityContext } = valuesWith();

    expect(container.securityContext).toEqual({
      privileged: false,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
    expect(securityContext).toEqual({ seccompProfile: { type: "RuntimeDefault" } });
  });

  it("starts after its permissions", () => {
    expect(tempo().only(Release).depends_on).toEqual([
      "aws_iam_role_policy.tempo_service-account_permissions",
    ]);
  });

  it("comes from a mirror where there is one", () => {
    const registries = { "docker.io": "mirror.example/hub" };

    expect(valuesWith({ registries }).tempo).toMatchObject({
      registry: "mirror.example",
      repository: "hub/grafana/tempo",
    });
  });

  it("lets the environment have the last word on values", () => {
    expect(valuesWith({ values: { persistence: { size: "50Gi" } } }).persistence).toMatchObject({
      enabled: true,
      size: "50Gi",
    });
  });
});
