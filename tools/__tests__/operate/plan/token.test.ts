import { describe, expect, it } from "vitest";
import { requireToken } from "../../../operate/plan/token";
import { Checkout } from "../../../../__tests__/support/checkout";

const stateIn = (hostname?: string) => ({
  terraform: { cloud: { organization: "govuk", hostname: hostname ?? null } },
});

function home(files: Record<string, string> = {}): string {
  const checkout = new Checkout({});
  Object.entries(files).forEach(([file, text]) => checkout.write(file, text));
  return checkout.folder;
}

describe("requireToken", () => {
  it("wants none where the state is somewhere else", () => {
    expect(() => requireToken({ terraform: { backend: { local: {} } } }, { HOME: home() })).not.toThrow();
  });

  it.each([
    [
      "terraform login's file",
      ".terraform.d/credentials.tfrc.json",
      '{"credentials": {"app.terraform.io": {"token": "x"}}}',
    ],
    ["the CLI's configuration", ".terraformrc", 'credentials "app.terraform.io" { token = "x" }'],
    ["a helper program", ".terraformrc", 'credentials_helper "keychain" {}'],
  ])("finds one in %s", (_, file, text) => {
    expect(() => requireToken(stateIn(), { HOME: home({ [file]: text }) })).not.toThrow();
  });

  it("finds one in a configuration file that is somewhere else", () => {
    const folder = home({ "my.tfrc": 'credentials "app.terraform.io" {}' });

    expect(() =>
      requireToken(stateIn(), { HOME: "/none", TF_CLI_CONFIG_FILE: `${folder}/my.tfrc` }),
    ).not.toThrow();
  });

  it("wants the token of the stack's own host", () => {
    const env = { HOME: home(), TF_TOKEN_app_terraform_io: "x" };

    expect(() => requireToken(stateIn("tfe.my-org.uk"), env)).toThrow(
      "TF_TOKEN_tfe_my__org_uk: expected a token for tfe.my-org.uk, got none; set it in the environment, or run terraform login tfe.my-org.uk",
    );
    expect(() =>
      requireToken(stateIn("tfe.my-org.uk"), { ...env, TF_TOKEN_tfe_my__org_uk: "x" }),
    ).not.toThrow();
  });
});
