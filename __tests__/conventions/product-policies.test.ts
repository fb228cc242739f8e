import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { riverAuthority, riverPlatform } from "../support/river-authority";
import { clusterServicesWith } from "../support/stacks";
import { type Block, valuesOf } from "../support/terraform";

const DOMAIN = riverAuthority.organisation.publicDomain;

const objectsOf = (id: string, release: string): Block[] =>
  valuesOf(riverPlatform[id]!.named(Release)[release]!).objects as Block[];

const constraints = objectsOf("cluster-services-live", "gatekeeper_constraints");

const named = (name: string): Block => constraints.find(({ metadata }) => metadata.name === name)!;

const tenants = riverAuthority.tenants.products!.tenants.filter(({ cluster }) => cluster === "live");

describe("namespaces of products", () => {
  it("are judged by every policy that judges those of applications", () => {
    const ofApplications = constraints.filter(({ spec }) => spec.match.namespaces !== undefined);

    expect(ofApplications.map(({ metadata }) => metadata.name as string)).toEqual(
      expect.arrayContaining(["no-monitor-files", "own-monitors", "own-secrets"]),
    );
    for (const { kind, metadata, spec } of ofApplications) {
      const { match, ...rest } = spec;
      expect(named(`${metadata.name}-products`)).toMatchObject({
        kind,
        spec: {
          ...rest,
          match: {
            kinds: match.kinds,
            namespaceSelector: { matchExpressions: [{ key: `${DOMAIN}/product`, operator: "Exists" }] },
          },
        },
      });
    }
  });

  it("have the label by which policies find them, and their hosts where policies look for them", () => {
    const { annotation } = named("declared-ingress-hosts").spec.parameters;

    expect(tenants.length).toBeGreaterThan(1);
    for (const { namespace, product, settings } of tenants) {
      const { labels, annotations } = objectsOf(`tenant-live-${namespace}`, "namespace")[0]!.metadata;
      expect(labels[`${DOMAIN}/product`]).toBe(product.product);
      expect(annotations[annotation]).toBe(settings.ingress?.map(({ host }) => host).join(","));
    }
  });

  it("are known to the policies with their annotations", () => {
    const config = objectsOf("cluster-services-live", "gatekeeper_templates").find(
      ({ kind }) => kind === "Config",
    )!;

    expect(config.spec.sync.syncOnly).toContainEqual({ group: "", version: "v1", kind: "Namespace" });
  });

  it("leave policies as they are on a platform without any", () => {
    const releases = clusterServicesWith({}).named(Release);
    const objects = valuesOf(releases["gatekeeper_constraints"]!).objects as Block[];

    expect(objects.filter(({ metadata }) => metadata.name.endsWith("-products"))).toEqual([]);
  });
});
