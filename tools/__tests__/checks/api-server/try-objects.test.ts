import { expect, test } from "vitest";
import type { TriedObject } from "../../../checks/api-server/tried-object";
import { customKinds } from "../../../checks/api-server/custom-kinds";
import { tryObjects } from "../../../checks/api-server/try-objects";
import type { Answer, ObjectClient } from "../../../offline/api-client";
import { asMap, type JsonMap } from "../../../terraform-json/json-map";

const NAMESPACE = { kind: "Namespace", apiVersion: "v1", metadata: { name: "apps" } };
const LIMITS = {
  ...{ kind: "LimitRange", apiVersion: "v1", metadata: { name: "containers", namespace: "apps" } },
  spec: { max: { memory: "1024Mi" } },
};
const JOB = {
  ...{ kind: "Job", apiVersion: "v1", metadata: { name: "backup", namespace: "apps" } },
  spec: { template: { spec: { containers: [] } } },
};

const compared = (object: JsonMap): TriedObject => ({ place: "access/x", object, isCompared: true });
const ofHelm = (object: JsonMap): TriedObject => ({ place: "helm_release.x", object, isCompared: false });

const KINDS = {
  Namespace: "namespaces",
  LimitRange: "limitranges",
  Job: "jobs",
  Pod: "pods",
  ResourceQuota: "quotas",
};

const CRDS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

const definition = (description = ""): JsonMap => ({
  ...{
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "probes.checks.io" },
  },
  spec: { group: "checks.io", names: { kind: "Probe", plural: "probes" }, description },
});
const PROBE = { apiVersion: "checks.io/v1", kind: "Probe", metadata: { name: "one", namespace: "apps" } };

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

const ESTABLISHED = {
  conditions: [
    { reason: "InitialNamesAccepted", message: "the initial names have been accepted", type: "Established" },
  ],
};

