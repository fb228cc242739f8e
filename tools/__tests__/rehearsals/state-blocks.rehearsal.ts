import { describe, expect, it } from "vitest";
import { type StateBackendProps, useStateBackend } from "../../../src/constructs/state-backend";
import { type StateBlocks, writeStateBlocks } from "../../../src/constructs/state-blocks";
import { Terraform } from "../../../__tests__/support/terraform";
import { Workplace } from "../../../__tests__/support/workplace";

const local: StateBackendProps = { type: "local" };

/** A plan's action for a resource. */
interface Change {
  readonly address: string;
  readonly previous_address?: string;
  readonly change: { readonly actions: readonly string[]; readonly importing?: { readonly id: string } };
}

/** A workplace in whose state there is `terraform_data.kept`, and whose code then has other resources. */
function applied(resources: Record<string, object>, blocks: Partial<StateBlocks>): Workplace {
  const place = new Workplace();
  place.synth(local, "test");
  place.terraform("init", "-input=false");
  place.terraform("apply", "-auto-approve", "-input=false");

  const { json } = Terraform.of((stack) => {
    useStateBackend(stack, "test", local);
    Object.entries(resources).forEach(([name, block]) =>
      stack.addOverride(`resource.terraform_data.${name}`, block),
    );
    writeStateBlocks(stack, { moved: [], imported: [], removed: [], ...blocks });
  });
  place.write("cdk.tf.json", JSON.stringify(json));
  return place;
}

function changesOf(place: Workplace): Change[] {
  place.terraform("validate");
  place.terraform("plan", "-input=false", "-out=plan");
  const { resource_changes } = JSON.parse(place.terraform("show", "-json", "plan")) as {
    resource_changes: Change[];
  };
  return resource_changes;
}

describe("docs/state.md", () => {
  it("keeps a resource that is renamed, over however many names", () => {
    const place = applied(
      { renamed: { input: "kept" } },
      {
        moved: [
          { from: "terraform_data.kept", to: "terraform_data.between" },
          { from: "terraform_data.between", to: "terraform_data.renamed" },
        ],
      },
    );

    expect(changesOf(place)).toMatchObject([
      {
        address: "terraform_data.renamed",
        previous_address: "terraform_data.kept",
        change: { actions: ["no-op"] },
      },
    ]);
  });

  it("keeps a resource that becomes one of several", () => {
    const place = applied(
      { kept: { input: "kept", for_each: { "a/b": "" } } },
      { moved: [{ from: "terraform_data.kept", to: 'terraform_data.kept["a/b"]' }] },
    );

    expect(changesOf(place).map(({ change }) => change.actions)).toEqual([["no-op"]]);
  });

  it("destroys what was renamed without a block", () => {
    const place = applied({ renamed: { input: "kept" } }, {});

    expect(changesOf(place).map(({ address, change }) => [address, change.actions])).toEqual([
      ["terraform_data.kept", ["delete"]],
      ["terraform_data.renamed", ["create"]],
    ]);
  });

  it("takes in what exists already, by an id that is read as it stands", () => {
    const place = applied(
      { kept: { input: "kept" }, adopted: {}, many: { for_each: { "a/b": "" } } },
      {
        imported: [
          { address: "terraform_data.adopted", id: "${not} %{read}" },
          { address: 'terraform_data.many["a/b"]', id: "second" },
        ],
      },
    );

    expect(changesOf(place).map(({ address, change }) => [address, change.importing?.id])).toEqual([
      ["terraform_data.adopted", "${not} %{read}"],
      ["terraform_data.kept", undefined],
      ['terraform_data.many["a/b"]', "second"],
    ]);
    expect(changesOf(place).map(({ change }) => change.actions)).toEqual([["no-op"], ["no-op"], ["no-op"]]);
  });

  it("forgets what the code no longer has, and destroys nothing", () => {
    const place = applied({}, { removed: [{ from: "terraform_data.kept" }] });

    expect(changesOf(place).map(({ change }) => change.actions)).toEqual([["forget"]]);
    place.terraform("apply", "-auto-approve", "-input=false");
    expect(place.stateOf("test")).toEqual([]);
  });

  it("has done its work after one apply, so that the blocks may go", () => {
    const place = applied(
      { renamed: { input: "kept" } },
      { moved: [{ from: "terraform_data.kept", to: "terraform_data.renamed" }] },
    );
    place.terraform("apply", "-auto-approve", "-input=false");
    const { json } = Terraform.of((stack) => {
      useStateBackend(stack, "test", local);
      stack.addOverride("resource.terraform_data.renamed", { input: "kept" });
    });
    place.write("cdk.tf.json", JSON.stringify(json));

    expect(changesOf(place).map(({ change }) => change.actions)).toEqual([["no-op"]]);
    expect(place.stateOf("test")).toEqual(["terraform_data.renamed"]);
  });
});
