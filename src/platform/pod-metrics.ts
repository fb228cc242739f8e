import type { AddonsSettings } from "../settings/addons";

/** Add-ons that bring metrics of jobs to Prometheus, and metrics from it to autoscalers, alike in each environment. */
export const podMetrics = {
  // Jobs that back up databases and copy the site push how they went.
  prometheusPushgateway: {},
  prometheusAdapter: {
    metrics: {
      // Questions of the chat that wait for a worker.
      ai_sidekiq_queue_backlog: {
        series: 'sidekiq_queue_backlog{job="govuk-chat-worker", queue="answer"}',
        query: 'max by (job, queue) (sidekiq_queue_backlog{job="govuk-chat-worker", queue="answer"})',
      },
    },
  },
} satisfies AddonsSettings;
