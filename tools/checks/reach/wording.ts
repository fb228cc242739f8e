import { problemsOfAccepted, withoutAccepted } from "./accepted";
import { isKnownPolicy } from "./access-policies";
import { findingsIn, sentenceOf } from "./findings";
import type { Inventory } from "./inventory";
import type { NamedInventory } from "./inventories";
import { isRoleOf } from "./permissions";

/** Findings of all clusters that are not accepted on a day, each once with its subjects and clusters. */
export function findingsOf(clusters: readonly NamedInventory[], today: string): string[] {
  const found = clusters.map(({ cluster, inventory }) => ({ cluster, findings: findingsIn(inventory) }));
  const complete = clusters.every(({ notRendered }) => notRendered.length === 0);
  const left = found.flatMap(({ cluster, findings }) =>
    withoutAccepted(findings, today).map((finding) => ({
      sentence: sentenceOf(finding),
      subject: finding.subject,
      cluster,
    })),
  );
  return [
    ...[...new Set(left.map(({ sentence }) => sentence))].map((sentence) => {
      const all = left.filter((one) => one.sentence === sentence);
      const subjects = new Set(all.map(({ subject }) => subject));
      const reach = subjects.size === 1 ? "reaches" : "reach";
      return `${[...subjects].join(", ")} ${reach} ${sentence} [${distinct(all.map(({ cluster }) => cluster))}]`;
    }),
    ...problemsOfAccepted(
      found.flatMap(({ findings }) => findings),
      today,
      complete,
    ),
  ];
}

const distinct = (names: readonly string[]): string => [...new Set(names)].join(", ");

/** Parts of the clusters that are not known, each once with the clusters that have it. */
export const notCheckedOf = (clusters: readonly NamedInventory[]): string[] =>
  folded(
    clusters.map(({ cluster, inventory, notRendered }) => ({
      cluster,
      texts: [...notRendered.map((reason) => `NOT RENDERED ${reason}`), ...unknownIn(inventory, notRendered)],
    })),
  );

/** Roles and access policies whose rules are not known. A role may be in a release that was not rendered. */
function unknownIn({ bindings, roles, policies }: Inventory, notRendered: readonly string[]): string[] {
  const unknown = bindings.filter(
    (binding) => binding.role.name !== "cluster-admin" && !roles.some((role) => isRoleOf(role, binding)),
  );
  return [
    ...(notRendered.length > 0
      ? []
      : unknown.map(({ name, role }) => `binding ${name}: its ${role.kind} ${role.name} is not known`)),
    ...policies
      .filter(({ policy }) => !isKnownPolicy(policy))
      .map(({ group, policy }) => `level ${group}: ${policy} is not known, and taken to allow everything`),
  ];
}

/** Such as `4 clusters, 133 service accounts, 61 subjects`. */
export const checkedIn = (clusters: readonly NamedInventory[]): string => {
  const sum = (number: (inventory: Inventory) => number) =>
    clusters.reduce((total, { inventory }) => total + number(inventory), 0);
  return [
    `${clusters.length} clusters`,
    `${sum(({ bindings }) => bindings.length)} bindings`,
    `${sum(({ projects }) => projects.length)} projects`,
    `${sum(({ accounts }) => accounts.length)} service accounts`,
  ].join(", ");
};

function folded(
  clusters: readonly { readonly cluster: string; readonly texts: readonly string[] }[],
): string[] {
  const byText = new Map<string, string[]>();
  for (const { cluster, texts } of clusters) {
    for (const text of new Set(texts)) {
      byText.set(text, [...(byText.get(text) ?? []), cluster]);
    }
  }
  return [...byText].map(([text, names]) => `${text} [${names.join(", ")}]`);
}
