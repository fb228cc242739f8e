/** Change of one resource in a plan, as `terraform show -json` has it. */
interface Change {
  readonly address: string;
  readonly type: string;
  readonly actions: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** Verdict on the plan of a tenant's stack. */
export interface Review {
  /** Reasons for which a person looks at the plan; an empty list stands for none. */
  readonly reasons: readonly string[];

  /** Number of resources that the plan changes. */
  readonly changed: number;
}

/** Resources of a tenant's stack that may change without a person: objects of its own namespace. */
const KNOWN = /^helm_release\.namespace$/;

/** Kinds whose objects decide what a tenant may do, or where its data is. */
const DECIDING = ["Namespace", "NetworkPolicy", "ResourceQuota", "RoleBinding"];

/** Judges the plan of a tenant's stack: changes of rights, identities, reach and room are for a person. */
export function review(plan: unknown): Review {
  const changes = changesOf(plan).filter(
    ({ actions }) => !actions.every((action) => action === "no-op" || action === "read"),
  );
  return { changed: changes.length, reasons: changes.flatMap(reasonsFor) };
}

function reasonsFor({ address, type, actions, before, after }: Change): string[] {
  if (actions.includes("delete")) {
    return [
      `T26 ${address}: expected no removal, got ${actions.join(" and ")}; a person says that the data may go`,
    ];
  }
  if (type.startsWith("aws_iam_") || type === "aws_eks_access_entry") {
    return [
      `T26 ${address}: expected no change of an identity, got ${actions.join(" and ")}; a person reads who may sign in`,
    ];
  }
  if (!KNOWN.test(address)) {
    return [`T26 ${address}: expected a resource of every tenant, got another; a person reads it`];
  }
  const [old, now] = [objectsIn(before), objectsIn(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => DECIDING.includes(name.split("/")[0]!) && old.get(name) !== now.get(name))
    .sort()
    .map((name) => `T26 ${address}: expected the same ${name}, got a change; a person reads it`);
}

/** Objects of a release of ours as text, by kind and name. */
function objectsIn(release: unknown): ReadonlyMap<string, string> {
  const [values] = (release as { readonly values?: readonly unknown[] } | null)?.values ?? [];
  if (typeof values !== "string") {
    return new Map();
  }
  const { objects } = JSON.parse(values) as {
    readonly objects: readonly { readonly kind: string; readonly metadata: { readonly name: string } }[];
  };
  return new Map(objects.map((each) => [`${each.kind}/${each.metadata.name}`, JSON.stringify(each)]));
}

function changesOf(plan: unknown): Change[] {
  const { resource_changes: all } = plan as {
    readonly resource_changes: readonly {
      readonly address: string;
      readonly type: string;
      readonly change: Omit<Change, "address" | "type">;
    }[];
  };
  return all.map(({ address, type, change }) => ({ address, type, ...change }));
}
