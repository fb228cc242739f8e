import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
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
      "declared-ingress-hosts": "deny",
      "immutable-config-maps": "dryrun",
      "job-request-annotations": "deny",
      "job-request-reviews": "deny",
      "load-balancer-annotations": "deny",
      "no-host-access": "deny",
      "no-load-balancer-services": "deny",
      "no-monitor-files": "deny",
      "own-monitors": "deny",
      "own-secrets": "deny",
      "paging-rules": "deny",
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
      "delivery",
      ...Object.values(PLATFORM_NAMESPACES),
      "default",
    ]);
    expect(hosts?.match).not.toHaveProperty("namespaces");
  });

  it("let alerts of the platform page, and those of a namespace by a setting alone", () => {
    const pagers = (gatekeeper: AddonsSettings["gatekeeper"]) =>
      constraints({ gatekeeper })["paging-rules"]?.parameters.namespaces as string[];
    const paging = [{ namespace: "licensify", reason: "Its team answers at any hour." }];

    expect(pagers({})).toEqual(Object.values(PLATFORM_NAMESPACES));
    expect(pagers({ paging })).toEqual([...Object.values(PLATFORM_NAMESPACES), "licensify"]);
  });

  it("know every severity that wakes an engineer", () => {
    const severities = (addons: AddonsSettings) => constraints(addons)["paging-rules"]?.parameters.severities;
    const alerting = {
      receivers: { "on-call": { kind: "opsgenie" }, channel: { kind: "slack", channel: "#a" } },
      routes: [
        { match: { severity: ["critical", "page"] }, receiver: "on-call" },
        { match: { severity: "warning" }, receiver: "channel" },
      ],
      timeIntervals: {},
    } as const;

    expect(severities({})).toEqual(["page"]);
    expect(severities({ kubePrometheusStack: { alerting } })).toEqual(["page", "critical"]);
    expect(severities({ kubePrometheusStack: false, tempo: false })).toEqual(["page"]);
  });

  it.each(["no-monitor-files", "own-monitors"])(
    "bound the monitors of every namespace of applications: %s",
    (policy) => {
      expect(constraints()[policy]?.match.namespaces).toEqual(["apps", "licensify", "datagovuk", "default"]);
    },
  );

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
