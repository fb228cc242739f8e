import { expect, it } from "vitest";
import { environmentVariable } from "../../src/constructs/environment-variable";
import { encodeValues } from "../../src/constructs/helm-values";

it("a variable of a program's environment reaches the program as it stands", () => {
  const values = encodeValues({ host: environmentVariable("LOGSTASH_HOST") });

  // Terraform reads `$${` as `${`.
  expect(values.replace("$${", "${")).toContain('"${LOGSTASH_HOST}"');
});
