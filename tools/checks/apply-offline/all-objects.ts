import type { ApiClient } from "../../offline/api-client";
import { asList, asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";

/** Kinds that a server makes and removes for itself, at any time. */
const OF_THE_SERVER = new Set(["Event", "Lease", "EndpointSlice", "Endpoints", "ControllerRevision"]);

/** Names of all objects that a server has, as `Secret monitoring/grafana`. */
export async function allObjects(client: ApiClient): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (const root of await rootsOf(client)) {
    const { body } = await client.get(root);
    for (const { name, kind } of asList(body.resources).filter(isMap).filter(isListed)) {
      if (!OF_THE_SERVER.has(textOf(kind))) {
        const { body: list } = await client.get(`${root}/${textOf(name)}`);
        asList(list.items).forEach((item) => names.add(`${textOf(kind)} ${nameOf(asMap(item))}`));
      }
    }
  }
  return names;
}

const isListed = ({ name, verbs }: JsonMap): boolean =>
  !textOf(name).includes("/") && asList(verbs).includes("list");

/** Name of an object, after its namespace if it has one. */
function nameOf({ metadata }: JsonMap): string {
  const { namespace, name } = asMap(metadata);
  return namespace === undefined ? textOf(name) : `${textOf(namespace)}/${textOf(name)}`;
}

/** Paths of all versions of all APIs that are preferred in their group. */
async function rootsOf(client: ApiClient): Promise<string[]> {
  const { body } = await client.get("/apis");
  const groups = asList(body.groups).map((group) => asMap(asMap(group).preferredVersion).groupVersion);
  return ["/api/v1", ...groups.map((version) => `/apis/${textOf(version)}`)];
}
