import type { MovedResource, StateConfig } from "./state";
import { importedPath, movedPath, removedPath } from "./paths";
import { isModuleAddress, isResourceAddress } from "../checking/address";
import { type Path, problem, show } from "../checking/problem";

/** Part of an environment that its states are in. */
interface OfState {
  readonly state: StateConfig;
}

const RESOURCE = 'the address of a resource such as "aws_subnet.network_public-a"';
const RESOURCE_OR_MODULE = `${RESOURCE} or of a module such as "module.load-balancer-logs_bucket"`;

/** Address of a resource or module without the key of an instance, of which `removed` blocks take none. */
const ALL_INSTANCES = 'an address without keys such as "module.eks.aws_launch_template.this"';

/** Refuses addresses that Terraform cannot read, moves between kinds, and imports without an id. */
export const stateAddressesAreReadable = ({ state }: OfState): string[] => [
  ...state.moved.flatMap(({ from, to }, index) =>
    isModuleAddress(from)
      ? check(isModuleAddress(to), movedPath(index, "to"), "the address of a module, as from is", to)
      : [
          ...check(isResourceAddress(from), movedPath(index, "from"), RESOURCE_OR_MODULE, from),
          ...check(isResourceAddress(to), movedPath(index, "to"), RESOURCE, to),
        ],
  ),
  ...state.imported.flatMap(({ address, id }, index) => [
    ...check(isResourceAddress(address), importedPath(index, "address"), RESOURCE, address),
    ...check(id.trim() !== "", importedPath(index, "id"), "what the provider calls the resource", id),
  ]),
  ...state.removed.flatMap(({ from }, index) =>
    check(
      !from.includes("[") && (isResourceAddress(from) || isModuleAddress(from)),
      removedPath(index, "from"),
      ALL_INSTANCES,
      from,
    ),
  ),
];

const check = (holds: boolean, path: Path, expected: string, got: string): string[] =>
  holds ? [] : [problem(path, expected, show(got), "docs/state.md has examples")];

/**
 * Resources that their provider cannot import: when they are made, they take over the existing object.
 *
 * @see
 * https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/config_map_v1_data#import
 */
const NEVER_IMPORTED = /\bkubernetes_(?:config_map_v1_data|annotations)\./;

/** Refuses imports of resources that cannot be imported. */
export const importsArePossible = ({ state }: OfState): string[] =>
  state.imported.flatMap(({ address }, index) =>
    NEVER_IMPORTED.test(address)
      ? [
          problem(
            importedPath(index, "address"),
            "a resource that can be imported",
            show(address),
            "remove it: this one takes over what exists when it is made",
          ),
        ]
      : [],
  );

/**
 * Refuses a resource that moves twice, two that move or are imported to one address, and moves in a circle.
 */
export const movesAreUnambiguous = ({ state: { moved, imported, removed } }: OfState): string[] => [
  ...repeated(moved, ({ from }) => from).map((index) =>
    twice(movedPath(index, "from"), "an address that is moved once", moved[index]!.from),
  ),
  ...repeated(moved, ({ to }) => to).map((index) =>
    twice(movedPath(index, "to"), "an address that one resource is moved to", moved[index]!.to),
  ),
  ...repeated(imported, ({ address }) => address).map((index) =>
    twice(importedPath(index, "address"), "an address that is imported once", imported[index]!.address),
  ),
  ...repeated(removed, ({ from }) => from).map((index) =>
    twice(removedPath(index, "from"), "an address that is removed once", removed[index]!.from),
  ),
  ...moved.flatMap((move, index) => circleOf(move, index, moved)),
];

const twice = (path: Path, expected: string, got: string): string =>
  problem(path, expected, `${show(got)} a second time`, "remove one of the two");

/** Items whose value an earlier item of the same stack has already. */
const repeated = <Item extends { readonly stack: string; readonly cluster?: string }>(
  items: readonly Item[],
  value: (item: Item) => string,
): number[] => {
  const keys = items.map((item) => `${item.stack} ${item.cluster ?? ""} ${value(item)}`);
  return keys.flatMap((key, index) => (keys.indexOf(key) < index ? [index] : []));
};

/** Circle of moves, reported once, at the first of them. */
function circleOf(start: MovedResource, index: number, moved: readonly MovedResource[]): string[] {
  const way = [index];
  for (let at = start; at.to !== start.from;) {
    const next = moved.findIndex(
      ({ stack, cluster, from }) => stack === start.stack && cluster === start.cluster && from === at.to,
    );
    if (next <= index || way.includes(next)) {
      return [];
    }
    way.push(next);
    at = moved[next]!;
  }
  const addresses = [...way.map((step) => moved[step]!.from), start.from];
  return [
    problem(
      movedPath(index, "to"),
      "moves that come to an end",
      addresses.map(show).join(" → "),
      "remove one of them; two resources that change places need a third address",
    ),
  ];
}
