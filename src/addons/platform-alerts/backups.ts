import type { AlertGroup } from "./alert-rule";

const OF_SCHEDULES = '{schedule!=""}';
const HOURS = 3600;

/** Rules about the copies of applications' objects and volumes that Velero makes each day. */
export const BACKUPS: AlertGroup = {
  name: "backups",
  watches: "velero",
  rules: [
    {
      name: "BackupMissing",
      summary: "No backup has worked for a day and a half.",
      description:
        "The last backup of {{ $labels.schedule }} that worked is {{ $value | humanizeDuration }} old.",
      impact: "Users notice nothing, but a restore would lose what changed since.",
      firstLook: "List the backups first, and read the errors of the last one.",
      levels: {
        warning: {
          expr: `time() - max by (schedule) (velero_backup_last_successful_timestamp${OF_SCHEDULES}) > ${36 * HOURS}`,
          for: "1h",
        },
      },
    },
    {
      name: "BackupFailing",
      summary: "The last backup failed, in part at least.",
      description: "The last backup of {{ $labels.schedule }} failed, in part at least.",
      impact: "Users notice nothing, but some objects or volumes could not be restored as they are today.",
      firstLook: "Describe the last backup first, and read its errors.",
      levels: {
        warning: {
          expr: `min by (schedule) (velero_backup_last_status${OF_SCHEDULES}) != 1`,
          for: "1h",
        },
      },
    },
  ],
};
