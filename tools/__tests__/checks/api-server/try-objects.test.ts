import { expect, test } from "vitest";
import type { TriedObject } from "../../../checks/api-server/tried-object";
import { tryObjects } from "../../../checks/api-server/try-objects";
import type { ObjectClient } from "../../../offline/api-client";
import type { JsonMap } from "../../../terraform-json/json-map";
import { server } from "./played-server";

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
