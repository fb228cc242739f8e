import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { bundlePlatform, DEFAULT_PLATFORM } from "../../toolbox/bundle-platform";

let bundled: string[];
beforeAll(async () => {
  const { metafile } = await bundlePlatform(DEFAULT_PLATFORM, "platform.cjs", {
    metafile: true,
    write: false,
  });
  bundled = Object.keys(metafile!.inputs);
});

describe("the platform's bundle", () => {
  it("holds no test evidence, which stands beside it in *.cases.ts", () => {
    const evidence = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".cases.ts"),
    );

    expect(evidence).toContain("addons/gatekeeper/policies/index.cases.ts");
    expect(bundled).toContain("src/addons/gatekeeper/policies/index.ts");
    expect(bundled.filter((file) => file.endsWith(".cases.ts"))).toEqual([]);
  });

  it("holds no tool and no test", () => {
    expect(bundled.filter((file) => /^tools\/|__tests__/.test(file))).toEqual([]);
  });
});
