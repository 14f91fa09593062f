export type { Job, JobPayload, Jobs, SendOptions, WorkOptions } from './jobs.ts';
export { type JobsOptions, openJobs } from './pg-boss/open-jobs.ts';
