import { oneOf, type Path, show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { Tenant } from "../products";
import { type Import, importsOf, resourceNamed, sharesOf } from "../resources/imported";
import { type OwnResource, resourcesOf } from "../resources/own-resources";
import type { World } from "../world";
import { at } from "./at";
import { nameFindings } from "./resource-names";
import { ofEach } from "./resources";
import { userFindings } from "./service-accounts";

/** Findings about single imports. */
const ofImports = (
  { tenants }: World,
  judge: (entry: Import, tenant: Tenant, path: Path) => readonly Finding[],
): Finding[] =>
  tenants.flatMap((tenant) =>
    importsOf(tenant).flatMap((entry) => judge(entry, tenant, ["imports", entry.kind, entry.as])),
  );

/** Findings about single shares. */
const ofShares = (
  world: World,
  judge: (other: string, resource: OwnResource, tenant: Tenant, path: Path) => readonly Finding[],
): Finding[] =>
  ofEach(world, (resource, tenant, path) =>
    sharesOf(resource).flatMap((other, index) => judge(other, resource, tenant, [...path, "shares", index])),
  );

/** Refuses an import whose name a ConfigMap could not take. */
export const importsHaveNames = (world: World): Finding[] =>
  ofImports(world, ({ as }, tenant, path) => nameFindings(as, tenant, path));

/** Refuses an import of which no pod could make use, or that an unknown account uses. */
export const importsHaveUsers = (world: World): Finding[] =>
  ofImports(world, ({ kind, usedBy }, tenant, path) =>
    kind === "topic" ? [] : userFindings(usedBy, tenant, path),
  );

/** Refuses an import of what its owner does not have, or does not share. */
export const importsAreShared = (world: World): Finding[] =>
  ofImports(world, ({ kind, owner, name }, tenant, path) => {
    const there = world.byRef.get(owner);
    const words = (key: string, expected: string, got: string, fix: string) => [
      at(tenant, [...path, key], { expected, got, fix }),
    ];
    if (there === undefined) {
      return words("tenant", "a product and an environment of it", show(owner), "correct the name");
    }
    // Another rule refuses these.
    if (there === tenant || !areTogether(world, tenant, there)) {
      return [];
    }
    const resource = resourceNamed(there, kind, name);
    if (resource === undefined) {
      const known = resourcesOf(there).flatMap((each) => (each.kind === kind ? [each.name] : []));
      return words(
        "name",
        `a ${kind} of ${owner} (${there.file.path}): ${oneOf(known)}`,
        show(name),
        "correct the name, or have its team make it",
      );
    }
    return sharesOf(resource).includes(tenant.ref)
      ? []
      : words(
          "tenant",
          `shares of resources.${kind}.${name} in ${there.file.path} with ${tenant.ref}`,
          "nothing there",
          "have its team add it, in the same change",
        );
  });

/** Refuses a share that no other tenant imports. */
export const sharesAreImported = (world: World): Finding[] => {
  const imported = new Set(
    world.tenants.flatMap((tenant) => importsOf(tenant).map((entry) => keyOf(entry, tenant.ref))),
  );
  return ofShares(world, (other, { kind, name }, tenant, path) => {
    const there = world.byRef.get(other);
    if (there === undefined) {
      return [
        at(tenant, path, {
          expected: "a product and an environment of it",
          got: show(other),
          fix: "correct the name",
        }),
      ];
    }
    // Another rule refuses these.
    if (there === tenant || !areTogether(world, tenant, there)) {
      return [];
    }
    return imported.has(keyOf({ kind, owner: tenant.ref, name }, other))
      ? []
      : [
          at(tenant, path, {
            expected: `imports.${kind} of ${tenant.ref} in ${there.file.path}`,
            got: "nothing there",
            fix: "have its team add it, in the same change, or take the share out",
          }),
        ];
  });
};

const keyOf = (
  { kind, owner, name }: { readonly kind: string; readonly owner: string; readonly name: string },
  user: string,
): string => [owner, kind, name, user].join(" ");

/** Refuses sharing with the tenant itself, or beyond the environment: an account's roles reach nothing in another. */
export const sharesStayInEnvironments = (world: World): Finding[] => {
  const judge = (other: string, tenant: Tenant, path: Path): Finding[] => {
    const there = world.byRef.get(other);
    return there === undefined || (there !== tenant && areTogether(world, tenant, there))
      ? []
      : [
          at(tenant, path, {
            expected: `another tenant in environment ${environmentOf(world, tenant)}`,
            got:
              there === tenant
                ? `${show(other)}, which is this one`
                : `${show(other)}, which is in ${environmentOf(world, there)}`,
            fix:
              there === tenant
                ? "take it out: a namespace uses its own"
                : "name its environment in the same one, or have it answer requests at a host",
          }),
        ];
  };
  return [
    ...ofImports(world, ({ owner }, tenant, path) => judge(owner, tenant, [...path, "tenant"])),
    ...ofShares(world, (other, _, tenant, path) => judge(other, tenant, path)),
  ];
};

/** Refuses a tenant that is named twice among the shares of a resource. */
export const sharesAreNamedOnce = (world: World): Finding[] =>
  ofShares(world, (other, resource, tenant, path) =>
    sharesOf(resource).indexOf(other) === path.at(-1)
      ? []
      : [at(tenant, path, { expected: "each tenant once", got: show(other), fix: "keep one" })],
  );

const environmentOf = ({ clusters }: World, { cluster }: Tenant): string | undefined =>
  clusters.get(cluster)?.environment;

const areTogether = (world: World, one: Tenant, other: Tenant): boolean =>
  environmentOf(world, one) === environmentOf(world, other);
