import { expect, it } from "vitest";
import { together } from "../../../../checks/emulate/tenants/together";

const base = { domain: "a", zone: "own" };

const change = (field: string, value: string) => ({
  field,
  name: "it",
  settings: { ...base, [field]: value },
});

it("makes all changes at once that go together, and the others in groups of their own", () => {
  const groups = together(
    [change("domain", "b"), change("zone", "other"), change("usedBy", "web")],
    base,
    (_, { domain, zone }) => domain === "b" && zone === "other",
  );

  expect(groups).toEqual([
    { fields: ["domain", "usedBy"], name: "it", settings: { domain: "b", zone: "own", usedBy: "web" } },
    { fields: ["zone"], name: "it", settings: { domain: "a", zone: "other" } },
  ]);
});

it("takes the new name of a resource into its group", () => {
  const renamed = { field: "renamedFrom", name: "new", settings: { ...base, renamedFrom: "it" } };

  expect(together([change("zone", "other"), renamed], base, () => false)).toEqual([
    {
      fields: ["zone", "renamedFrom"],
      name: "new",
      settings: { domain: "a", zone: "other", renamedFrom: "it" },
    },
  ]);
});
