import { problem, show } from "../../checking/problem";
import type { OrganisationConfig } from "../schema";
import { environmentIsKnown } from "./known-environment";

/** Checks that images come once through each environment of the order. */
export const problemsOfPromotion = (organisation: OrganisationConfig): string[] =>
  organisation.promotion.flatMap((name, index) => {
    const path = ["organisation", "promotion", index];
    const fix = "leave one of them out";
    return [
      ...environmentIsKnown(path, name, organisation),
      ...(organisation.promotion.indexOf(name) === index
        ? []
        : [problem(path, "each environment once", `${show(name)} a second time`, fix)]),
    ];
  });
