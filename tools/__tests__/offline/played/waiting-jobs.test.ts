import { describe, expect, it } from "vitest";
import { templatesAreServed } from "../../../../src/addons/gatekeeper/templates-served";
import type { ApiClient } from "../../../offline/api-client";
import { awaited, templatesAwaitedBy } from "../../../offline/played/waiting-jobs";
import { asMap, type JsonMap } from "../../../terraform-json/json-map";

/** Pod of Gatekeeper's own job. */
const pod = (() => {
  const objects = templatesAreServed({
    namespace: "gatekeeper",
    templates: ["one", "two"],
    image: "kubectl:1",
  });
  const job = objects.find(({ kind }) => kind === "Job") as unknown as JsonMap;
  return asMap(asMap(job.spec).template);
})();

describe("a pod that waits for kinds of constraints", () => {
  it("names the templates in the arguments of kubectl", () => {
    expect(templatesAwaitedBy(pod)).toEqual(["one", "two"]);
  });

  it("is over only when each template is served", async () => {
    const served = new Set(["one"]);
    const asked: string[] = [];
    const client = {
      get: async (path: string) => {
        const name = path.slice(path.lastIndexOf("/") + 1);
        asked.push(name);
        const created = served.has(name);
        if (asked.length > 1) {
          served.add("two");
        }
        return { status: 200, body: { status: { created } } };
      },
    } as unknown as ApiClient;

    await awaited(pod, { client, signal: new AbortController().signal });

    expect(asked).toEqual(["one", "two", "two"]);
  });

  it("ends with its control plane", async () => {
    const client = { get: async () => ({ status: 404, body: {} }) } as unknown as ApiClient;
    const end = new AbortController();
    const waiting = awaited(pod, { client, signal: end.signal });
    end.abort();

    await expect(waiting).rejects.toThrow(/abort/);
  });
});

describe("any other pod", () => {
  it("waits for nothing", () => {
    expect(templatesAwaitedBy({ spec: { containers: [{ name: "web", image: "web:1" }] } })).toEqual([]);
  });
});
