import { isOfEveryObject } from "../../checking/own-value";
import { oneOf, type Path, show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { ProductFile } from "../product-file";
import { ENVIRONMENT_NAME } from "../fields";
import type { World } from "../world";
import { at } from "./at";

/** Files that could be read. */
const filesOf = ({ settings }: World) =>
  settings.files.flatMap((file) => (file.product ? [{ file, product: file.product }] : []));

/** Refuses two tenants in one namespace of a cluster. */
export const namespacesAreUnique = ({ tenants }: World): Finding[] =>
  repeated(tenants, ({ cluster, namespace }) => `${cluster}/${namespace}`)
    // Another rule refuses two files of one product.
    .filter(([tenant, first]) => tenant.ref !== first.ref)
    .map(([tenant, first]) =>
      at(tenant, ["namespace"], {
        expected: `a namespace of its own on ${tenant.cluster}`,
        got: `${show(tenant.namespace)}, which ${first.ref} has (${first.file.path})`,
        fix: "choose another",
      }),
    );

/** Refuses two files about one product. */
export const productsAreUnique = (world: World): Finding[] =>
  repeated(filesOf(world), ({ product }) => product.product).map(([{ file, product }, first]) => ({
    file,
    path: ["product"],
    expected: "a name that no other product has",
    got: `${show(product.product)}, which is in ${first.file.path} too`,
    fix: "choose another",
  }));

/** Refuses a namespace that is not named after its product. */
export const namespacesBeginWithTheirProduct = ({ tenants, reserved }: World): Finding[] =>
  tenants
    .filter(
      ({ namespace, product: { product } }) => namespace !== product && !namespace.startsWith(`${product}-`),
    )
    // Another rule refuses these.
    .filter(({ namespace }) => !isTaken(namespace, reserved))
    .map((tenant) =>
      at(tenant, ["namespace"], {
        expected: `${tenant.product.product}, or a name that begins with ${tenant.product.product}-`,
        got: show(tenant.namespace),
        fix: "name it after its product",
      }),
    );

/** Refuses a product whose name and a hyphen begin another's: their namespaces would look alike, where both have some. */
export const productsAreNoPrefixes = (world: World): Finding[] => {
  const byName = new Map(
    filesOf(world)
      .filter(({ product }) => Object.keys(product.environments).length > 0)
      .map((entry) => [entry.product.product, entry]),
  );
  return [...byName.values()].flatMap(({ file, product: { product } }) => {
    const shorter = beginningsOf(product).find((beginning) => byName.has(beginning));
    return shorter === undefined
      ? []
      : [
          {
            file,
            path: ["product"],
            expected: `a name that does not begin with ${shorter}-, since ${shorter} is a product too`,
            got: show(product),
            fix: "choose another, or make it an environment of that product",
          },
        ];
  });
};

/** Beginnings of a name that end before one of its hyphens. */
const beginningsOf = (name: string): string[] =>
  [...name.matchAll(/-/g)].map(({ index }) => name.slice(0, index));

/** Refuses a file that is not named after its product. */
export const filesAreNamedAfterProducts = (world: World): Finding[] =>
  filesOf(world).flatMap(({ file, product: { product } }) =>
    file.path.endsWith(`/${product}.yaml`)
      ? []
      : [
          found(file, ["product"], {
            expected: `the name of the file, ${file.path
              .split("/")
              .at(-1)!
              .replace(/\.yaml$/, "")}`,
            got: show(product),
            fix: "rename one of them",
          }),
        ],
  );

/** Refuses a file in the folder of a team that does not own it. */
export const foldersAreOfTheirTeams = (world: World): Finding[] =>
  filesOf(world).flatMap(({ file, product: { owner } }) =>
    file.team === owner.team
      ? []
      : [
          found(file, ["owner", "team"], {
            expected: `${file.team}, whose folder the file is in`,
            got: show(owner.team),
            fix: `move the file to the folder ${owner.team}, or correct the team`,
          }),
        ],
  );

/** Beginnings of namespaces of Kubernetes and of EKS's add-ons, whose objects no policy judges. */
const RESERVED_BEGINNINGS = ["amazon-", "aws-", "eks-", "kube-"];

/** Refuses a namespace of the platform, of Kubernetes or of EKS. */
export const namespacesAreFree = ({ tenants, reserved }: World): Finding[] =>
  tenants
    .filter(({ namespace }) => isTaken(namespace, reserved))
    .map((tenant) =>
      at(tenant, ["namespace"], {
        expected: "a namespace that is not the platform's",
        got: show(tenant.namespace),
        fix: "choose another",
      }),
    );

const isTaken = (namespace: string, reserved: ReadonlySet<string>): boolean =>
  reserved.has(namespace) ||
  RESERVED_BEGINNINGS.some((beginning) => namespace.startsWith(beginning)) ||
  isOfEveryObject(namespace);

/** Refuses an environment whose name cannot be part of a namespace's. */
export const environmentsHaveNames = ({ tenants }: World): Finding[] =>
  tenants.flatMap((tenant) => {
    const issue = ENVIRONMENT_NAME.safeParse(tenant.environmentName).error?.issues[0];
    return issue === undefined && !isOfEveryObject(tenant.environmentName)
      ? []
      : [
          at(tenant, [], {
            expected: issue?.message ?? "another name",
            got: show(tenant.environmentName),
            fix: "choose another name",
          }),
        ];
  });

/** Refuses a cluster that does not exist. */
export const clustersExist = ({ tenants, clusters }: World): Finding[] =>
  tenants
    .filter(({ cluster }) => !clusters.has(cluster))
    .map((tenant) =>
      at(tenant, ["cluster"], {
        expected: oneOf([...clusters.keys()]),
        got: show(tenant.cluster),
        fix: "write one of them",
      }),
    );

const found = (file: ProductFile, path: Path, words: Pick<Finding, "expected" | "got" | "fix">): Finding => ({
  file,
  path,
  ...words,
});

/** Each entry whose key an earlier one has, with that one. */
function repeated<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): [Entry, Entry][] {
  const first = new Map<string, Entry>();
  return entries.flatMap((entry): [Entry, Entry][] => {
    const key = keyOf(entry);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, entry);
      return [];
    }
    return [[entry, earlier]];
  });
}
