import type { ClusterEnvironment } from "../../../../src/settings/environment/environment";
import type { Json } from "../../../../src/output/leaves";
import type { JsonMap } from "../../../terraform-json/json-map";
import { mapAt } from "../objects";
import type { Rule } from "../rendered";
import { settingsNamed } from "../settings";

const COPIES = /^replica(s|Count)$/;

/** Numbers of replicas in values or settings. */
const copiesIn = (values: JsonMap) =>
  settingsNamed(COPIES, values).flatMap(({ path, value }) =>
    typeof value === "number" ? [{ path: `values.${path}`, count: value }] : [],
  );

/** Refuses another number of replicas than the values ask for: a chart ignores keys that it does not know. */
export const copiesAreAsAsked: Rule = ({ release, workloads }) => {
  const asked = copiesIn(release.values);
  return [...new Set(asked.map(({ count }) => count))].flatMap((count) => {
    const paths = asked.filter((one) => one.count === count).map(({ path }) => path);
    const running = workloads.filter(({ replicas }) => replicas === count).length;
    return running >= paths.length
      ? []
      : [`${paths.join(", ")}: expected ${paths.length} workloads of ${count} copies, got ${running}`];
  });
};

/** Refuses a number of replicas other than one or the environment's, unless its own values say so. */
export const copiesAreTheEnvironments: Rule = ({ workloads }, { addons }) => {
  const allowed = [1, addons.replicas, ...overridden(addons)];
  return workloads
    .filter(({ replicas = 1 }) => !allowed.includes(replicas))
    .map(
      ({ name, replicas }) => `${name}: expected ${addons.replicas} copies as of everything, got ${replicas}`,
    );
};

function overridden(addons: ClusterEnvironment["addons"]): number[] {
  const configured: readonly unknown[] = Object.values(addons);
  return configured.flatMap((service) =>
    copiesIn(mapAt(service as Json, "values")).map(({ count }) => count),
  );
}
