import type { ApiClient } from "../../../offline/api-client";
import { asList, asMap, isMap, textOf } from "../../../terraform-json/json-map";

/** Reasons that pass: the controller asks again when accounts, quotas and webhooks are there. */
const PASSES = /status unknown for quota|error looking up service account|failed calling webhook/;

/** Pods that the server refused to a workload: by Pod Security, quotas, limits or admission. */
export async function refusedPods(client: ApiClient): Promise<string[]> {
  const { body } = await client.get("/api/v1/events?fieldSelector=reason%3DFailedCreate");
  return asList(body.items)
    .filter(isMap)
    .filter(({ message }) => !PASSES.test(textOf(message)))
    .map(({ involvedObject, message }) => {
      const { kind, namespace, name } = asMap(involvedObject);
      return `${textOf(namespace)} ${textOf(kind)} ${textOf(name)}: expected its pods to be let in, got: ${textOf(message)}`;
    });
}
