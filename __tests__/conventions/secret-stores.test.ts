import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { secretReaders } from "../../src/addons/external-secrets/readers";
import { applicationNamespaces } from "../../src/settings/namespaces/namespaces";
import { everyEnvironmentStack } from "../support/every-platform";
import { environments } from "../support/platform";
import { type Block, type Terraform, valuesOf } from "../support/terraform";

/** Objects of a kind that a stack's own releases hold, each with its namespace. */
const objectsIn = (terraform: Terraform, kind: string): Block[] =>
  terraform
    .all(Release)
    .filter(({ repository }) => repository === undefined)
    .flatMap((release) =>
      (valuesOf(release).objects as Block[])
        .filter((object) => object.kind === kind)
        .map((object) => ({ ...object, namespace: object.metadata.namespace ?? release.namespace })),
    );

/** Namespaces that each store serves; none where its conditions say anything else. */
const servedBy = (terraform: Terraform): Record<string, string[]> =>
  Object.fromEntries(
    objectsIn(terraform, "ClusterSecretStore").map(({ metadata, spec }) => [
      metadata.name as string,
      ((spec.conditions ?? []) as Block[]).flatMap(({ namespaces, ...other }) =>
        Object.keys(other).length === 0 ? (namespaces as string[]) : [],
      ),
    ]),
  );

const services = everyEnvironmentStack.filter(({ id }) => id.includes("cluster-services"));

describe.each(services)("$id", ({ terraform, environment }) => {
  it("has no store that serves every namespace", () => {
    expect(Object.values(servedBy(terraform)).filter((namespaces) => namespaces.length === 0)).toEqual([]);
  });

  it("has no store that serves the platform and applications alike", () => {
    const tenants = applicationNamespaces(environment.organisation);
    const mixed = Object.values(servedBy(terraform)).filter(
      (namespaces) =>
        namespaces.some((name) => tenants.includes(name)) &&
        !namespaces.every((name) => tenants.includes(name)),
    );

    expect(mixed).toEqual([]);
  });

  it("copies each secret through a store that serves its namespace", () => {
    const served = servedBy(terraform);
    const unserved = objectsIn(terraform, "ExternalSecret").filter(
      ({ namespace, spec }) => !served[spec.secretStoreRef.name as string]?.includes(namespace as string),
    );

    expect(unserved.map(({ namespace, metadata }) => `${namespace}/${metadata.name}`)).toEqual([]);
  });

  it("makes no store in a namespace", () => {
    expect(objectsIn(terraform, "SecretStore")).toEqual([]);
  });
});

it("reads through stores of applications nothing that the platform copies for itself", () => {
  for (const { clusters } of environments) {
    for (const cluster of clusters) {
      const [platform, ...others] = secretReaders(cluster);
      const own = cluster.addons.externalSecrets ? cluster.addons.externalSecrets.secrets : [];
      const covers = (name: string, path: string) =>
        name === path || (name.endsWith("*") && path.startsWith(name.slice(0, -1)));

      expect(own.length).toBeGreaterThan(0);
      expect(own.every(({ path }) => platform!.names.some((name) => covers(name, path)))).toBe(true);
      expect(
        own.filter(({ path }) => others.some(({ names }) => names.some((name) => covers(name, path)))),
      ).toEqual([]);
    }
  }
});
