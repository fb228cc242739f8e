import type { ApiClient } from "../../offline/api-client";
import { asList, asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";

/** Kinds that a server makes and removes for itself, at any time. */
const OF_THE_SERVER = new Set([
  // One for each version of each kind that there is.
  "APIService",
  ...["Event", "Lease", "EndpointSlice", "Endpoints", "ControllerRevision"],
]);

/** Objects that a server has, by their names, as `Secret monitoring/grafana`. */
export type AllObjects = ReadonlyMap<string, JsonMap>;

/** All objects that a server has. */
export async function allObjects(client: Pick<ApiClient, "get">): Promise<AllObjects> {
  const objects = new Map<string, JsonMap>();
  for (const root of await rootsOf(client)) {
    const { body } = await client.get(root);
    for (const { name, kind } of asList(body.resources).filter(isMap).filter(isListed)) {
      if (!OF_THE_SERVER.has(textOf(kind))) {
        const { body: list } = await client.get(`${root}/${textOf(name)}`);
        asList(list.items).forEach((item) =>
          objects.set(`${textOf(kind)} ${nameOf(asMap(item))}`, asMap(item)),
        );
      }
    }
  }
  return objects;
}

const isListed = ({ name, verbs }: JsonMap): boolean =>
  !textOf(name).includes("/") && asList(verbs).includes("list");

/** Name of an object, after its namespace if it has one. */
function nameOf({ metadata }: JsonMap): string {
  const { namespace, name } = asMap(metadata);
  return namespace === undefined ? textOf(name) : `${textOf(namespace)}/${textOf(name)}`;
}

/** Paths of all versions of all APIs that are preferred in their group. */
async function rootsOf(client: Pick<ApiClient, "get">): Promise<string[]> {
  const { body } = await client.get("/apis");
  const groups = asList(body.groups).map((group) => asMap(asMap(group).preferredVersion).groupVersion);
  return ["/api/v1", ...groups.map((version) => `/apis/${textOf(version)}`)];
}
