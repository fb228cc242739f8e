import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { Flux, type FluxProps } from "../../../src/addons/flux2/flux";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const PLATFORM = { url: "https://github.com/example/fleet", branch: "main", path: "platform" };
const SHOP = { url: "https://github.com/example/northwind", branch: "main", path: "clusters/preview/shop" };

const releasesWith = (props: Partial<FluxProps> = {}) =>
  Terraform.of(
    (scope) =>
      new Flux(scope, "flux", {
        namespace: "cluster-services",
        customersNamespace: "flux-customers",
        replicas: 3,
        platform: PLATFORM,
        customers: { shop: SHOP },
        deploys: [{ apiGroups: ["apps"], resources: ["deployments"], verbs: ["create"] }],
        ...props,
      }),
  ).named(Release);

const valuesIn = (name: string, props?: Partial<FluxProps>) => valuesOf(releasesWith(props)[name]!);
const objectsIn = (name: string, props?: Partial<FluxProps>) => valuesIn(name, props).objects as Block[];
const argumentsOf = (name: string, part: string): string[] => valuesIn(name)[part].container.additionalArgs;

const rights = objectsIn("flux_rights");
const sources = objectsIn("flux_sources");

/** Rules of the roles that are bound to the parts of an instance, with the namespace of each binding. */
const rulesOf = (namespace: string) =>
  rights
    .filter(({ kind, subjects }) => kind.endsWith("Binding") && isOf(subjects, namespace))
    .flatMap(({ roleRef, metadata }) =>
      rights
        .filter(({ kind, metadata: of }) => kind === roleRef.kind && of.name === roleRef.name)
        .flatMap(({ rules }) => (rules as Block[]).map((rule) => ({ ...rule, in: metadata.namespace }))),
    ) as Block[];

const isOf = (subjects: readonly Block[], namespace: string): boolean =>
  subjects.some((subject) => subject.namespace === namespace && subject.name === "kustomize-controller");

describe("Flux", () => {
  it("has the platform's instance read objects of its own namespace alone", () => {
    expect(valuesIn("flux_platform").watchAllNamespaces).toBe(false);
  });

  it("has the customers' instance leave out what is the platform's", () => {
    for (const part of ["sourceController", "kustomizeController", "helmController"]) {
      expect(argumentsOf("flux_customers", part)).toContain("--watch-label-selector=!sharding.fluxcd.io/key");
    }
    for (const { metadata } of sources.filter(({ metadata }) => metadata.namespace === "cluster-services")) {
      expect(metadata.name === "flux-platform" || "sharding.fluxcd.io/key" in metadata.labels).toBe(true);
    }
  });

  it.each(["flux_platform", "flux_customers"])(
    "refuses other namespaces' sources, bases from elsewhere and programs of a kubeconfig in %s",
    (name) => {
      expect(valuesIn(name).multitenancy).toMatchObject({ enabled: true, privileged: false });
      expect(argumentsOf(name, "kustomizeController")).toEqual(
        expect.arrayContaining(["--no-remote-bases=true", "--insecure-kubeconfig-exec=false"]),
      );
    },
  );

  it("brings its kinds once, and keeps them", () => {
    expect(valuesIn("flux_platform").installCRDs).toBe(true);
    expect(valuesIn("flux_platform").crds.annotations).toEqual({ "helm.sh/resource-policy": "keep" });
    expect(valuesIn("flux_customers").installCRDs).toBe(false);
  });

  it("installs both instances at a time, and takes their objects apart before them", () => {
    expect(releasesWith().flux_customers!.depends_on).not.toContain("helm_release.flux_platform");
    expect(releasesWith().flux_sources!.depends_on).toEqual(
      expect.arrayContaining(["helm_release.flux_platform", "helm_release.flux_customers"]),
    );
  });

  it.each(["cluster-services", "flux-customers"])(
    "gives no part of the instance in %s a right to change anything but Flux's own objects",
    (namespace) => {
      const changes = rulesOf(namespace).filter(
        ({ verbs, apiGroups }) =>
          (verbs as string[]).some((verb) => !["get", "list", "watch", "impersonate"].includes(verb)) &&
          !(apiGroups as string[]).every(
            (group) => group.endsWith(".toolkit.fluxcd.io") || group === "coordination.k8s.io",
          ),
      );

      expect(rulesOf(namespace).length).toBeGreaterThan(0);
      expect(changes.map(({ resources }) => resources)).toEqual(changes.map(() => ["events"]));
    },
  );

  it("lets the customers' instance read no Secret and impersonate nobody outside the namespaces that it is bound in", () => {
    const everywhere = rulesOf("flux-customers").filter((rule) => rule.in === undefined);

    expect(everywhere.flatMap(({ verbs }) => verbs)).not.toContain("impersonate");
    expect(everywhere.flatMap(({ resources }) => resources)).not.toContain("secrets");
  });

  it("lets the platform's instance impersonate one service account, which alone has every right", () => {
    const impersonates = rulesOf("cluster-services").filter(({ verbs }) => verbs.includes("impersonate"));

    expect(impersonates.map(({ resourceNames }) => resourceNames)).toEqual([["flux-platform"]]);
    expect(
      rights.filter(({ roleRef }) => roleRef?.name === "cluster-admin").flatMap(({ subjects }) => subjects),
    ).toEqual([{ kind: "ServiceAccount", name: "flux-platform", namespace: "cluster-services" }]);
  });

  it("gives nobody every right where the platform delivers nothing", () => {
    expect(JSON.stringify(objectsIn("flux_rights", { platform: false }))).not.toContain("cluster-admin");
  });

  it("applies the folder of a namespace there, as the service account of that namespace", () => {
    expect(
      sources.find(({ kind, metadata }) => kind === "Kustomization" && metadata.namespace === "shop")!.spec,
    ).toEqual({
      interval: "10m",
      retryInterval: "2m",
      timeout: "5m",
      path: "./clusters/preview/shop",
      prune: true,
      wait: true,
      deletionPolicy: "Orphan",
      sourceRef: { kind: "GitRepository", name: "delivery" },
      serviceAccountName: "flux-deployer",
      targetNamespace: "shop",
    });
  });

  it("signs in to a repository with a GitHub App that the platform copies", () => {
    const objects = objectsIn("flux_sources", {
      platform: { ...PLATFORM, credentialsPath: "example/flux/app" },
    });

    expect(objects.find(({ kind }) => kind === "ExternalSecret")!.spec.target.name).toBe(
      "flux-platform-credentials",
    );
    expect(objects.find(({ kind }) => kind === "GitRepository")!.spec).toMatchObject({
      provider: "github",
      secretRef: { name: "flux-platform-credentials" },
    });
  });

  it("waits for nothing to deliver where nobody names a source", () => {
    expect(releasesWith({ platform: false, customers: {} }).flux_sources).toBeUndefined();
  });

  it("comes from a mirror where there is one", () => {
    expect(
      valuesIn("flux_customers", { registries: { "ghcr.io": "mirror.example" } }).sourceController.image,
    ).toBe("mirror.example/fluxcd/source-controller");
  });
});
