import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { registry } from "../../support/organisation";
import { PLATFORM_NAMESPACES } from "../../../src/settings/namespaces/namespaces";
import type { AddonsSettings } from "../../../src/settings/addons";
import { foundation } from "../../support/services";
import { clusterServicesWith } from "../../support/stacks";
import { type Block, valuesOf } from "../../support/terraform";

const releasesWith = (addons: AddonsSettings) =>
  clusterServicesWith({ addons: { ...foundation, ...addons } }).named(Release);

const constraints = (addons: AddonsSettings = {}): Record<string, Block> =>
  Object.fromEntries(
    (valuesOf(releasesWith({ gatekeeper: {}, ...addons })["gatekeeper_constraints"]!).objects as Block[]).map(
      ({ metadata, spec }) => [metadata.name as string, spec as Block],
    ),
  );

describe("policies", () => {
  it("refuse all that breaks them but ConfigMaps that may change, which are only reported", () => {
    const actions = Object.entries(constraints()).map(([name, spec]) => [
      name,
      spec.enforcementAction as string,
    ]);

    expect(Object.fromEntries(actions)).toEqual({
      "allowed-images": "deny",
      "immutable-config-maps": "dryrun",
      "job-request-annotations": "deny",
      "job-request-reviews": "deny",
      "no-host-access": "deny",
      "no-load-balancer-services": "deny",
      "required-labels": "deny",
      "unique-ingress-hosts": "deny",
    });
  });

  it("are about every namespace that pods of ours can be in, and about disks, which are in none", () => {
    const { "allowed-images": images, "no-host-access": hosts } = constraints();

    expect(images?.match.namespaces).toEqual([
      "apps",
      "licensify",
      "datagovuk",
      ...Object.values(PLATFORM_NAMESPACES),
      "default",
    ]);
    expect(hosts?.match).not.toHaveProperty("namespaces");
  });

  it("let in images of our own repositories and of mirrors alone", () => {
    expect(constraints()["allowed-images"]?.parameters.prefixes).toEqual([
      `${registry.host}/govuk/`,
      ...["docker.io", "ghcr.io", "public.ecr.aws", "quay.io", "registry.k8s.io"].map(
        (host) => `${registry.host}/${host}/`,
      ),
    ]);
  });

  it("let in images of a registry that an environment does not mirror, since its own charts need them", () => {
    const prefixes = constraints({ registries: { "ghcr.io": "oci://mirror.example/github" } })[
      "allowed-images"
    ]?.parameters.prefixes as string[];

    expect(prefixes).toContain("mirror.example/github/");
    expect(prefixes).toContain("quay.io/");
    expect(prefixes).not.toContain("ghcr.io/");
  });

  it("let in images of whatever else an environment mirrors, or has a password for", () => {
    const prefixes = constraints({
      registries: { "gcr.io": "mirror.example/google" },
      imagePullSecrets: [{ registry: "private.example", path: "govuk/private", namespaces: ["apps"] }],
    })["allowed-images"]?.parameters.prefixes as string[];

    expect(prefixes).toEqual(expect.arrayContaining(["mirror.example/google/", "private.example/"]));
    expect(prefixes).not.toContain("gcr.io/");
  });

  it("hand each exception to its own policy, without day and reason", () => {
    const { "no-host-access": hosts, "allowed-images": images } = constraints();

    expect(hosts?.parameters.exceptions).toContainEqual({ namespace: "monitoring", name: "fluent-bit-*" });
    expect(images?.parameters.exceptions).toEqual([]);
  });

  it("come from a namespace of their own, since nothing in it is judged as it comes", () => {
    const releases = Object.entries(releasesWith({ gatekeeper: {} }));
    const beside = releases.filter(([, { namespace }]) => namespace === "gatekeeper-system");

    expect(beside.map(([name]) => name).sort()).toEqual([
      "gatekeeper_constraints",
      "gatekeeper_release",
      "gatekeeper_templates",
    ]);
  });

  it("are there, as is the check of signatures, before Argo CD brings any application", () => {
    const { "argo-cd_release": argoCd } = releasesWith({ gatekeeper: {}, kyverno: {}, argoCd: {} });

    expect(argoCd?.depends_on).toEqual(
      expect.arrayContaining(["helm_release.gatekeeper_constraints", "helm_release.kyverno_policies"]),
    );
  });

  it("can be switched off as a whole", () => {
    const names = Object.keys(releasesWith({ gatekeeper: false }));

    expect(names.filter((name) => name.startsWith("gatekeeper"))).toEqual([]);
  });
});
