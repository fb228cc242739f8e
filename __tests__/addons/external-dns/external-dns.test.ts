import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { ExternalDns, type ExternalDnsProps } from "../../../src/addons/external-dns/external-dns";
import { cluster, podIdentityCluster } from "../../support/fixtures";
import { Terraform, valuesOf } from "../../support/terraform";

const zone = cluster.dnsZone;

const externalDns = (props: Partial<ExternalDnsProps> = {}) =>
  Terraform.of(
    (scope) => new ExternalDns(scope, "external-dns", { cluster, zone, namespace: "dns", ...props }),
  );

const valuesWith = (props?: Partial<ExternalDnsProps>) => valuesOf(externalDns(props).only(Release));

describe("ExternalDns", () => {
  it("keeps the records of the zone it is given and of no other", () => {
    expect(valuesWith().domainFilters).toEqual(["eks.test.govuk.digital"]);
  });

  it("can be kept to a part of the zone", () => {
    const domains = ["apps.eks.test.govuk.digital"];

    expect(valuesWith({ domains }).domainFilters).toEqual(domains);
  });

  it("may change records in that zone and only list the other zones", () => {
    expect(JSON.parse(externalDns().only(IamRolePolicy).policy).Statement).toEqual([
      {
        Effect: "Allow",
        Action: [
          "route53:ChangeResourceRecordSets",
          "route53:ListResourceRecordSets",
          "route53:ListTagsForResources",
        ],
        Resource: [zone.arn],
      },
      { Effect: "Allow", Action: ["route53:ListHostedZones"], Resource: ["*"] },
    ]);
  });

  it("looks at public zones, every five minutes and at every event", () => {
    expect(valuesWith()).toMatchObject({
      provider: { name: "aws" },
      extraArgs: ["--aws-zone-type=public"],
      interval: "5m",
      triggerLoopOnEvent: true,
    });
  });

  it("takes names from Ingresses alone, which a policy compares with each other", () => {
    expect(valuesWith().sources).toEqual(["ingress"]);
    expect(valuesWith({ services: { reason: "one team" } }).sources).toEqual(["ingress", "service"]);
  });

  it("marks its records with the cluster's name and deletes none", () => {
    expect(valuesWith()).toMatchObject({ registry: "txt", txtOwnerId: "govuk", policy: "upsert-only" });
  });

  it("is given its region, which it could not ask of the node", () => {
    expect(valuesWith().env).toEqual([{ name: "AWS_DEFAULT_REGION", value: "eu-west-1" }]);
  });

  it("runs once: its chart has neither replicas nor a disruption budget", () => {
    const keys = Object.keys(valuesWith());

    expect(keys.filter((key) => /replica|budget|topology/i.test(key))).toEqual([]);
  });

  it("is scraped by Prometheus", () => {
    expect(valuesWith().serviceMonitor).toEqual({ enabled: true });
  });

  it("runs as the service account that its role trusts", () => {
    const terraform = externalDns();

    expect(valuesOf(terraform.only(Release)).serviceAccount).toEqual({
      name: "external-dns",
      annotations: { "eks.amazonaws.com/role-arn": "${aws_iam_role.external-dns_service-account_role.arn}" },
    });
    expect(terraform.only(IamRole).assume_role_policy).toContain("system:serviceaccount:dns:external-dns");
  });

  it("gets its role by association where the cluster uses Pod Identity", () => {
    const terraform = externalDns({ cluster: podIdentityCluster });

    expect(terraform.only(EksPodIdentityAssociation)).toMatchObject({
      namespace: "dns",
      service_account: "external-dns",
    });
    expect(valuesOf(terraform.only(Release)).serviceAccount.annotations).toEqual({});
  });

  it("starts after its permissions and what it is told to come after", () => {
    const terraform = Terraform.of((scope) => {
      const first = new ExternalDns(scope, "first", { cluster, zone, namespace: "dns" });
      new ExternalDns(scope, "second", { cluster, zone, namespace: "dns", after: [first] });
    });

    expect(terraform.named(Release)["second_release"]?.depends_on).toEqual([
      "aws_iam_role_policy.second_service-account_permissions",
      "helm_release.first_release",
    ]);
  });

  it("comes from a mirror where there is one", () => {
    const registries = { "registry.k8s.io": "mirror.example/k8s" };

    expect(valuesWith({ registries }).image.repository).toBe("mirror.example/k8s/external-dns/external-dns");
  });

  it("lets the environment have the last word on values", () => {
    expect(valuesWith({ values: { interval: "1m" } }).interval).toBe("1m");
  });
});
