import { expect, test } from "vitest";
import { readNested } from "../../checks/secrets/read-nested";
import { configurationFiles } from "../../checks/secrets/configuration-files";
import { findingsIn } from "../../verify/secrets";

test("finds one in the values of a release, and keeps it to itself", () => {
  const stack = { resource: { helm_release: { a: { values: ['{"adminPassword": "hunter2"}'] } } } };

  expect(findingsIn("stack", readNested(stack))).toEqual([
    "stack: resource.helm_release.a.values[0].adminPassword is a secret (by its key)",
  ]);
});

test("reads access lists, modules and workflows", () => {
  const names = configurationFiles().map(({ name }) => name);

  expect(names).toEqual(
    expect.arrayContaining([
      "src/platform/access/production.yaml",
      "modules/secure-bucket/main.tf",
      ".github/workflows/deploy.yml",
    ]),
  );
});
