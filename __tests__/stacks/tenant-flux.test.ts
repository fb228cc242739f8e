import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { platform as harbour } from "../../examples/harbour-trust";
import { definePlatform } from "../../src/settings/define-platform";
import { parseProduct } from "../../src/settings/products/product-file";
import { synthesisePlatform } from "../support/synthesise";
import { type Block, valuesOf } from "../support/terraform";

const PRODUCT = `product: tides
owner: { team: tides, email: tides@example.org, channel: "#tides", source: harbour-trust/tides }
environments:
  main:
    cluster: office
    access: [{ team: tides, role: view }]
    deploy:
      mode: gitops
      repository: harbour-trust/tides
      path: deploy/main
      branches: [release, main]
      reviewers: [tides]
`;

const stacks = synthesisePlatform(
  definePlatform({
    ...harbour,
    environments: harbour.environments.map((environment) => ({
      ...environment,
      clusters: Object.fromEntries(
        Object.entries(environment.clusters).map(([name, cluster]) => [
          name,
          environment.name === "office"
            ? {
                ...cluster,
                gitops: "flux",
                addons: { ...cluster.addons, reloader: { installedBy: "terraform" } },
              }
            : cluster,
        ]),
      ),
    })),
    products: {
      teams: { tides: { group: "harbour-trust:tides" } },
      live: [],
      files: [parseProduct("tenants/tides/tides.yaml", "tides", PRODUCT)],
    },
  }),
);

const objectsIn = (id: string): Block[] =>
  stacks[id]!.all(Release).flatMap((release) => (valuesOf(release).objects ?? []) as Block[]);

const objects = objectsIn("tenant-office-tides-main");
const only = (kind: string): Block => objects.find((object) => object.kind === kind)!;

describe("a product that Flux delivers", () => {
  it("has nothing of Argo CD", () => {
    expect(JSON.stringify(objects)).not.toContain("argoproj");
  });

  it("has its repository's first branch applied in its namespace, by an account of that namespace", () => {
    expect(only("GitRepository").spec).toMatchObject({
      url: "https://github.com/harbour-trust/tides",
      ref: { branch: "release" },
    });
    expect(only("Kustomization").spec).toMatchObject({
      path: "./deploy/main",
      serviceAccountName: "flux-deployer",
      targetNamespace: "tides-main",
    });
  });

  it("has all of it in its own namespace", () => {
    expect(
      objects
        .filter(({ kind }) => kind !== "Namespace")
        .filter(({ metadata }) => metadata.namespace !== "tides-main"),
    ).toEqual([]);
  });

  it("lets its account and the customers' Flux in by bindings of its namespace alone", () => {
    const bindings = objects.filter(
      ({ kind, metadata }) => kind === "RoleBinding" && String(metadata.name).startsWith("flux-"),
    );

    expect(
      bindings.map(({ roleRef, subjects }) => [
        roleRef.name,
        [...new Set((subjects as Block[]).map(({ namespace }) => namespace))],
      ]),
    ).toEqual([
      ["flux-customers-namespace", ["flux-customers"]],
      ["flux-deployer", ["tides-main"]],
    ]);
  });

  it("has roles that the cluster brings with Flux", () => {
    const roles = objectsIn("cluster-services-office")
      .filter(({ kind }) => kind === "ClusterRole")
      .map(({ metadata }) => metadata.name as string);

    expect(roles).toEqual(expect.arrayContaining(["flux-customers-namespace", "flux-deployer"]));
  });

  it("is held to its own sources and targets", () => {
    const constraints = objectsIn("cluster-services-office").filter(({ kind }) => kind === "OwnDeliveries");

    expect(constraints.map(({ metadata }) => metadata.name as string)).toEqual([
      "own-deliveries",
      "own-deliveries-products",
    ]);
  });
});
