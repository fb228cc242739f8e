/** Most actions of one service that are named in full. */
const NAMED = 3;

/**
 * IAM actions in one line per service: by name if they are few, otherwise by verbs with their number, as in
 * `ec2: Create ×2, Describe ×16`.
 */
export function actionSummary(actions: readonly string[]): string[] {
  const byService = new Map<string, Set<string>>();
  for (const action of actions) {
    const [service = "", name = ""] = action.split(":");
    byService.set(service, (byService.get(service) ?? new Set()).add(name));
  }
  return [...byService]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([service, names]) => `${service}: ${names.size <= NAMED ? listed(names) : verbs(names)}`);
}

const listed = (names: ReadonlySet<string>): string => [...names].sort().join(", ");

function verbs(names: ReadonlySet<string>): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    const verb = /^[A-Z][a-z]*/.exec(name)?.[0] ?? name;
    counts.set(verb, (counts.get(verb) ?? 0) + 1);
  }
  return [...counts]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([verb, count]) => (count === 1 ? verb : `${verb} ×${count}`))
    .join(", ");
}
