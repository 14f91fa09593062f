export const help = `shelfcast-pipeline: takes imports and forecast runs from the queue, or forecasts one bundle of a run.

  main.ts work [--shared]
      Takes jobs until it is told to stop (SIGTERM, SIGINT), then puts down what it holds and ends with 0.
      --shared: other processes work on the same database; without it, what is unfinished at the start
      is taken to belong to a process that has ended.
      SHELFCAST_DATABASE_URL       PostgreSQL, as the role shelfcast_app
      SHELFCAST_JOBS_DATABASE_URL  the same database, as the role shelfcast_jobs
      SHELFCAST_BLOBS              folder of uploads, shard files and exports, or s3://bucket/prefix (then AWS_REGION and
                                   credentials as the AWS SDK finds them; AWS_ENDPOINT_URL_S3 for another store)
      SHELFCAST_WORKERS            threads that forecast; default: one a core

  main.ts bundle --manifest <uri> --bundle <n> --blobs <folder or s3://bucket/prefix> [--workers <n>]
      Forecasts the shards of one bundle, as a pod or a task does. Needs the blobs and nothing else, and refuses
      to start where a database is in its environment. What is done already is left as it is.
      <uri>: the manifest's key in the blob store, or its file: or s3: URI in that place.
      <n>: from 0, as the manifest lists its bundles.

Logs are JSON lines on standard output. Exit: 0 done, 1 failed, 2 called wrongly.
`;
