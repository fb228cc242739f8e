import { describe, expect, it } from "vitest";
import { RandomPassword, type RandomPasswordProps } from "../../src/constructs/random-password";
import { Terraform } from "../support/terraform";

const ephemeralOf = (props: RandomPasswordProps) =>
  Terraform.of((scope) => new RandomPassword(scope, "password", props)).json.ephemeral
    .aws_secretsmanager_random_password.password;

describe("RandomPassword", () => {
  it("is as long as asked, without punctuation and with every kind of character", () => {
    expect(ephemeralOf({ length: 32 })).toEqual({
      password_length: 32,
      exclude_punctuation: true,
      require_each_included_type: true,
    });
  });

  it("leaves out capitals where only lower case is wanted", () => {
    expect(ephemeralOf({ length: 32, characters: "lower-case-letters-and-digits" })).toMatchObject({
      exclude_uppercase: true,
    });
  });

  it("leaves out every letter after f where hexadecimal is wanted", () => {
    const { exclude_characters, exclude_uppercase } = ephemeralOf({ length: 16, characters: "hexadecimal" });

    expect(exclude_uppercase).toBe(true);
    expect(
      [..."abcdefghijklmnopqrstuvwxyz"].filter((letter) => !exclude_characters.includes(letter)).join(""),
    ).toBe("abcdef");
  });

  it("is referred to by its Terraform expression", () => {
    Terraform.of((scope) => {
      expect(new RandomPassword(scope, "password", { length: 32 }).value).toBe(
        "${ephemeral.aws_secretsmanager_random_password.password.random_password}",
      );
    });
  });
});
