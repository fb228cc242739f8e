import type { AddonChart } from "../../settings/addon-definition/chart";
import { account } from "../../settings/addon-definition/held-values";
import known from "./values.json";

const OWN_SETTINGS = "schedules, places and rights are settings of the add-on, which its permissions follow";

export const CHART: AddonChart = {
  repository: "https://vmware-tanzu.github.io/helm-charts",
  name: "velero",
  version: "12.1.0",
  kubernetes: { oldest: "1.18" },
  source: "https://github.com/vmware-tanzu/velero#velero-compatibility-matrix",
  crds: {
    names: [
      "backuprepositories.velero.io",
      "backups.velero.io",
      "backupstoragelocations.velero.io",
      "datadownloads.velero.io",
      "datauploads.velero.io",
      "deletebackuprequests.velero.io",
      "downloadrequests.velero.io",
      "podvolumebackups.velero.io",
      "podvolumerestores.velero.io",
      "restores.velero.io",
      "schedules.velero.io",
      "serverstatusrequests.velero.io",
      "volumesnapshotlocations.velero.io",
    ],
    digest: "6cbf61ba05fc9b55",
  },
  known,
  holds: {
    "serviceAccount > server > name": account("velero"),
    "rbac > create": { is: [false], because: "the platform gives it fewer rights than the chart would" },
    schedules: OWN_SETTINGS,
    initContainers: "a list replaces the add-on's own, without which it knows neither S3 nor EBS",
    "configuration > backupStorageLocation": OWN_SETTINGS,
    "configuration > volumeSnapshotLocation": OWN_SETTINGS,
    "credentials > useSecret": { is: [false], because: "its role comes from AWS" },
    upgradeCRDs: { is: [false], because: "network policies know no pod of its Job" },
    deployNodeAgent: { is: [false], because: "it would mount the files of all pods of its node" },
    "metrics > serviceMonitor > enabled": {
      is: [true],
      because: "the platform's alerts watch backups by its metrics",
    },
  },
};