/** A server in memory: writes quantities in their shortest form, and keeps a namespace until it is let go. */
function server(refused = "") {
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

test("tells what never comes to rest, and what to write", async () => {
  const { findings } = await tryObjects([NAMESPACE, LIMITS].map(compared), server().client);

  expect(findings).toEqual([
    "access/x spec.max.memory: expected a value that the API server keeps as it is, got 1024Mi, of which it makes 1Gi; write 1Gi, or every plan changes it back",
  ]);
});

test("lets Helm's objects be written in any form, which it does not compare", async () => {
  expect(await tryObjects([ofHelm(LIMITS)], server().client)).toEqual({
    ...{ objects: 1, findings: [], unknownKinds: [] },
  });
});

test("lets a quota be written in any form, which the provider compares by its meaning", async () => {
  const quota = { ...LIMITS, kind: "ResourceQuota" };
  const { findings } = await tryObjects(
    [
      compared({ ...quota, spec: { hard: { "requests.memory": "1024Mi" } } }),
      compared({
        ...quota,
        metadata: { name: "other", namespace: "apps", labels: { size: "1024Mi" } },
        spec: {},
      }),
    ],
    server().client,
  );

  expect(findings).toHaveLength(1);
  expect(findings[0]).toContain("metadata.labels.size");
});

test("tells a refusal in the server's words, and goes on", async () => {
  const { findings } = await tryObjects([NAMESPACE, LIMITS].map(compared), server("namespaces").client);

  expect(findings[0]).toBe("access/x: expected the API server to take it, got: too much; correct the object");
  expect(findings).toHaveLength(2);
});

test("tells the pod that a namespace refuses, by its workload", async () => {
  const { findings, objects } = await tryObjects([ofHelm(JOB)], server("pods").client);

  expect(findings).toEqual([
    "helm_release.x pod of Job backup: expected the API server to take it, got: too much; correct the object",
  ]);
  expect(objects).toBe(2);
});

test("counts an empty quota, as the controller would that no pod can do without", async () => {
  const { client, asked } = server();
  const quota = { kind: "ResourceQuota", apiVersion: "v1", metadata: { name: "q", namespace: "apps" } };
  await tryObjects([compared({ ...quota, spec: { hard: { pods: "9" } } })], client);

  expect(asked).toEqual([
    '/api/v1/namespaces/apps/quotas/q/status {"hard":{"pods":"9"},"used":{"pods":"0"}}',
  ]);
});

test("names a kind that nothing brought", async () => {
  const probe = { kind: "Probe", apiVersion: "monitoring.coreos.com/v1", metadata: { name: "p" } };

  expect(await tryObjects([ofHelm(probe)], server().client)).toMatchObject({
    unknownKinds: ["Probe"],
    objects: 0,
  });
});

test("leaves nothing at the server, not even a namespace", async () => {
  const { client, kept } = server();
  await tryObjects([NAMESPACE, LIMITS].map(compared), client);

  expect([...kept.keys()]).toEqual([]);
});

test("makes a kind once for all clusters that bring it in the same words", async () => {
  const { client, asked, kept } = server();
  const kinds = customKinds(client);
  const cluster = [NAMESPACE, PROBE, definition()].map(ofHelm);
  const trials = [await tryObjects(cluster, client, { kinds }), await tryObjects(cluster, client, { kinds })];

  expect(trials.map(({ objects, findings }) => ({ objects, findings }))).toEqual([
    { objects: 3, findings: [] },
    { objects: 3, findings: [] },
  ]);
  expect(asked.filter((path) => path === CRDS)).toHaveLength(1);
  expect([...kept.keys()]).toEqual([`${CRDS}/probes.checks.io`]);
});

test("makes a kind anew that a cluster brings in other words", async () => {
  const { client, asked, kept } = server();
  const kinds = customKinds(client);
  await tryObjects([ofHelm(definition())], client, { kinds });
  await tryObjects([ofHelm(definition("another"))], client, { kinds });

  expect(asked).toEqual([CRDS, CRDS]);
  expect(asMap(kept.get(`${CRDS}/probes.checks.io`)!.spec).description).toBe("another");
});

test("knows no kind that only another cluster brought", async () => {
  const { client } = server();
  const kinds = customKinds(client);
  await tryObjects([ofHelm(definition())], client, { kinds });

  expect(await tryObjects([ofHelm(PROBE)], client, { kinds })).toMatchObject({
    unknownKinds: ["Probe"],
    objects: 0,
  });
});

test("names both releases that bring a kind", async () => {
  const two = [definition(), definition()].map((object, index) => ({
    ...ofHelm(object),
    place: `release ${index}`,
  }));

  expect((await tryObjects(two, server().client)).findings).toEqual([
    "checks.io Probe: expected one release that brings this kind, got release 0 and release 1; switch its CRDs off in all but one",
  ]);
});

test("asks about several objects at a time", async () => {
  const { client } = server();
  let [now, most] = [0, 0];
  const busy: ObjectClient = {
    ...client,
    async create(path, object) {
      most = Math.max(most, ++now);
      await Promise.resolve();
      now -= 1;
      return client.create(path, object);
    },
  };
  const many = Array.from({ length: 20 }, (_, index) => ({
    ...LIMITS,
    metadata: { name: `l${index}`, namespace: "apps" },
  }));
  await tryObjects(many.map(ofHelm), busy);

  expect(most).toBeGreaterThan(4);
});

test("lets others ask while all objects are there", async () => {
  const { client, kept } = server();
  let seen: string[] = [];
  await tryObjects([NAMESPACE, LIMITS].map(ofHelm), client, {
    whileThere: async () => void (seen = [...kept.keys()]),
  });

  expect(seen).toEqual(["/api/v1/namespaces/apps", "/api/v1/namespaces/apps/limitranges/containers"]);
});

test("lets go of an object that a controller protects", async () => {
  const { client, kept } = server();
  const metadata = { name: "job", namespace: "apps", finalizers: ["batch.kubernetes.io/job-tracking"] };
  await tryObjects([ofHelm({ ...JOB, metadata })], client);

  expect([...kept.keys()]).toEqual([]);
});
