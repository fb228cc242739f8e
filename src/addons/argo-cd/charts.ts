import { chartsLayout } from "../../settings/organisation/charts-layout";
import type { ChartsLayoutConfig, ChartsTransport } from "../../settings/organisation/charts-layout-schema";
import type { OrganisationConfig } from "../../settings/organisation/schema";
import type { ArgoCdConfig } from "./settings";

type Organisation = Pick<OrganisationConfig, "chartsLayouts" | "defaults">;

/** Repository of charts with what the organisation says of it. */
export interface Charts {
  readonly repository: string;
  readonly branch: string;
  readonly layoutName: string;

  /** `undefined` for charts that were made for this platform. */
  readonly layout: ChartsLayoutConfig | undefined;
  readonly transport: ChartsTransport;
}

/** Settings of a cluster over those of its organisation. */
export function chartsOf(
  { repository, branch, layout, transport }: ArgoCdConfig["charts"],
  { chartsLayouts, defaults }: Organisation,
): Charts {
  const layoutName = layout ?? defaults.chartsLayout;
  return {
    repository,
    branch,
    layoutName,
    layout: chartsLayout(layoutName, chartsLayouts),
    transport: transport ?? defaults.chartsTransport,
  };
}
