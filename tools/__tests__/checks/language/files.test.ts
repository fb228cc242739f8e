import { describe, expect, it } from "vitest";
import { passagesOf } from "../../../checks/language/files";
import { Checkout } from "../../../../__tests__/support/checkout";

describe("passagesOf", () => {
  it("reads sources and pages, and nothing that is generated or installed", () => {
    const checkout = new Checkout({});
    checkout.write("main.ts", "// Main.");
    checkout.write("src/a/b.ts", "// Source.");
    checkout.write("src/a/data.yaml", "# Data.");
    checkout.write("tools/cli/c.mts", "// Tool.");
    checkout.write("tools/node_modules/d/e.ts", "// Installed.");
    checkout.write("docs/runbooks/f.md", "Page.");
    checkout.write("docs/add-ons/g.md", "Generated.");

    expect(passagesOf(checkout.folder).map(({ file, text }) => [file, text])).toEqual([
      ["docs/runbooks/f.md", "Page."],
      ["main.ts", "Main."],
      ["src/a/b.ts", "Source."],
      ["tools/cli/c.mts", "Tool."],
    ]);
  });
});
