import type { Answer, ObjectClient } from "../../../offline/api-client";
import { asMap, type JsonMap } from "../../../terraform-json/json-map";

const KINDS = {
  Namespace: "namespaces",
  LimitRange: "limitranges",
  Job: "jobs",
  Pod: "pods",
  ResourceQuota: "quotas",
};

/** Path of the kinds that something brings. */
export const CRDS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

/** Resources that the server names at a root. A custom kind is there once something brought it. */
const resourcesAt = (path: string, kept: ReadonlyMap<string, JsonMap>): JsonMap | undefined =>
  ({
    "/api/v1": {
      resources: Object.entries(KINDS).map(([kind, name]) => ({
        kind,
        name,
        namespaced: kind !== "Namespace",
      })),
    },
    "/apis/apiextensions.k8s.io/v1": {
      resources: [{ kind: "CustomResourceDefinition", name: "customresourcedefinitions", namespaced: false }],
    },
    ...(kept.has(`${CRDS}/probes.checks.io`)
      ? { "/apis/checks.io/v1": { resources: [{ kind: "Probe", name: "probes", namespaced: true }] } }
      : {}),
  })[path];

const ESTABLISHED = { conditions: [{ type: "Established", status: "True" }] };

/** A server in memory: writes quantities in their shortest form, and keeps a namespace until it is let go. */
export function server(refused = "") {
  const kept = new Map<string, JsonMap>();
  const asked: string[] = [];
  const ok = (body: JsonMap): Answer => ({ status: 200, body });
  const answer = (path: string, body: JsonMap): Answer =>
    path.endsWith(refused) && refused !== "" ? { status: 403, body: { message: "too much" } } : ok(body);
  const client: ObjectClient = {
    async get(path) {
      const found = resourcesAt(path, kept) ?? kept.get(path);
      return found === undefined ? { status: 404, body: {} } : ok(found);
    },
    async create(path, object) {
      asked.push(...(path === CRDS ? [path] : []));
      const made = answer(path, JSON.parse(JSON.stringify(object).replace("1024Mi", "1Gi")) as JsonMap);
      if (path === CRDS) {
        Object.assign(made.body, { status: ESTABLISHED });
      }
      if (made.status === 200) {
        kept.set(`${path}/${String(asMap(object.metadata).name)}`, made.body);
      }
      return made;
    },
    async judge(path, object) {
      asked.push(path);
      return answer(path, object);
    },
    async replace(path, object) {
      asked.push(`${path} ${JSON.stringify(object.status)}`);
      if (path.endsWith("/finalize") || JSON.stringify(object.metadata).includes('"finalizers":[]')) {
        kept.delete(path.replace("/finalize", ""));
      }
      return ok({});
    },
    async remove(path) {
      const body = kept.get(path)!;
      if (body.kind !== "Namespace" && asMap(body.metadata).finalizers === undefined) {
        kept.delete(path);
      }
      return ok(body);
    },
  };
  return { client, kept, asked };
}
