import type { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { bcrypt } from "../../src/constructs/bcrypt";
import { RandomPassword } from "../../src/constructs/random-password";
import { Terraform } from "../support/terraform";

describe("bcrypt", () => {
  it("hashes a password that Terraform made up, inside one expression", () => {
    let hash = "";
    Terraform.of((scope: TerraformStack) => {
      hash = bcrypt(new RandomPassword(scope, "password", { length: 32 }).value);
    });

    expect(hash).toBe("${bcrypt(ephemeral.aws_secretsmanager_random_password.password.random_password)}");
  });

  it("takes no password in clear, which would end up in the configuration", () => {
    expect(() => bcrypt("letmein")).toThrow("expected the expression of a password, got text");
  });
});
