import { beforeAll, describe, expect, test } from "vitest";
import { findingsIn } from "../../../checks/reach/findings";
import { inventoryOfStacks } from "../../../checks/reach/inventory-of-cluster";
import { type Inventory, EMPTY, joined } from "../../../checks/reach/inventory";
import { subjectsOf } from "../../../checks/reach/subjects";
import { inTemporaryFolder } from "../../../kit/temporary-folder";
import { synthesiseExamples } from "../../../samples/examples";

let cluster: Inventory;

beforeAll(async () => {
  const stacks = await inTemporaryFolder("products", (folder) =>
    Promise.resolve(synthesiseExamples(folder).filter(({ id }) => /^(cluster-access|tenant)-live/.test(id))),
  );
  cluster = inventoryOfStacks(stacks);
});

const namespacesOf = (subject: string) =>
  subjectsOf(cluster).find(({ name }) => name === subject)?.namespaces;

/** Findings with one binding more, of a role of tenants. */
const findingsWith = (namespace: string | undefined, role: string) =>
  findingsIn(
    joined([
      cluster,
      {
        ...EMPTY,
        bindings: [
          {
            name: "more",
            ...(namespace && { namespace }),
            role: { kind: "ClusterRole", name: role },
            holders: [{ kind: "Group", name: "tenants:river-authority:warnings" }],
          },
        ],
      },
    ]),
  ).map(({ subject, reaches }) => `${subject}: ${reaches}`);

describe("teams of products", () => {
  test("are judged, as are workflows and service accounts, each with the namespaces that are its own", () => {
    expect(namespacesOf("level tenants:river-authority:warnings")).toEqual(["flood-warnings-live"]);
    expect(namespacesOf("level tenant-deployers:flood-warnings-live")).toEqual(["flood-warnings-live"]);
    expect(namespacesOf("service account flood-warnings-live/default")).toEqual(["flood-warnings-live"]);
  });

  test("reach nothing but their own namespaces", () => {
    expect(findingsIn(cluster).filter(({ subject }) => subject.includes("tenant"))).toEqual([]);
  });

  test("run pods as accounts of their own product, and as none that the platform keeps beside them", () => {
    const findingsAbout = (iamRole: string) =>
      findingsIn(
        joined([
          cluster,
          { ...EMPTY, accounts: [{ namespace: "flood-warnings-live", name: "reader", iamRole }] },
        ]),
      )
        .filter(({ subject }) => subject === "level tenant-deployers:flood-warnings-live")
        .flatMap(({ which }) => which);

    expect(findingsAbout("tenant-flood-warnings-live--reader--river")).toEqual([]);
    expect(findingsAbout("external-dns-river")).toEqual([
      "flood-warnings-live/reader with IAM role external-dns-river",
    ]);
  });

  test("are found out where a role of theirs is bound beside the platform's programs, or everywhere", () => {
    const team = "level tenants:river-authority:warnings";
    expect(findingsWith("monitoring", "tenant-edit")).toContain(`${team}: the nodes`);
    expect(findingsWith(undefined, "tenant-admin")).toContain(`${team}: cluster-admin`);
    expect(findingsWith("monitoring", "tenant-view")).toEqual([]);
  });
});
