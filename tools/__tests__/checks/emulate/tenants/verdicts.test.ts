import { describe, expect, it } from "vitest";
import { verdictOf } from "../../../../checks/emulate/tenants/verdicts";

const change = (address: string, ...actions: string[]) => ({
  address,
  type: address.split(".")[0]!,
  change: { actions },
});

const stack = {
  resource: {
    aws_sqs_queue: {
      kept: { lifecycle: { prevent_destroy: true } },
      free: { lifecycle: { prevent_destroy: false } },
    },
  },
};

describe("the verdict on a plan", () => {
  it("is the gravest of what happens to its resources", () => {
    expect(
      verdictOf(
        {
          resource_changes: [
            change("aws_sqs_queue.free", "update"),
            change("aws_sqs_queue_policy.free", "delete", "create"),
            change("aws_cloudwatch_metric_alarm.age", "no-op"),
          ],
        },
        stack,
      ),
    ).toEqual({ way: "replaced", lost: ["aws_sqs_queue_policy"], isRefused: false });
  });

  it("is a refusal where something protected would go", () => {
    const of = (name: string) =>
      verdictOf({ resource_changes: [change(`aws_sqs_queue.${name}`, "create", "delete")] }, stack).isRefused;

    expect([of("kept"), of("free"), of("gone")]).toEqual([true, false, false]);
  });

  it("tells that nothing changes from additions and removals", () => {
    const way = (...actions: string[]) =>
      verdictOf({ resource_changes: [change("aws_sqs_queue.free", ...actions)] }, stack).way;

    expect([way("no-op"), way("read"), way("create"), way("update"), way("delete")]).toEqual([
      "nothing changes",
      "nothing changes",
      "added",
      "in place",
      "removed",
    ]);
  });
});
