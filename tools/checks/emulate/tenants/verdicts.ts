import { asMap, isMap, type JsonMap } from "../../../terraform-json/json-map";

/** Way in which a change of a field reaches AWS, from the mildest to the gravest. */
export const WAYS = ["nothing changes", "added", "in place", "removed", "replaced"] as const;

export type Way = (typeof WAYS)[number];

/** Change of one resource, as Terraform announces it. */
export interface Announced {
  readonly address: string;
  readonly type: string;
  readonly way: Way;
}

/** Change that a plan makes to a resource, or a group of its parts. */
export interface FieldVerdict {
  readonly way: Way;

  /** Types of the resources that are replaced or removed. */
  readonly lost: readonly string[];

  /** True if Terraform refuses the plan, since one of those is protected. */
  readonly isRefused: boolean;
}

/** Verdict on the changes of a plan. */
export const verdictOf = (changes: readonly Announced[], isRefused: boolean): FieldVerdict => ({
  way: WAYS.findLast((way) => changes.some((change) => change.way === way)) ?? "nothing changes",
  lost: [...new Set(changes.filter(isLoss).map(({ type }) => type))].sort(),
  isRefused,
});

/** True for a change that takes away what a resource holds. */
export const isLoss = ({ way }: Announced): boolean => way === "removed" || way === "replaced";

const BY_ACTION: Readonly<Record<string, Way>> = {
  create: "added",
  update: "in place",
  delete: "removed",
  replace: "replaced",
};

/** Changes in the output of `terraform plan -json`. */
export const announcedIn = (output: string): Announced[] =>
  output
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => asMap(JSON.parse(line) as JsonMap))
    .filter(({ type }) => type === "planned_change")
    .flatMap(({ change }) => {
      const { action, resource } = asMap(change);
      const { addr, resource_type: type } = asMap(resource);
      const way = BY_ACTION[String(action)];
      return way === undefined ? [] : [{ address: String(addr), type: String(type), way }];
    });

/** True for an address whose block in the stack is protected. */
export function isProtected(
  { address, type }: Pick<Announced, "address" | "type">,
  { resource }: JsonMap,
): boolean {
  const block = asMap(asMap(resource)[type])[address.slice(type.length + 1)];
  return isMap(block) && asMap(block.lifecycle).prevent_destroy === true;
}
