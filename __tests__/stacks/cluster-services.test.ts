import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import type { AddonsSettings } from "../../src/settings/addons";
import { foundation, nothing } from "../support/services";
import { clusterServicesWith } from "../support/stacks";
import { type Terraform, valuesOf } from "../support/terraform";

const stack = (addons: AddonsSettings = {}, settings = {}) => clusterServicesWith({ addons, ...settings });

const releasesOf = (terraform: Terraform) => terraform.named(Release);
const idsOf = (terraform: Terraform) => Object.keys(releasesOf(terraform)).sort();

describe("cluster-services", () => {
  it("installs the monitors' CRDs before every chart", () => {
    const { "prometheus-operator-crds_release": first, ...others } = releasesOf(stack(foundation));

    expect(first?.depends_on ?? []).toEqual([]);
    const withoutManifests = Object.entries(others).filter(
      ([id]) => id.endsWith("_release") && !id.endsWith("_disruption-budgets_release"),
    );
    expect(withoutManifests).toHaveLength(6);
    for (const [id, { depends_on }] of withoutManifests) {
      expect(depends_on, id).toContain("helm_release.prometheus-operator-crds_release");
    }
  });

  it("installs Dex after its secrets and the controller that its Ingress needs", () => {
    expect(releasesOf(stack())["dex_release"]?.depends_on).toEqual(
      expect.arrayContaining([
        "helm_release.external-secrets_secrets",
        "helm_release.aws-load-balancer-controller_release",
      ]),
    );
  });

  it("installs nothing after the load balancer controller but what has an Ingress", () => {
    const after = Object.entries(releasesOf(stack(foundation))).filter(([, { depends_on }]) =>
      depends_on?.includes("helm_release.aws-load-balancer-controller_release"),
    );

    expect(after.map(([id]) => id.split("_")[0])).toEqual(["dex", "dex"]);
  });

  it("has nothing in the cluster, no role and no output where every add-on is switched off", () => {
    const terraform = stack(nothing, { externalServices: { sentry: false } });

    expect(terraform.addresses()).toEqual([]);
    expect(terraform.outputs()).toEqual({});
  });

  it.each(["clusterAutoscaler", "prometheusBlackboxExporter"] as const)(
    "has no resource of %s where that is switched off",
    (name) => {
      const id = {
        clusterAutoscaler: "cluster-autoscaler",
        prometheusBlackboxExporter: "prometheus-blackbox-exporter",
      }[name];
      const belongs = (address: string) => address.split(".")[1]!.startsWith(id);

      expect(stack().addresses().filter(belongs).length).toBeGreaterThan(0);
      expect(stack({ [name]: false }).addresses()).toEqual(
        stack()
          .addresses()
          .filter((address) => !belongs(address)),
      );
    },
  );

  it.each(["irsa", "pod-identity"] as const)("gives every add-on's role to its pods with %s", (identity) => {
    const terraform = stack(foundation, { cluster: { identity } });
    // Roles of stores of secrets are for the operator alone, which assumes them.
    const roles = terraform
      .all(IamRole)
      .filter(({ description }) => !(description as string).startsWith("Reads secrets of "));

    expect(roles).toHaveLength(5);
    for (const { assume_role_policy } of roles) {
      expect(assume_role_policy).toContain(
        identity === "irsa" ? "sts:AssumeRoleWithWebIdentity" : "pods.eks.amazonaws.com",
      );
    }
    expect(JSON.stringify(releasesOf(terraform)).includes("eks.amazonaws.com/role-arn")).toBe(
      identity === "irsa",
    );
  });

  it("installs the same releases with either identity", () => {
    expect(idsOf(stack({}, { cluster: { identity: "pod-identity" } }))).toEqual(idsOf(stack()));
  });

  it("publishes each role and service account under the platform's names", () => {
    expect(Object.keys(stack(foundation).outputs()).sort()).toEqual([
      "aws_ebs_csi_driver_controller_service_account_name",
      "aws_ebs_csi_driver_iam_role_arn",
      "aws_lb_controller_role_arn",
      "aws_lb_controller_service_account_name",
      "cluster_autoscaler_role_arn",
      "cluster_autoscaler_service_account_name",
      "external_dns_role_arn",
      "external_dns_service_account_name",
      "external_secrets_role_arn",
      "external_secrets_service_account_name",
    ]);
  });

  it("copies the secrets of what is there, and of nothing else", () => {
    const copied = (terraform: Terraform) =>
      valuesOf(releasesOf(terraform)["external-secrets_secrets"]!).objects.map(
        ({ metadata }: { metadata: { namespace: string; name: string } }) =>
          `${metadata.namespace}/${metadata.name}`,
      );

    expect(copied(stack())).toEqual([
      "cluster-services/govuk-dex-github",
      "monitoring/logit-host",
      "monitoring/alertmanager-receivers",
    ]);
    expect(copied(stack({ ...foundation, dex: false }, { grafanaDatabase: false }))).toEqual([
      "monitoring/alertmanager-receivers",
    ]);
  });

  it("lets in the teams by their organisation", () => {
    const teams = ["alphagov:gov-uk", "other:team", "alphagov:data"];
    const { config } = valuesOf(
      releasesOf(stack({ dex: { teams, readWriteTeam: "other:team" } }))["dex_release"]!,
    );

    expect(config.connectors[0].config.orgs).toEqual([
      { name: "alphagov", teams: ["gov-uk", "data"] },
      { name: "other", teams: ["team"] },
    ]);
  });

  it("sends every chart and image of upstream's hosts to the mirrors", () => {
    const hosts = Object.values(releasesOf(stack()))
      .filter(({ repository }) => repository)
      .map(({ repository }) => new URL(repository as string).host);
    const registries = Object.fromEntries(
      [...hosts, "ghcr.io", "registry.k8s.io", "public.ecr.aws", "quay.io"].map((host) => [
        host,
        "mirror.example",
      ]),
    );

    const releases = Object.values(releasesOf(stack({ registries })));
    // The rule on images names those of upstream that Argo CD's charts may run.
    for (const { name, repository, values } of releases.filter(
      ({ name }) => name !== "gatekeeper-constraints",
    )) {
      expect(repository ?? "https://mirror.example", name).toMatch(/^https:\/\/mirror\.example/);
      expect(values[0], name).not.toMatch(/"(ghcr\.io|registry\.k8s\.io|public\.ecr\.aws|quay\.io)["/]/);
    }
  });

  it("signs in without a token in any state or plan", () => {
    const { ephemeral, provider } = stack().json;

    expect(ephemeral.aws_eks_cluster_auth.cluster).toEqual({ name: "govuk" });
    expect(provider.helm[0].kubernetes.token).toBe("${ephemeral.aws_eks_cluster_auth.cluster.token}");
  });

  it("calls Dex's load balancer after the cluster where that is not the only one", () => {
    const ingressOf = (name: string) =>
      valuesOf(releasesOf(stack({}, { cluster: { name } }))["dex_release"]!).ingress.annotations;

    expect(ingressOf("govuk")["alb.ingress.kubernetes.io/load-balancer-name"]).toBe("dex");
    expect(ingressOf("blue")["alb.ingress.kubernetes.io/load-balancer-name"]).toBe("dex-blue");
  });
});
