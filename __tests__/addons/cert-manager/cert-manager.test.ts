import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { CertManager, type CertManagerProps } from "../../../src/addons/cert-manager/cert-manager";
import { cluster, podIdentityCluster } from "../../support/fixtures";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const zone = cluster.dnsZone;

const certManager = (props: Partial<CertManagerProps> = {}) =>
  Terraform.of(
    (scope) =>
      new CertManager(scope, "cert-manager", {
        cluster,
        namespace: "cluster-services",
        replicas: 3,
        issuers: { letsencrypt: { authority: "letsencrypt", email: "team@example.org" } },
        certificates: { apps: { api: { names: ["api.eks.test.govuk.digital"] } } },
        ...props,
      }),
  );

const valuesWith = (props?: Partial<CertManagerProps>) =>
  valuesOf(certManager(props).named(Release)["cert-manager_release"]!);
const objectsWith = (props?: Partial<CertManagerProps>) =>
  valuesOf(certManager(props).named(Release)["cert-manager_certificates"]!).objects as Block[];

describe("CertManager", () => {
  it("writes records of challenges into the cluster's own zone, and no others", () => {
    expect(JSON.parse(certManager().only(IamRolePolicy).policy).Statement).toEqual([
      {
        Effect: "Allow",
        Action: ["route53:ChangeResourceRecordSets"],
        Resource: [zone.arn],
        Condition: {
          "ForAllValues:StringEquals": { "route53:ChangeResourceRecordSetsRecordTypes": ["TXT"] },
          "ForAllValues:StringLike": {
            "route53:ChangeResourceRecordSetsNormalizedRecordNames": [
              "_acme-challenge.eks.test.govuk.digital",
              "_acme-challenge.*.eks.test.govuk.digital",
            ],
          },
          Null: { "route53:ChangeResourceRecordSetsNormalizedRecordNames": "false" },
        },
      },
      { Effect: "Allow", Action: ["route53:ListResourceRecordSets"], Resource: [zone.arn] },
      { Effect: "Allow", Action: ["route53:GetChange"], Resource: ["arn:aws:route53:::change/*"] },
    ]);
  });

  it("gets its role by annotation or by association, as the cluster chooses", () => {
    expect(Object.keys(valuesWith().serviceAccount.annotations)).toEqual(["eks.amazonaws.com/role-arn"]);
    expect(certManager({ cluster: podIdentityCluster }).only(EksPodIdentityAssociation)).toMatchObject({
      namespace: "cluster-services",
      service_account: "cert-manager",
    });
  });

  it("makes no certificate because an Ingress asks for one", () => {
    expect(valuesWith().extraArgs).toEqual(["--controllers=*,-ingress-shim,-gateway-shim"]);
  });

  it("adds nothing to the rights of people", () => {
    expect(valuesWith().global.rbac).toEqual({ aggregateClusterRoles: false });
  });

  it("keeps its kinds, and with them every certificate, when it goes", () => {
    expect(valuesWith().crds).toEqual({ enabled: true, keep: true });
  });

  it("asks the cluster's name servers alone, which network policies let it reach", () => {
    expect(valuesWith().dns01RecursiveNameserversOnly).toBe(true);
  });

  it("runs every part in as many replicas as the environment says", () => {
    const { replicaCount, webhook, cainjector } = valuesWith();

    expect([replicaCount, webhook.replicaCount, cainjector.replicaCount]).toEqual([3, 3, 3]);
    expect(webhook.podDisruptionBudget).toEqual({
      enabled: true,
      minAvailable: 2,
      unhealthyPodEvictionPolicy: "AlwaysAllow",
    });
  });

  it("comes from a mirror where there is one, with every part", () => {
    const values = JSON.stringify(valuesWith({ registries: { "quay.io": "mirror.example" } }));

    expect(values).not.toContain("quay.io");
    expect(values.match(/mirror\.example\/jetstack\/cert-manager-\w+/g)).toHaveLength(5);
  });

  it("lets the environment have the last word on values", () => {
    expect(valuesWith({ values: { maxConcurrentChallenges: 5 } }).maxConcurrentChallenges).toBe(5);
  });
});

describe("an issuer", () => {
  it("proves names of the cluster's zone by records in it, and no others", () => {
    expect(objectsWith()[0]).toEqual({
      apiVersion: "cert-manager.io/v1",
      kind: "ClusterIssuer",
      metadata: { name: "letsencrypt" },
      spec: {
        acme: {
          server: "https://acme-v02.api.letsencrypt.org/directory",
          email: "team@example.org",
          privateKeySecretRef: { name: "letsencrypt-account-key" },
          solvers: [
            {
              selector: { dnsZones: ["eks.test.govuk.digital"] },
              dns01: { route53: { region: "eu-west-1", hostedZoneID: "Z1" } },
            },
          ],
        },
      },
    });
  });

  it("comes after the controller, whose webhook judges it", () => {
    expect(certManager().named(Release)["cert-manager_certificates"]!.depends_on).toEqual([
      "helm_release.cert-manager_release",
    ]);
  });
});

describe("a certificate", () => {
  it("is in the Secret of its name, with a new key at each renewal", () => {
    expect(objectsWith()[1]).toEqual({
      apiVersion: "cert-manager.io/v1",
      kind: "Certificate",
      metadata: { name: "api", namespace: "apps" },
      spec: {
        secretName: "api",
        dnsNames: ["api.eks.test.govuk.digital"],
        issuerRef: { group: "cert-manager.io", kind: "ClusterIssuer", name: "letsencrypt" },
        privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
      },
    });
  });
});
