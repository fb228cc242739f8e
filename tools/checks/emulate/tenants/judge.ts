import { readFileSync, writeFileSync } from "node:fs";
import type { JsonMap } from "../../../terraform-json/json-map";
import type { Copies } from "./copies";
import { withImagined } from "./imagined";
import { announced, plan, type Run } from "./terraform-run";
import { type Announced, type FieldVerdict, verdictOf } from "./verdicts";

/** Effect of a change, or the reasons why it cannot be planned. */
export type Judged =
  | { readonly verdict: FieldVerdict; readonly changes: readonly Announced[] }
  | { readonly errors: readonly string[] };

export type Judge = (copies: Copies) => Promise<Judged>;

/** Words of Terraform's refusal to destroy what is protected. */
const REFUSAL = "Instance cannot be destroyed";

/**
 * Judge of changes to what has been applied. It plans without a look at AWS, by a copy of the state in which AWS also has what the
 * emulator lacks. Where Terraform refuses a plan, it plans once more without protections, and says what would go.
 *
 * @param writeCopy - writes Terraform where the run has it
 */
export async function judgeOf(
  run: Run,
  first: Copies,
  writeCopy: (json: JsonMap) => void,
): Promise<{ readonly judge: Judge } | { readonly errors: readonly string[] }> {
  const state = `${run.state}.judged`;
  const judged: Run = { ...run, state };
  writeFileSync(state, readFileSync(run.state));
  writeCopy(first.bare);
  const lacking = await plan(judged, "-refresh=false");
  if ("errors" in lacking) {
    return lacking;
  }
  const applied = JSON.parse(readFileSync(state, "utf8")) as JsonMap;
  writeFileSync(state, JSON.stringify(withImagined(applied, lacking.plan)));
  const announce = (json: JsonMap) => {
    writeCopy(json);
    return announced(judged);
  };

  const before = await announce(first.kept);
  if ("errors" in before) {
    return before;
  }
  if (before.changes.length > 0) {
    return {
      errors: before.changes.map(
        ({ address, way }) =>
          `${address} is ${way} without a change of any field, so that none can be judged`,
      ),
    };
  }
  const verdictOn = (changes: readonly Announced[], isRefused: boolean): Judged => ({
    verdict: verdictOf(changes, isRefused),
    changes,
  });
  return {
    judge: async ({ kept, bare }) => {
      const asked = await announce(kept);
      if (!("errors" in asked)) {
        return verdictOn(asked.changes, false);
      }
      if (!asked.errors.every((error) => error.includes(REFUSAL))) {
        return asked;
      }
      const free = await announce(bare);
      return "errors" in free ? free : verdictOn(free.changes, true);
    },
  };
}
