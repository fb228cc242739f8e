import { expect, it } from "vitest";
import { pageWith } from "../../../../checks/emulate/tenants/page";

const titles = ["queue", "topic"];

it("keeps the sections of kinds that were not measured this time, in the order of all kinds", () => {
  const first = pageWith("", new Map([["topic", "## topic\n\nold"]]), titles);
  const second = pageWith(first, new Map([["queue", "## queue\n\nnew"]]), titles);
  const third = pageWith(second, new Map([["topic", "## topic\n\nnew"]]), titles);

  expect(second.slice(second.indexOf("## "))).toBe("## queue\n\nnew\n\n## topic\n\nold\n");
  expect(third.slice(third.indexOf("## "))).toBe("## queue\n\nnew\n\n## topic\n\nnew\n");
});

it("says of a kind without a section that it was not measured", () => {
  expect(pageWith("", new Map(), ["queue"])).toContain("## queue\n\nNot measured yet.\n");
});

it("drops the section of a kind that there is no more", () => {
  expect(pageWith("# Page\n\n## gone\n\nold\n", new Map(), titles)).not.toContain("gone");
});
