import { expect, test } from "vitest";
import { customKinds } from "../../../checks/api-server/custom-kinds";
import { objectsFor } from "../../../checks/api-server/random-pools";
import { tryPools } from "../../../checks/api-server/try-pools";
import type { ObjectClient } from "../../../offline/api-client";
import { asMap, type JsonMap, textOf } from "../../../terraform-json/json-map";

const LIMITS = { cpu: 8, memoryGib: 32 };
const KINDS = { definitions: [] };

/** A server that refuses each object whose text has a word, and one that takes everything. */
const serverThatRefuses = (word: string): ObjectClient => {
  const ok = { status: 200, body: {} };
  return {
    get: (path) =>
      Promise.resolve({
        status: 200,
        body: {
          resources: [
            { kind: "NodePool", name: "nodepools" },
            { kind: "EC2NodeClass", name: "ec2nodeclasses" },
          ].filter(({ kind }) => path.includes("k8s.aws") === (kind === "EC2NodeClass")),
        },
      }),
    create: () => Promise.resolve(ok),
    judge: (_, object: JsonMap) =>
      Promise.resolve(
        JSON.stringify(object).includes(word) ? { status: 422, body: { message: `no ${word}` } } : ok,
      ),
    replace: () => Promise.resolve(ok),
    remove: () => Promise.resolve(ok),
  };
};

const tried = async (word: string) => {
  const client = serverThatRefuses(word);
  const trial = await tryPools(KINDS, client, customKinds(client), 80);
  return "missing" in trial ? expect.unreachable() : trial;
};

test("finds pools that the settings accept and Karpenter's kinds refuse, with what to do", async () => {
  const { findings } = await tried("NoExecute");

  expect(findings.length).toBeGreaterThan(2);
  expect(findings[0]).toMatch(
    /^compute: expected a rule that refuses what Karpenter's kinds refuse, got none for \{.*\}: no NoExecute; add one to /,
  );
});

test("tries every third and more that the settings accept", async () => {
  const { pools, findings } = await tried("a word that none has");

  expect(pools).toBeGreaterThan(80 / 3);
  expect(findings).toEqual([]);
});

test("makes the objects that the add-on makes", () => {
  const objects = objectsFor({ nodePools: { arm: { limits: LIMITS } }, nodeClasses: { default: {} } });

  expect(objects?.map(({ kind, metadata }) => [kind, textOf(asMap(metadata).name)])).toEqual([
    ["EC2NodeClass", "default"],
    ["NodePool", "arm"],
  ]);
});

test("tries nothing that a rule refuses", () => {
  const labels = { "karpenter.sh/pool": "x" };

  expect(
    objectsFor({ nodePools: { arm: { limits: LIMITS, labels } }, nodeClasses: { default: {} } }),
  ).toBeUndefined();
});

test("says that it has no kinds", async () => {
  const client = serverThatRefuses("");

  expect(await tryPools({ missing: "no Go" }, client, customKinds(client), 1)).toEqual({ missing: "no Go" });
});
