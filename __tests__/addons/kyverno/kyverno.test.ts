import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { Kyverno, type KyvernoProps, type SignaturesProps } from "../../../src/addons/kyverno/kyverno";
import { cluster } from "../../support/fixtures";
import { Terraform, valuesOf } from "../../support/terraform";

const signatures: SignaturesProps = {
  images: ["registry.example/govuk"],
  repositories: ["arn:aws:ecr:eu-west-1:123456789012:repository/govuk/*"],
  signingKey: {
    region: "eu-west-1",
    accountId: "123456789012",
    alias: "signing",
    aliasArn: "arn:aws:kms:eu-west-1:123456789012:alias/signing",
  },
  namespaces: { "example/verify": "true" },
  enforce: false,
};

const kyverno = (props: Partial<KyvernoProps> = {}) =>
  Terraform.of(
    (scope) =>
      new Kyverno(scope, "kyverno", {
        cluster,
        namespace: "cluster-services",
        replicas: 3,
        signatures,
        podSecurity: false,
        ...props,
      }),
  );

const releaseNamed = (props: Partial<KyvernoProps>, name: string) =>
  kyverno(props)
    .all(Release)
    .find((release) => release.name === name)!;

const valuesWith = (props: Partial<KyvernoProps> = {}) => valuesOf(releaseNamed(props, "kyverno"));

const policyWith = (props: Partial<KyvernoProps> = {}) =>
  valuesOf(releaseNamed(props, "image-signatures")).objects[0];

describe("Kyverno", () => {
  it("is asked about no other namespaces than those with the label, whatever else its policies say", () => {
    expect(valuesWith().config.webhooks.namespaceSelector).toEqual({
      matchLabels: { "example/verify": "true" },
    });
    expect(policyWith().spec.matchConstraints.namespaceSelector).toEqual({
      matchLabels: { "example/verify": "true" },
    });
  });

  it("comes with its policy, once what knows the policy's kind is there", () => {
    expect(releaseNamed({}, "image-signatures").depends_on).toEqual(["helm_release.kyverno_release"]);
  });

  it("may read the public half of the key, by its alias alone, and the images' signatures", () => {
    expect(JSON.parse(kyverno().only(IamRolePolicy).policy).Statement).toEqual([
      {
        Effect: "Allow",
        Action: ["kms:GetPublicKey", "kms:DescribeKey"],
        Resource: ["arn:aws:kms:eu-west-1:123456789012:key/*"],
        Condition: { StringEquals: { "kms:RequestAlias": "alias/signing" } },
      },
      {
        Effect: "Allow",
        Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        Resource: ["arn:aws:ecr:eu-west-1:123456789012:repository/govuk/*"],
      },
      { Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: ["*"] },
    ]);
  });

  it("asks KMS where the key is, also in another region's cluster", () => {
    const values = valuesWith({ cluster: { ...cluster, region: "eu-west-2" } });

    expect(values.admissionController.container.extraEnvVars).toEqual([
      { name: "AWS_REGION", value: "eu-west-1" },
    ]);
  });

  it.each(["admissionController", "reportsController"])(
    "runs %s in copies, scraped by Prometheus",
    (part) => {
      expect(valuesWith()[part]).toMatchObject({
        replicas: 3,
        podDisruptionBudget: { enabled: true, minAvailable: 2 },
        serviceMonitor: { enabled: true },
      });
    },
  );

  it("leaves its kinds, and with them the policy, when it goes", () => {
    expect(valuesWith().crds.annotations).toEqual({ "helm.sh/resource-policy": "keep" });
  });

  it("runs nothing that makes, changes or cleans up objects", () => {
    const values = valuesWith();

    expect(values.backgroundController).toEqual({ enabled: false });
    expect(values.cleanupController).toEqual({ enabled: false });
  });

  it("comes from a mirror where there is one", () => {
    const values = valuesWith({ registries: { "ghcr.io": "mirror.example/github" } });
    const images = [
      values.admissionController.container.image,
      values.admissionController.initContainer.image,
      values.reportsController.image,
      values.crds.migration.image,
      values.webhooksCleanup.image,
    ];

    expect(images.map(({ registry, repository }) => `${registry}/${repository}`)).toEqual([
      "mirror.example/github/kyverno/kyverno",
      "mirror.example/github/kyverno/kyvernopre",
      "mirror.example/github/kyverno/reports-controller",
      "mirror.example/github/kyverno/kyverno-cli",
      "mirror.example/github/kyverno/readiness-checker",
    ]);
  });
});

describe("the policy of signed images", () => {
  it("reports images without a signature, and lets pods start when nobody can look", () => {
    expect(policyWith().spec).toMatchObject({ validationActions: ["Audit"], failurePolicy: "Ignore" });
  });

  it("refuses them once that is switched on, also when nobody can look", () => {
    expect(policyWith({ signatures: { ...signatures, enforce: true } }).spec).toMatchObject({
      validationActions: ["Deny"],
      failurePolicy: "Fail",
    });
  });

  it("is about images of our registry and no others", () => {
    expect(policyWith().spec.matchImageReferences).toEqual([{ glob: "registry.example/govuk/*" }]);
  });

  it("takes signatures of our key alone, which no public log knows of", () => {
    expect(policyWith().spec.attestors).toEqual([
      {
        name: "platform",
        cosign: {
          key: {
            kms: "awskms:///arn:aws:kms:eu-west-1:123456789012:alias/signing",
            hashAlgorithm: "sha256",
          },
          ctlog: { insecureIgnoreTlog: true, insecureIgnoreSCT: true },
        },
      },
    ]);
  });

  it("wants one signature at least of the image of every container", () => {
    expect(policyWith().spec.validations.map(({ expression }: { expression: string }) => expression)).toEqual(
      ["containers", "initContainers", "ephemeralContainers"].map(
        (containers) =>
          `images.${containers}.map(image, verifyImageSignatures(image, [attestors.platform])).all(signatures, signatures > 0)`,
      ),
    );
  });

  it("looks at pods that are made, given another image or a container to debug with", () => {
    expect(policyWith().spec.matchConstraints.resourceRules).toEqual([
      {
        apiGroups: [""],
        apiVersions: ["v1"],
        operations: ["CREATE", "UPDATE"],
        resources: ["pods", "pods/ephemeralcontainers"],
      },
    ]);
  });

  it("reads signatures from the registry as its own role, as does the controller", () => {
    expect(policyWith().spec.credentials).toEqual({ providers: ["amazon"] });
    expect(valuesWith().features.registryClient).toEqual({ credentialHelpers: ["amazon"] });
  });

  it("takes an image that no policy has looked at, such as one of a mirror", () => {
    expect(policyWith().spec.validationConfigurations.required).toBe(false);
  });

  it("leaves images as Git names them, which Argo CD compares with", () => {
    expect(policyWith().spec.validationConfigurations.mutateDigest).toBe(false);
  });
});
