import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "oci://public.ecr.aws/karpenter",
  name: "karpenter-crd",
  version: "1.14.1",
  kubernetes: { oldest: "1.30", newest: "1.36" },
  source: "https://karpenter.sh/docs/upgrading/compatibility/",
  known,
};
