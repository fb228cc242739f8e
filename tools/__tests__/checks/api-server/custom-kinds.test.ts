import { expect, test } from "vitest";
import { customKinds } from "../../../checks/api-server/custom-kinds";
import { tryObjects } from "../../../checks/api-server/try-objects";
import type { TriedObject } from "../../../checks/api-server/tried-object";
import { asMap, type JsonMap } from "../../../terraform-json/json-map";
import { CRDS, server } from "./played-server";

const NAMESPACE = { kind: "Namespace", apiVersion: "v1", metadata: { name: "apps" } };
const definition = (description = ""): JsonMap => ({
  ...{
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "probes.checks.io" },
  },
  spec: { group: "checks.io", names: { kind: "Probe", plural: "probes" }, description },
});
const PROBE = { apiVersion: "checks.io/v1", kind: "Probe", metadata: { name: "one", namespace: "apps" } };

const ofHelm = (object: JsonMap): TriedObject => ({ place: "helm_release.x", object, isCompared: false });

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
