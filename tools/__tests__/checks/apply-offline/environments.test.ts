import { expect, test } from "vitest";
import { environmentsNamed } from "../../../checks/apply-offline/environments";

test("takes all environments, samples and examples where none is named", () => {
  const names = environmentsNamed([]).map(({ name }) => name);

  expect(names).toEqual(expect.arrayContaining(["integration", "production", "eph-bare", "dev"]));
});

test("refuses each name that is unknown, with the one that was meant", () => {
  expect(() => environmentsNamed(["integration", "stagin", "producton"])).toThrow(
    /^<environment>: expected .*, got "stagin"; did you mean staging\?\n<environment>: expected .*, got "producton"; did you mean production\?$/,
  );
});
