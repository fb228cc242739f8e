import type { ApiClient } from "../../../offline/api-client";
import type { JsonMap } from "../../../terraform-json/json-map";
import { podSecurity, tooLoose } from "./pod-security";
import { largeRecords, reasonsFor, releaseRecords } from "./record-sizes";
import { refusedPods } from "./refused-pods";
import { groupsIn, rightsOf, tooManyRights } from "./rights";

/** Answers of an API server about a cluster that was just built. */
export interface Answers {
  readonly findings: readonly string[];

  /** Lines for a reader: levels of Pod Security, rights, and the largest record. */
  readonly notes: readonly string[];
}

/**
 * Asks the API server what only it can say of a cluster: pods that it refused, Pod Security that would hold, rights
 * of each group, and sizes of Helm's records.
 *
 * @param isWhole - false if releases are left out, whose pods might not bear a stricter level
 */
export async function ask(client: ApiClient, access: JsonMap, isWhole: boolean): Promise<Answers> {
  const levels = await podSecurity(client);
  const records = await releaseRecords(client);
  const namespaces = levels.map(({ namespace }) => namespace);
  const rights = await Promise.all(
    groupsIn(access).map(async (group) => ({ group, rights: await rightsOf(group, namespaces, client) })),
  );
  const [largest] = records;
  return {
    findings: [
      ...(await refusedPods(client)),
      ...(isWhole ? tooLoose(levels) : []),
      ...tooManyRights(rights),
      ...largeRecords(records),
    ],
    notes: [
      ...levels.map(
        ({ namespace, level, strictest, because }) =>
          `namespace ${namespace}: ${level}; its pods bear ${strictest}${because.length === 0 ? "" : ` (${because.join("; ")})`}`,
      ),
      ...rights.map(({ group, rights: all }) => `group ${group}: ${rightsText(all)}`),
      ...(largest ? [`largest record of a release: ${largest.name}, ${largest.bytes} bytes`] : []),
      ...reasonsFor(records),
    ],
  };
}

/** Rights in one line; those in a namespace only where they are more than those everywhere. */
function rightsText(rights: Readonly<Record<string, readonly string[]>>): string {
  const everywhere = rights["*"] ?? [];
  const texts = Object.entries(rights).flatMap(([namespace, deeds]) => {
    const more = namespace === "*" ? deeds : deeds.filter((deed) => !everywhere.includes(deed));
    return more.length === 0 ? [] : [`${namespace === "*" ? "everywhere" : namespace} ${more.join(", ")}`];
  });
  return texts.join("; ") || "nothing";
}
