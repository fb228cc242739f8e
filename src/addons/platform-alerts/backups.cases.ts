import type { AlertCases } from "./alert-case.cases";

const labels = { schedule: "velero-daily" };

/** Evidence for rules about backups. */
export const BACKUPS_CASES: AlertCases = {
  BackupMissing: [
    {
      when: "none has worked for two days",
      series: { 'velero_backup_last_successful_timestamp{schedule="velero-daily"}': "0x3000" },
      at: "48h",
      alerts: [
        {
          severity: "warning",
          since: "2221m",
          labels,
          description: "The last backup of velero-daily that worked is 2d 0h 0m 0s old.",
        },
      ],
    },
    {
      when: "one has worked each day",
      series: {
        'velero_backup_last_successful_timestamp{schedule="velero-daily"}': "0x1440 86400x1440 172800x120",
      },
      at: "48h",
      alerts: [],
    },
  ],
  BackupFailing: [
    {
      when: "a volume has no snapshot",
      series: { 'velero_backup_last_status{schedule="velero-daily"}': "0x200" },
      at: "90m",
      alerts: [
        {
          severity: "warning",
          since: "60m",
          labels,
          description: "The last backup of velero-daily failed, in part at least.",
        },
      ],
    },
    {
      when: "it worked",
      series: { 'velero_backup_last_status{schedule="velero-daily"}': "1x200" },
      at: "90m",
      alerts: [],
    },
  ],
};
