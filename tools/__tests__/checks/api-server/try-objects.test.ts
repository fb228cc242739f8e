import { expect, test } from "vitest";
import { tryObjects } from "../../../checks/api-server/try-objects";
import type { StackObject } from "../../../checks/api-server/stack-objects";
import type { ApiClient, Answer } from "../../../offline/api-client";
import { asMap, type JsonMap } from "../../../terraform-json/json-map";

const NAMESPACES = "/api/v1/namespaces";
const LIMITS = `${NAMESPACES}/apps/limitranges`;

const namespace = { kind: "Namespace", metadata: { name: "apps" } };
const limits = { kind: "LimitRange", metadata: { name: "containers" }, spec: { max: { memory: "1024Mi" } } };

const OBJECTS: readonly StackObject[] = [
  { place: "access/namespaces/apps", path: NAMESPACES, object: namespace },
  { place: "access/apps-limits", path: LIMITS, object: limits },
];

/** A server in memory that writes quantities in their shortest form, and keeps a namespace until it is let go. */
function server(refused: string[] = []) {
  const kept = new Map<string, JsonMap>();
  const ok = (body: JsonMap): Promise<Answer> => Promise.resolve({ status: 200, body });
  const client: ApiClient = {
    get: (path) => ok(kept.get(path) ?? {}),
    create(path, object) {
      if (refused.includes(path)) {
        return Promise.resolve({ status: 403, body: { message: "quota exceeded" } });
      }
      const body = JSON.parse(JSON.stringify(object).replace("1024Mi", "1Gi")) as JsonMap;
      kept.set(`${path}/${String(asMap(object.metadata).name)}`, body);
      return ok(body);
    },
    replace(path) {
      kept.delete(path.replace(/\/finalize$/, ""));
      return ok({});
    },
    remove(path) {
      const body = kept.get(path)!;
      if (body.kind !== "Namespace") {
        kept.delete(path);
      }
      return ok(body);
    },
  };
  return { client, kept };
}

test("tells what never comes to rest, and what to write", async () => {
  const findings = await tryObjects(OBJECTS, server().client);

  expect(findings).toEqual([
    "access/apps-limits spec.max.memory: expected a value that the API server keeps as it is, got 1024Mi, of which it makes 1Gi; write 1Gi, or every plan changes it back",
  ]);
});

test("tells a refusal in the server's words, and goes on", async () => {
  const findings = await tryObjects(OBJECTS, server([NAMESPACES]).client);

  expect(findings[0]).toBe(
    "access/namespaces/apps: expected the API server to take it, got: quota exceeded; correct the object",
  );
  expect(findings).toHaveLength(2);
});

test("leaves nothing at the server, not even a namespace", async () => {
  const { client, kept } = server();
  await tryObjects(OBJECTS, client);

  expect([...kept.keys()]).toEqual([]);
});
