import { describe, expect, it } from "vitest";
import { announcedIn, isProtected, type Way, verdictOf } from "../../../../checks/emulate/tenants/verdicts";

const change = (address: string, way: Way) => ({ address, type: address.split(".")[0]!, way });

describe("the verdict on a plan", () => {
  it("is the gravest of what happens to its resources", () => {
    expect(
      verdictOf(
        [change("aws_sqs_queue.free", "in place"), change("aws_sqs_queue_policy.free", "replaced")],
        false,
      ),
    ).toEqual({ way: "replaced", lost: ["aws_sqs_queue_policy"], isRefused: false });
  });

  it("is that nothing changes where Terraform announces nothing", () => {
    expect(verdictOf([], false)).toEqual({ way: "nothing changes", lost: [], isRefused: false });
  });
});

describe("changes that Terraform announces", () => {
  const line = (action: string) =>
    JSON.stringify({
      type: "planned_change",
      change: { action, resource: { addr: "aws_sqs_queue.one", resource_type: "aws_sqs_queue" } },
    });

  it("are read from its output, without what stays or is read", () => {
    const output = [
      "Terraform used the selected providers",
      ...["noop", "read", "create", "update", "delete", "replace"].map(line),
      JSON.stringify({ type: "change_summary" }),
    ].join("\n");

    expect(announcedIn(output).map(({ way }) => way)).toEqual(["added", "in place", "removed", "replaced"]);
  });
});

it("knows a protected block by its own words", () => {
  const stack = {
    resource: {
      aws_sqs_queue: {
        kept: { lifecycle: { prevent_destroy: true } },
        free: { lifecycle: { prevent_destroy: false } },
      },
    },
  };
  const of = (name: string) =>
    isProtected({ address: `aws_sqs_queue.${name}`, type: "aws_sqs_queue" }, stack);

  expect([of("kept"), of("free"), of("gone")]).toEqual([true, false, false]);
});
