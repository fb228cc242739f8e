import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { environmentSettings } from "../../../src/platform/environments";
import { tenants } from "../../support/organisation";
import { ingressPolicies } from "../../../src/stacks/cluster-services/ingress-rules";
import { defineEnvironments } from "../../support/organisation";
import { stacksOf } from "../../support/stacks";
import { type Block, valuesOf } from "../../support/terraform";

const ZONE = "eks.example";

interface Declared {
  readonly namespace: string;
  readonly hosts: readonly string[];
}

interface Allowed {
  readonly name: string;
  readonly values?: readonly string[];
  readonly namespaces?: readonly string[];
}

const policies = (ingresses: Parameters<typeof ingressPolicies>[0]["ingresses"] = []) =>
  ingressPolicies({
    zone: ZONE,
    publishingDomain: "publishing.example",
    applications: tenants.applications,
    groupHosts: [],
    ingresses,
    annotation: undefined,
  });

describe("the pool of load balancers' addresses", () => {
  it("is allowed where the cluster has it, and no other", () => {
    const pools = (addressPool?: string) =>
      (
        ingressPolicies({
          zone: ZONE,
          publishingDomain: undefined,
          applications: [],
          ingresses: [],
          addressPool,
          groupHosts: [],
          annotation: undefined,
        })["load-balancer-annotations"].parameters!.allowed as unknown as readonly Allowed[]
      ).filter(({ name }) => name.endsWith("ipam-ipv4-pool-id"));

    expect(pools("ipam-pool-1")).toEqual([
      { name: "alb.ingress.kubernetes.io/ipam-ipv4-pool-id", values: ["ipam-pool-1"] },
    ]);
    expect(pools()).toEqual([]);
  });
});

const hostsOf = (namespace: string, ...settings: Parameters<typeof policies>): readonly string[] =>
  (policies(...settings)["declared-ingress-hosts"].parameters!.hosts as unknown as readonly Declared[]).find(
    (one) => one.namespace === namespace,
  )?.hosts ?? [];

const allowed = (...settings: Parameters<typeof policies>): readonly Allowed[] =>
  policies(...settings)["load-balancer-annotations"].parameters!.allowed as unknown as readonly Allowed[];

const GRANT = {
  namespace: "licensify",
  hosts: ["www.example"],
  annotations: [{ name: "alb.ingress.kubernetes.io/group.name", values: ["shared"] }],
  reason: "It shares a load balancer.",
};

describe("hosts of Ingresses", () => {
  it("are those that a namespace's applications declare, under both domains", () => {
    expect(hostsOf("licensify")).toEqual([
      "licensify-admin.eks.example",
      "licensify-admin.publishing.example",
      "licensify.eks.example",
      "licensify.publishing.example",
    ]);
  });

  it("are the platform's own in its own namespaces alone", () => {
    expect(hostsOf("monitoring")).toContain("grafana.eks.example");
    expect(hostsOf("cluster-services")).toContain("argo.eks.example");
    expect(hostsOf("apps").filter((host) => /^(argo|dex|grafana|prometheus)\./.test(host))).toEqual([]);
  });

  it("are those of a setting in its namespace alone", () => {
    expect(hostsOf("licensify", [GRANT])).toContain("www.example");
    expect(hostsOf("apps", [GRANT])).not.toContain("www.example");
  });

  it("are none in a namespace that declares none", () => {
    expect(hostsOf("default", [GRANT])).toEqual([]);
  });
});

describe("annotations of Ingresses", () => {
  it("never reach another's load balancer unless a setting says so, and then in its namespace alone", () => {
    const strong = /group\.|security-groups|subnets|certificate|wafv2|auth-|conditions|tags|ingress\.class/;
    const named = (list: readonly Allowed[]) =>
      list.filter(({ name, namespaces }) => strong.test(name) && !namespaces?.includes("cluster-services"));

    expect(named(allowed())).toEqual([]);
    expect(named(allowed([GRANT]))).toEqual([{ ...GRANT.annotations[0], namespaces: ["licensify"] }]);
  });

  it("let Argo CD's chart tell calls of its command line from those of browsers, and no other namespace", () => {
    expect(allowed().filter(({ name }) => name.includes("conditions."))).toEqual([
      {
        name: "alb.ingress.kubernetes.io/conditions.argocd-server-grpc",
        namespaces: ["cluster-services"],
      },
    ]);
  });

  it("allow actions to the platform alone", () => {
    const actions = allowed().filter(({ name }) => name.includes("actions."));

    expect(actions.map(({ namespaces }) => namespaces)).toEqual([["cluster-services", "monitoring"]]);
  });

  it.each(["integration", "staging", "production"])("allow all of the platform's own in %s", (name) => {
    const environments = defineEnvironments(environmentSettings);
    const stacks = stacksOf(...environments.filter((one) => one.name === name));
    const values = Object.values(stacks[`cluster-services-${name}`]!.named(Release)).flatMap((release) =>
      annotationsIn(valuesOf(release as Block)),
    );
    const known = allowed();

    expect(values.length).toBeGreaterThan(20);
    expect(values.filter((one) => !known.some((entry) => covers(entry, one)))).toEqual([]);
  });
});

const covers = ({ name, values }: Allowed, [key, value]: readonly [string, string]): boolean =>
  (name.endsWith("*") ? key.startsWith(name.slice(0, -1)) : name === key) &&
  (values === undefined || values.includes(value));

/** Annotations of the load balancer controller, at any depth. */
function annotationsIn(value: unknown): (readonly [string, string])[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key.startsWith("alb.ingress.kubernetes.io/") ? [[key, String(inner)] as const] : annotationsIn(inner),
  );
}
