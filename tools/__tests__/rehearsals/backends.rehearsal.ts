import { describe, expect, it } from "vitest";
import type { StateBackendProps } from "../../../src/constructs/state-backend";
import { Workplace } from "../../../__tests__/support/workplace";

const local: StateBackendProps = { type: "local" };
const s3: StateBackendProps = {
  type: "s3",
  bucket: "govuk-terraform-state-test",
  region: "eu-west-1",
  kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-4000-8000-000000000000",
};

/** The steps of docs/backends.md, from one local file to another in place of backends that need an account. */
describe("docs/backends.md", () => {
  it("moves a state to another backend", () => {
    const place = new Workplace();
    place.synth(local, "before");
    place.terraform("init", "-input=false");
    place.terraform("apply", "-auto-approve", "-input=false");
    const id = place.id();

    place.synth(local, "after");
    expect(place.attempt("plan", "-input=false").stderr).toContain("Backend configuration block has changed");

    place.terraform("init", "-migrate-state", "-force-copy");
    expect(place.stateOf("after")).toEqual(["terraform_data.kept"]);
    expect(place.planStatus()).toBe(0);
    expect(place.id()).toBe(id);
  });

  it("moves a state by hand, as leaving HCP Terraform needs it", () => {
    const place = new Workplace();
    place.synth(local, "before");
    place.terraform("init", "-input=false");
    place.terraform("apply", "-auto-approve", "-input=false");
    const id = place.id();

    place.write("pulled.tfstate", place.terraform("state", "pull"));
    place.synth(local, "after");
    place.remove(".terraform");
    place.terraform("init", "-input=false");
    expect(place.planStatus()).toBe(2);

    place.terraform("state", "push", "pulled.tfstate");
    expect(place.stateOf("after")).toEqual(["terraform_data.kept"]);
    expect(place.planStatus()).toBe(0);
    expect(place.id()).toBe(id);
  });

  it("makes the bucket of a state before the state can be in it", () => {
    const place = new Workplace();
    place.synth(s3);
    place.write("backend_override.tf.json", '{ "terraform": { "backend": { "local": {} } } }');
    place.terraform("init", "-input=false");
    place.terraform("apply", "-auto-approve", "-input=false");
    const id = place.id();

    // A second synth, with the real key's ARN, leaves the override alone.
    place.synth(s3);
    expect(place.planStatus()).toBe(0);

    place.synth(local, "bucket");
    place.remove("backend_override.tf.json");
    place.terraform("init", "-migrate-state", "-force-copy");
    expect(place.stateOf("bucket")).toEqual(["terraform_data.kept"]);
    expect(place.planStatus()).toBe(0);
    expect(place.id()).toBe(id);
  });

  it("does not lose the old state in a move", () => {
    const place = new Workplace();
    place.synth(local, "before");
    place.terraform("init", "-input=false");
    place.terraform("apply", "-auto-approve", "-input=false");
    place.synth(local, "after");
    place.terraform("init", "-migrate-state", "-force-copy");

    place.synth(local, "before");
    place.terraform("init", "-reconfigure", "-input=false");
    expect(place.planStatus()).toBe(0);
  });
});
