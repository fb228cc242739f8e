import type { ResourceChange, ShownPlan } from "../../checks/emulate/planned-changes";

/** Verdict on the plan of a tenant's stack. */
interface Review {
  /** Reasons for which a person looks at the plan; an empty list stands for none. */
  readonly reasons: readonly string[];

  /** Number of resources that the plan changes. */
  readonly changed: number;
}

/** Release of a tenant's objects, the one resource that may change without a person. */
const RELEASE = "helm_release.namespace";

/** Arguments and attributes of the release that say how Helm installs objects, not which. */
const HARMLESS = [
  "description",
  "manifest",
  "max_history",
  "metadata",
  "resources",
  "status",
  "timeout",
  "wait",
  "wait_for_jobs",
];

/** Judges the plan of a tenant's stack: all but the way in which Helm installs the same objects is for a person. */
export function review({ resource_changes = [] }: ShownPlan): Review {
  const changes = resource_changes.filter(
    ({ change }) => !change.actions.every((action) => action === "no-op" || action === "read"),
  );
  return { changed: changes.length, reasons: changes.flatMap(reasonsFor) };
}

function reasonsFor({ address, type, change }: ResourceChange): string[] {
  const actions = change.actions.join(" and ");
  if (change.actions.includes("delete")) {
    return [`T26 ${address}: expected no removal, got ${actions}; a person says that the data may go`];
  }
  if (type.startsWith("aws_iam_") || type === "aws_eks_access_entry") {
    return [
      `T26 ${address}: expected no change of an identity, got ${actions}; a person reads who may sign in`,
    ];
  }
  if (type.startsWith("github_")) {
    return [
      `T26 ${address}: expected no change of an environment on GitHub, got ${actions}; a person reads which branches deploy and who approves`,
    ];
  }
  if (address !== RELEASE) {
    return [`T26 ${address}: expected a resource of every tenant, got another; a person reads it`];
  }
  const isNew = actions === "create";
  const [old, now] = [isNew ? new Map<string, string>() : objectsIn(change.before), objectsIn(change.after)];
  if (old === undefined || now === undefined) {
    return [
      `T26 ${address}: expected objects before and after, got values that show none; a person reads what changes`,
    ];
  }
  return [...differing(old, now), ...(isNew ? [] : argumentsIn(change))].map(
    (name) => `T26 ${address}: expected the same ${name}, got a change; a person reads it`,
  );
}

const differing = (old: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] =>
  [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name)).sort();

/** Arguments besides the values that change which objects a release has, or where its record is. */
const argumentsIn = ({ before, after }: ResourceChange["change"]): string[] => {
  const textsOf = (release: unknown) =>
    new Map(
      Object.entries(release as object)
        .filter(([name]) => name !== "values" && !HARMLESS.includes(name))
        .map(([name, value]) => [name, JSON.stringify(value)]),
    );
  return differing(textsOf(before), textsOf(after));
};

/** Objects of a release of ours as text, by kind and name; `undefined` where its values do not show them. */
function objectsIn(release: unknown): ReadonlyMap<string, string> | undefined {
  const [values, ...others] = (release as { readonly values?: readonly unknown[] } | null)?.values ?? [];
  if (typeof values !== "string" || others.length > 0) {
    return undefined;
  }
  const objects = parsed(values)?.objects ?? [];
  const texts = new Map<string, string>();
  for (const each of objects) {
    const name = `${each.kind}/${each.metadata.name}`;
    // Two namespaces may have objects of one name.
    texts.set(name, `${texts.get(name) ?? ""}${JSON.stringify(each)}`);
  }
  return texts.size > 0 ? texts : undefined;
}

interface Values {
  readonly objects?: readonly { readonly kind: string; readonly metadata: { readonly name: string } }[];
}

function parsed(text: string): Values | undefined {
  try {
    return JSON.parse(text) as Values;
  } catch {
    return undefined;
  }
}
