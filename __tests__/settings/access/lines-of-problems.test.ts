import { expect, it, vi } from "vitest";
import { Composer } from "yaml";
import { parseYaml } from "../../../src/settings/access/yaml-source";

it("reads a plain file once with care, for the lines of all its problems", () => {
  const compose = vi.spyOn(Composer.prototype, "compose");
  const names = Array.from({ length: 2_000 }, (_, at) => `  - name-${at}`);
  const { lineOf } = parseYaml(["users:", ...names].join("\n"));

  const lines = names.map((_, at) => lineOf(["users", at]));

  expect(lines).toEqual(names.map((_, at) => at + 2));
  expect(compose).toHaveBeenCalledTimes(1);
});
