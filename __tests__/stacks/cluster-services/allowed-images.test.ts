import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { environmentSettings } from "../../../src/platform/environments";
import {
  DELIVERY_REPOSITORIES,
  PLATFORM_REPOSITORIES,
} from "../../../src/stacks/cluster-services/image-repositories";
import type { AddonsSettings } from "../../../src/settings/addons";
import { defineEnvironments, registry } from "../../support/organisation";
import { everyAddon, foundation } from "../../support/services";
import { clusterServicesWith, stacksOf } from "../../support/stacks";
import { type Block, type Terraform, valuesOf } from "../../support/terraform";

interface Place {
  readonly namespaces: readonly string[];
  readonly prefixes?: readonly string[];
  readonly repositories?: readonly string[];
}

const placesIn = (stack: Terraform): readonly Place[] =>
  (valuesOf(stack.named(Release)["gatekeeper_constraints"]!).objects as Block[]).find(
    ({ metadata }) => metadata.name === "allowed-images",
  )!.spec.parameters.allowed as Place[];

const placesWith = (addons: AddonsSettings = {}) =>
  placesIn(clusterServicesWith({ addons: { ...foundation, gatekeeper: {}, ...addons } }));

/** Every add-on, none left to the charts of applications. */
const installedByTerraform = {
  ...everyAddon,
  addons: { ...everyAddon.addons, reloader: { installedBy: "terraform" } },
} as const;

const of = (namespace: string, places: readonly Place[]) => ({
  prefixes: places.flatMap((one) => (one.namespaces.includes(namespace) ? (one.prefixes ?? []) : [])),
  repositories: places.flatMap((one) => (one.namespaces.includes(namespace) ? (one.repositories ?? []) : [])),
});

/** Namespace and upstream repository of each mirrored image in the values of a stack's releases. */
function mirroredIn(stack: Terraform): (readonly [string, string])[] {
  const releases = Object.entries(stack.named(Release)).filter(([name]) => name !== "gatekeeper_constraints");

  return releases.flatMap(([, { namespace, values = [] }]) => {
    const text = (values as string[])
      .join("\n")
      .replaceAll(/"registry":\s*"([^"]+)",\s*"repository":\s*"/g, '"image":"$1/');
    return [...text.matchAll(new RegExp(`${registry.host}/([a-z0-9./_-]+)`, "g"))]
      .map(([, repository]) => repository!)
      .filter((repository) => repository.split("/").length > 2 && !repository.startsWith(registry.prefix))
      .map((repository) => [String(namespace), repository] as const);
  });
}

describe("images", () => {
  it("of the organisation run only where their signatures are verified", () => {
    const prefix = `${registry.host}/${registry.prefix}/`;
    const namespaces = placesWith()
      .filter(({ prefixes = [] }) => prefixes.includes(prefix))
      .flatMap((place) => place.namespaces);

    expect(namespaces).toEqual(["apps", "licensify", "datagovuk"]);
  });

  it("of others are whole repositories, never all of a registry or of its cache", () => {
    const prefixes = placesWith().flatMap((place) => place.prefixes ?? []);

    expect(prefixes).toEqual([`${registry.host}/${registry.prefix}/`]);
  });

  it("of others are in a namespace of applications only by a setting, and those of workflows where they run", () => {
    const images = [
      { namespace: "licensify", repositories: ["docker.io/library/redis"], reason: "It keeps sessions." },
    ];
    const places = placesWith({ gatekeeper: { images } });

    expect(of("licensify", placesWith()).repositories).toEqual([]);
    expect(of("licensify", places).repositories).toEqual([`${registry.host}/docker.io/library/redis`]);
    expect(of("datagovuk", places).repositories).toEqual([]);
    expect(of("apps", places).repositories).toEqual([]);
    expect(of("delivery", places).repositories).toHaveLength(DELIVERY_REPOSITORIES.length);
  });

  it("come from the mirror that an environment has for their registry, or from upstream", () => {
    const places = placesWith({ registries: { "ghcr.io": "oci://mirror.example/github" } });

    expect(of("monitoring", places).repositories).toEqual(
      expect.arrayContaining(["mirror.example/github/fluent/fluent-bit", "quay.io/prometheus/prometheus"]),
    );
  });

  it("of a registry that an environment has a password for run in the namespaces of that password", () => {
    const places = placesWith({
      imagePullSecrets: [
        {
          registry: "private.example",
          repositories: ["example/forms"],
          path: "govuk/private",
          namespaces: ["apps"],
        },
      ],
    });

    expect(of("apps", places).repositories).toContain("private.example/example/forms");
    expect(of("apps", places).prefixes.filter((prefix) => prefix.includes("private.example"))).toEqual([]);
    expect(of("licensify", places).repositories).not.toContain("private.example/example/forms");
  });

  it("of applications may be named as upstream does, where a reason says so", () => {
    const redis = { namespace: "apps", repositories: ["docker.io/library/redis"], reason: "Charts run it." };
    const upstream = { reason: "the charts name it so" };

    expect(of("apps", placesWith({ gatekeeper: { images: [redis] } })).repositories).toEqual([
      `${registry.host}/docker.io/library/redis`,
    ]);
    expect(of("apps", placesWith({ gatekeeper: { images: [{ ...redis, upstream }] } })).repositories).toEqual(
      [`${registry.host}/docker.io/library/redis`, "docker.io/library/redis", "docker.io/redis"],
    );
  });

  it("of add-ons that few clusters have are allowed where they are on", () => {
    const names = (addons: object) =>
      of("cluster-services", placesWith(addons)).repositories.filter((name) => name.includes("cert-manager"));

    expect([names({ certManager: {} }).length, names({}).length]).toEqual([5, 0]);
  });

  it("of tenants' databases are allowed where there may be tenants, and nowhere else", () => {
    const local = { addons: { ...foundation, gatekeeper: {} }, backend: { type: "local" } } as const;
    const allowed = [placesIn(clusterServicesWith(local)), placesWith()].map((places) =>
      of("cluster-services", places).repositories.filter((one) => one.endsWith("library/mysql")),
    );

    expect(allowed).toEqual([[`${registry.host}/docker.io/library/mysql`], []]);
  });

  it("of add-ons that Argo CD installs are allowed as upstream names them", () => {
    const nameOf = (installedBy: "terraform" | "argo-cd") =>
      of(
        "cluster-services",
        placesWith({ argoCd: {}, grafana: false, reloader: { installedBy } }),
      ).repositories.includes("ghcr.io/stakater/reloader");

    expect([nameOf("argo-cd"), nameOf("terraform")]).toEqual([true, false]);
  });

  it("of the platform are allowed where releases run them, and no others are", () => {
    const stacks = Object.entries(stacksOf(...defineEnvironments(environmentSettings)))
      .filter(([id]) => id.startsWith("cluster-services-"))
      .map(([, stack]) => stack);
    const clusters = [...stacks, clusterServicesWith(installedByTerraform)].map((stack) => ({
      places: placesIn(stack),
      used: mirroredIn(stack),
    }));
    const forbidden = clusters.flatMap(({ places, used }) =>
      used.filter(
        ([namespace, repository]) =>
          namespace !== "kube-system" &&
          !of(namespace, places).repositories.includes(`${registry.host}/${repository}`),
      ),
    );
    const used = new Set(clusters.flatMap((one) => one.used.map(([, repository]) => repository)));

    expect(forbidden).toEqual([]);
    expect([...PLATFORM_REPOSITORIES, ...DELIVERY_REPOSITORIES].filter((one) => !used.has(one))).toEqual([]);
  });
});
