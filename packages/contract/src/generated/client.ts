// Generated from openapi.json by apps/api/src/generate.ts; never edited.

export interface paths {
  '/v1/session': {
    /** Who is signed in, and for which tenant. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Session'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    /** Sign in with email and password; sets the session cookie. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { 'application/json': components['schemas']['SignIn'] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Session'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    /** Sign out. Also answers 204 where nobody is signed in. */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/keys': {
    /** API keys of the tenant, newest first, revoked ones too. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['KeyPage'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    /** Create an API key. The secret is shown this once. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { 'application/json': components['schemas']['NewKey'] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['CreatedKey'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/keys/{key}': {
    get?: never;
    put?: never;
    post?: never;
    /** Revoke an API key, at once and for good. */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          key: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports/{import}/confirm': {
    get?: never;
    put?: never;
    /** Load a surveyed import. */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** Any text of yours, new for every intention. A repeat with the same key and body gets the first answer again. */
          "idempotency-key"?: string;
        };
        path: {
          import: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        202: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Import'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports': {
    /** Imports, newest first. */
    get: {
      parameters: {
        query?: {
          /** `next` of the page before. */
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['ImportPage'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    /** Upload a file of sales, or of what else a forecast needs; it is loaded in the background. */
    post: {
      parameters: {
        query: {
          /** For messages; what stands in the file tells its format. */
          file_name: string;
          /** A `Mapping` as JSON, where the header does not say it. */
          mapping?: string;
          /** Say what the file holds, and wait for a decision before anything is loaded. */
          review?: boolean;
          /** Start a run once the rows are in. */
          forecast?: boolean;
        };
        header?: {
          /** Any text of yours, new for every intention. A repeat with the same key and body gets the first answer again. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { 'application/octet-stream': Blob; 'text/csv': string; 'application/gzip': Blob; 'application/zip': Blob; 'application/jsonl': Blob; 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': Blob; 'application/vnd.apache.parquet': Blob } };
      responses: {
        202: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Import'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        413: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        415: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports/{import}/discard': {
    get?: never;
    put?: never;
    /** End a surveyed import without loading it; its file is removed. */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** Any text of yours, new for every intention. A repeat with the same key and body gets the first answer again. */
          "idempotency-key"?: string;
        };
        path: {
          import: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Import'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports/{import}/rejects': {
    /** The rows that were not loaded, as a CSV that can be corrected and sent again. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          import: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'text/csv': string } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports/{import}': {
    /** One import, with its progress and its count of every row. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          import: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Import'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports/{import}/survey': {
    /** What a file holds, before anything of it is loaded; or the question that it leaves open. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          import: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['ImportSurvey'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports/{import}/mapping': {
    get?: never;
    /** Say how a surveyed file is to be read. It is surveyed anew. */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          import: number;
        };
        cookie?: never;
      };
      requestBody: { content: { 'application/json': components['schemas']['Mapping'] } };
      responses: {
        202: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Import'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports/{import}/undo': {
    get?: never;
    put?: never;
    /** Take the rows of an import back; what it had superseded returns. */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** Any text of yours, new for every intention. A repeat with the same key and body gets the first answer again. */
          "idempotency-key"?: string;
        };
        path: {
          import: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Import'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports/{import}/events': {
    /** Progress as server-sent events. */
    get: {
      parameters: {
        query?: never;
        header?: {
          "last-event-id"?: string;
        };
        path: {
          import: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'text/event-stream': string } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/uploads/{upload}': {
    /** How much of a file has arrived; after the last byte, which import it is. */
    get: {
      parameters: {
        query?: never;
        header?: {
          /** 1.0.0 */
          "tus-resumable"?: string;
        };
        path: {
          upload: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Upload'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        412: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    /** Forget an upload and what has come of it. An import that it has become stays. */
    delete: {
      parameters: {
        query?: never;
        header?: {
          /** 1.0.0 */
          "tus-resumable"?: string;
        };
        path: {
          upload: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        412: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    options?: never;
    head?: never;
    /** Send the next bytes of a file (tus 1.0.0). */
    patch: {
      parameters: {
        query?: never;
        header?: {
          /** 1.0.0 */
          "tus-resumable"?: string;
          "upload-offset"?: string;
          /** `sha1` or `sha256`, a space, the digest in base64. */
          "upload-checksum"?: string;
        };
        path: {
          upload: string;
        };
        cookie?: never;
      };
      requestBody: { content: { 'application/offset+octet-stream': Blob } };
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        412: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        413: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        415: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        423: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        460: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        507: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    trace?: never;
  };
  '/v1/uploads/{upload}/complete': {
    get?: never;
    put?: never;
    /** Make an import of a file whose parts are all there. A repeat gives the same import. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          upload: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        202: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Import'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/uploads': {
    /** Files that have begun to arrive and are not whole yet, the latest first. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['UploadList'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    /** Begin to send a large file, or go on with one. */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** 1.0.0 */
          "tus-resumable"?: string;
          "upload-length"?: string;
          "upload-metadata"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { 'application/json': components['schemas']['NewUpload'] | null } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Upload'] } };
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Upload'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        412: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        413: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        507: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    delete?: never;
    /** What this server speaks of tus: versions, extensions, the largest file. */
    options: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/uploads/{upload}/parts': {
    get?: never;
    put?: never;
    /** Addresses for the parts of a file, in the bucket itself. Without `parts`: of the next that are missing. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          upload: string;
        };
        cookie?: never;
      };
      requestBody: { content: { 'application/json': components['schemas']['WantedParts'] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['SignedParts'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/locations': {
    /** Locations, by code. */
    get: {
      parameters: {
        query?: {
          /** `next` of the page before. */
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['LocationPage'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/series': {
    /** Series with what the current run says about each: search, filter, sort. */
    get: {
      parameters: {
        query?: {
          /** In codes and names of product and location. */
          search?: string;
          /** A location's code. */
          location?: string;
          /** An attribute of the product and its value, `category:light`. */
          attribute?: string;
          model?: string;
          /** `rising` / `falling`: expected to sell at least half as much again as, or at most half of, the last horizon. `inaccurate`: missed by more than it sold, in the backtest. `biased`: forecast over 30 % too much or too little. `short-history`: too little for a backtest. `no-recent-sales`: sold before, but nothing in the last horizon. `stand-in`: a model failed, and another forecasts it. */
          attention?: "rising" | "falling" | "inaccurate" | "biased" | "short-history" | "no-recent-sales" | "stand-in";
          sort?: "product" | "-product" | "location" | "-location" | "model" | "-model" | "total_mean" | "-total_mean" | "total_last_horizon" | "-total_last_horizon" | "total_last_year" | "-total_last_year" | "wape" | "-wape" | "naive_wape" | "-naive_wape" | "bias" | "-bias" | "coverage80" | "-coverage80";
          /** `next` of the page before. */
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['SeriesPage'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/series/{series}/history': {
    /** What a series sold, a value a day; closed days are null, stock-outs are named. */
    get: {
      parameters: {
        query?: {
          /** A business day, `YYYY-MM-DD`, without time zone. */
          from?: string;
          /** A business day, `YYYY-MM-DD`, without time zone. */
          to?: string;
        };
        header?: never;
        path: {
          series: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['History'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/series/{series}': {
    /** One series. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          series: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Series'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/series/{series}/details': {
    /** What files say of a series beside its sales: attributes, stock, prices and promotions ahead. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          series: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['SeriesDetails'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/series/facets': {
    /** How many series there are by model, location and cause of attention. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['SeriesFacets'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/places': {
    /** Countries whose holidays are known, or the parts of one, by name. */
    get: {
      parameters: {
        query?: {
          /** A country or a part of one: its own parts. None are no error. */
          within?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['PlaceList'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/calendar': {
    /** Whose holidays are kept, and the tenant’s own events and closures. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Calendar'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    /** Replace the calendar, whole. The next run forecasts with it. */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { 'application/json': components['schemas']['NewCalendar'] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Calendar'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/data-health': {
    /** How fresh and how complete sales are, what stands out in them, and what would make forecasts better. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['DataHealth'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/forecasts/export': {
    /** All forecasts of one run as one file. */
    get: {
      parameters: {
        query?: {
          format?: "csv" | "parquet";
          run?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'text/csv': string; 'application/vnd.apache.parquet': Blob } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/forecasts/{series}/past': {
    /** What earlier runs published for a series, beside what then sold; newest first. */
    get: {
      parameters: {
        query?: {
          /** `next` of the page before. */
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path: {
          series: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['PastForecastPage'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/forecasts/{series}': {
    /** The forecast of a series: mean and quantiles a period, the total, the scoreboard. */
    get: {
      parameters: {
        query?: {
          run?: number;
        };
        header?: never;
        path: {
          series: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Forecast'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/forecasts/batch': {
    get?: never;
    put?: never;
    /** Forecasts of up to 1,000 series of one run. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { 'application/json': components['schemas']['ForecastBatchRequest'] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['ForecastBatch'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/locations/{location}/forecast': {
    /** The forecast of all that a location sells: forecast as a series of its own, so its quantiles are real. */
    get: {
      parameters: {
        query?: {
          run?: number;
        };
        header?: never;
        path: {
          location: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Forecast'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accuracy': {
    /** Accuracy of the current run's backtest against seasonal naive: overall, by model, by location. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Accuracy'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/overview': {
    /** What will sell in total and by location, how accurate so far, what needs attention. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Overview'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/{run}/cancel': {
    get?: never;
    put?: never;
    /** Stop a run that has not finished. The forecasts of the run before stay. */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** Any text of yours, new for every intention. A repeat with the same key and body gets the first answer again. */
          "idempotency-key"?: string;
        };
        path: {
          run: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Run'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs': {
    /** Runs, newest first. */
    get: {
      parameters: {
        query?: {
          /** `next` of the page before. */
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['RunPage'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    /** Start a forecast run over everything in the ledger. */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** Any text of yours, new for every intention. A repeat with the same key and body gets the first answer again. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { 'application/json': components['schemas']['NewRun'] } };
      responses: {
        202: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Run'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/{run}/failures': {
    /** The series on which a model failed, with the cause and the stand-in. */
    get: {
      parameters: {
        query?: {
          /** `next` of the page before. */
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path: {
          run: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['RunFailurePage'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/{run}': {
    /** One run, with its progress and its failures by cause. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          run: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Run'] } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/{run}/events': {
    /** Progress as server-sent events. */
    get: {
      parameters: {
        query?: never;
        header?: {
          "last-event-id"?: string;
        };
        path: {
          run: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'text/event-stream': string } };
        400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/healthz': {
    /** The process answers. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Health'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/openapi.json': {
    /** This document, OpenAPI 3.1. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': unknown } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/readyz': {
    /** The process can serve: database reachable, migrations current. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Readiness'] } };
        500: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } };
        503: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Readiness'] } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}

export interface components {
  schemas: {
    Accuracy: {
      run: components['schemas']['Run'] | null;
      overall: components['schemas']['AccuracyNumbers'] | null;
      /** Medians over the series that a model forecasts, most series first. */
      by_model: ({
        model: string;
        series: number;
        naive_won: number;
        median_wape: number | null;
        median_naive_wape: number | null;
        median_bias: number | null;
      })[];
      /** Medians over the series of a location, most series first; at most 100. */
      by_location: ({
        location: {
          location: number;
          code: string;
          name: string | null;
        };
        series: number;
        naive_won: number;
        median_wape: number | null;
        median_naive_wape: number | null;
        median_bias: number | null;
      })[];
      /** The last 20 published runs, oldest first. */
      runs: ({
        run: number;
        origin: string | null;
        wape: number | null;
        naive_wape: number | null;
        bias: number | null;
        coverage80: number | null;
      })[];
    };
    AccuracyNumbers: {
      /** Series that could be measured. */
      series: number;
      /** Held-out values that were compared. */
      observations: number;
      /** Σ|forecast − actual| ÷ Σ|actual| of the models that were chosen. */
      wape: number | null;
      /** The same of seasonal naive on the same values. */
      naive_wape: number | null;
      /** 1 − wape ÷ naive_wape: what is saved over seasonal naive. */
      skill: number | null;
      /** Σ(forecast − actual) ÷ Σ|actual|. */
      bias: number | null;
      /** Share of actuals inside the central interval, by its nominal share: '0.5', '0.8', '0.9'. */
      coverage: { [key: string]: number | null };
      /** Series by the model that forecasts them. */
      models: { [key: string]: number };
      /** Series by why that model was taken. */
      reasons: { [key: string]: number };
      /** Series where nothing beat seasonal naive, which is used then. */
      naive_won: number;
      /** The same by level: series, location, total. */
      levels: { [key: string]: {
        series: number;
        wape: number | null;
        naive_wape: number | null;
      } };
    };
    Calendar: {
      /** Whose holidays are kept: a country or a part of it by ISO 3166, `GB`, `DE-BY`. */
      place: string | null;
      /** What says where the tenant is; null where nothing does, and then no holidays are known. */
      place_from: "settings" | "time zone" | "currency" | null;
      /** Locations that lie elsewhere, by hand or by a file of locations. */
      locations: {
        location: number;
        /** Whose holidays are kept: a country or a part of it by ISO 3166, `GB`, `DE-BY`. */
        place: string;
      }[];
      events: ({
        /** The same name every time it happens. */
        name: string;
        /** `closed`: nothing can be sold. `event`: something is different, and models may learn what. */
        kind: "event" | "closed";
        /** A business day, `YYYY-MM-DD`, without time zone. */
        from: string;
        /** A business day, `YYYY-MM-DD`, without time zone. */
        to: string;
        /** On the same dates in every year from the first on. */
        yearly: boolean;
        /** Locations it concerns; null = all. */
        locations: number[] | null;
      })[];
      /** Events that imported files state beside these. Undo the import to take them back. */
      events_from_files: ({
        /** The same name every time it happens. */
        name: string;
        /** `closed`: nothing can be sold. `event`: something is different, and models may learn what. */
        kind: "event" | "closed";
        /** A business day, `YYYY-MM-DD`, without time zone. */
        from: string;
        /** A business day, `YYYY-MM-DD`, without time zone. */
        to: string;
        /** On the same dates in every year from the first on. */
        yearly: boolean;
        /** Locations it concerns; null = all. */
        locations: number[] | null;
      })[];
    };
    CreatedKey: {
      key: string;
      name: string;
      /** The first characters of the key, to recognise it by. */
      prefix: string;
      scopes: ("read" | "write" | "admin")[];
      created_at: string;
      last_used_at: string | null;
      revoked_at: string | null;
      /** The key itself. Shown this once; only its hash is stored. */
      secret: string;
    };
    DataHealth: {
      report: components['schemas']['HealthReport'] | null;
      made_at: string | null;
      /** Sales have changed since, and a newer report is being made. */
      making: boolean;
      /** Today where the tenant is. */
      today: string;
    };
    Failure: {
      code: string;
      title: string;
      detail: string;
      remedy: string;
      where?: {
        file?: string;
        row?: number;
        field?: string;
      };
    };
    Forecast: {
      run: number;
      level: "series" | "location" | "total";
      series?: number;
      product?: {
        code: string;
        name: string | null;
      };
      location?: {
        location?: number;
        code: string;
        name: string | null;
      };
      /** D days, W weeks, M months. */
      frequency: "D" | "W" | "M";
      /** The last day that was known. */
      origin: string;
      /** First day of the first period. */
      from: string;
      /** How many periods. */
      horizon: number;
      /** Periods after which a pattern repeats. */
      season: number;
      model: string;
      /** Why this model: `combined`, `best-in-backtest`, `naive-won`, `history-too-short`, `no-sales`, `only-candidate`, `stand-in`. */
      reason: string;
      unit: string;
      mean: number[];
      quantiles: { [key: string]: number[] };
      /** Indices of periods in which the location is closed. */
      closed: number[];
      /** Those of them that nobody stated: inferred from the same feast in years before. `because` names it. */
      closed_expected?: {
        index: number;
        because: string;
      }[];
      /** Of the sum over the horizon: sampled, never the sum of quantiles. */
      total: {
        mean: number;
        quantiles: { [key: string]: number };
      };
      history: {
        total_same_days_last_year: number | null;
        total_last_horizon: number | null;
      };
      /** Backtest scoreboard, best first. */
      scores: components['schemas']['Score'][];
      failures: {
        model: string;
        cause: string;
      }[];
      /** Levels location and total only: what sold before the origin; null = closed. */
      past?: {
        /** A business day, `YYYY-MM-DD`, without time zone. */
        from: string;
        values: (number | null)[];
      };
    };
    ForecastBatch: {
      run: number;
      items: components['schemas']['Forecast'][];
      /** Asked for, but not in this run. */
      missing: number[];
    };
    ForecastBatchRequest: {
      series: number[];
      run?: number;
    };
    Health: {
      status: "ok";
    };
    HealthReport: {
      from: string | null;
      /** The last day with sales; days to come are left out. */
      to: string | null;
      products: number;
      series: number;
      location_count: number;
      /** All units sold. */
      units: number;
      /** At most 200: those furthest behind, then those that sell the most. */
      locations: ({
        location: number;
        code: string;
        name: string | null;
        /** A business day, `YYYY-MM-DD`, without time zone. */
        first: string;
        /** The last day with sales. */
        last: string;
        /** Open days since then, up to `to`; 0 where such a silence is usual for the location. */
        behind: number;
        /** Of the days it was open, the share with sales: 0 … 1. */
        coverage: number;
        /** A letter a day, eight weeks, the last one is `to`: `s` sold, `c` closed, `n` open and nothing sold, `.` before its first sale. */
        strip: string;
      })[];
      findings: ({
        /** `locations-behind`: their sales end before the others’. `locations-gone`: no sale for eight weeks of open days. `gaps`: days without any sale at a location that sells on nearly every day, but for stated closures, weekly days off and holidays. `low-coverage`: a location sells on so few days that a missing day can’t be told from a quiet one. `short-history`: products younger than eight weeks. `young-ledger`: sales go back less than two years. `stopped`: products that stopped selling while their location went on. `stock-outs`: days without stock, stated or inferred. `outliers`: days over five times the median of their series and eight spreads above it. `returns-above-sales`: more came back than was sold. `no-name`: products known by their code only. `negative-stock`: less than nothing on hand. `currencies-mixed`: sums of money in several currencies. `future-sales`: sales on days to come. */
        kind: "locations-behind" | "locations-gone" | "gaps" | "low-coverage" | "short-history" | "young-ledger" | "stopped" | "stock-outs" | "outliers" | "returns-above-sales" | "no-name" | "negative-stock" | "currencies-mixed" | "future-sales";
        /** `act`: forecasts are wrong until it is mended. `look`: somebody should. `note`: good to know. */
        severity: "act" | "look" | "note";
        /** How many of what the kind names: locations, gaps, series, products … */
        count: number;
        /** Of how many. */
        of: number;
        /** Days concerned, added up. */
        days: number | null;
        /** Units of sales it touches: sold, or usual where they are missing. Findings come by severity, then by these. */
        units: number;
        /** At most eight, those that touch the most first. */
        examples: ({
          series?: number;
          product?: {
            code: string;
            name: string | null;
          };
          location?: {
            location: number;
            code: string;
            name: string | null;
          };
          /** A business day, `YYYY-MM-DD`, without time zone. */
          from?: string;
          /** A business day, `YYYY-MM-DD`, without time zone. */
          to?: string;
          /** How many days of those it is about. */
          days?: number;
          /** Units sold, returned, missing or on hand: what the finding speaks of. */
          units?: number;
          /** Units that would be usual. */
          usual?: number;
          currency?: string;
          /** Of the days without stock, those that a file states; the others are inferred. */
          stated?: number;
          /** The import that brought it. */
          import?: number;
        })[];
      })[];
    };
    History: {
      series: number;
      /** A business day, `YYYY-MM-DD`, without time zone. */
      from: string;
      frequency: "D";
      unit: string;
      /** units[i] sold on day from + i; null = closed. */
      units: (number | null)[];
      revenue?: (number | null)[];
      currency: string | null;
      /** Indices into units on which the location was closed. */
      closed: number[];
      /** Indices into units on which there was no stock, by a file of stock (`stated`: not observed by the models) or by what the sales around it say (`inferred`: shown, and left to the models). What was sold on such a day stands in units. */
      stock_outs: ({
        index: number;
        kind: "stated" | "inferred";
      })[];
    };
    Import: {
      import: number;
      /** `surveyed`: it waits to be confirmed, mapped anew or discarded. `unchanged`: the same content was imported before, nothing was added. `undone`: its rows were taken back. */
      state: "queued" | "surveying" | "surveyed" | "loading" | "committed" | "failed" | "undone" | "unchanged" | "discarded";
      file_name: string;
      file_bytes: number;
      /** Null until a file that came in pieces has been read once. */
      content_sha256: string | null;
      /** What it holds; `sales` until its layout is recognised. */
      kind: "sales" | "products" | "locations" | "prices" | "stock" | "hours" | "events";
      /** The layout that was recognised. */
      layout: string | null;
      /** Progress: out of file_bytes. */
      bytes_read: number;
      rows_in: number;
      rows_loaded: number;
      rows_skipped: number;
      rows_rejected: number;
      /** Earlier sale lines that this import replaced. */
      rows_superseded: number;
      skipped_by_cause: { [key: string]: number };
      rejected_by_cause: { [key: string]: number };
      /** The earlier import of the same content, where this one is `unchanged`. */
      same_as: number | null;
      /** The import whose rejected rows this one brings corrected. */
      correction_of: number | null;
      first_sold_on: string | null;
      last_sold_on: string | null;
      /** The run that this import started (`forecast=true`), once it has. */
      run: number | null;
      failure: components['schemas']['Failure'] | null;
      created_by: string | null;
      created_at: string;
      started_at: string | null;
      finished_at: string | null;
    };
    ImportPage: {
      items: components['schemas']['Import'][];
      /** Cursor of the next page; null on the last. */
      next: string | null;
    };
    ImportSurvey: {
      /** Null while a question is open. */
      report: {
        kind: "sales" | "products" | "locations" | "prices" | "stock" | "hours" | "events";
        /** Of a file without sales; null for sales. */
        facts: {
          count: number;
          /** Those that hold from a day to come. */
          planned: number;
          /** Distinct locations that are named. */
          locations: number;
          /** Attributes, or drivers of prices, and how many rows state each. */
          says: {
            name: string;
            rows: number;
          }[];
          first_day: string | null;
          last_day: string | null;
          /** The first rows, as they were understood. */
          examples: {
            columns: string[];
            rows: string[][];
          };
        } | null;
        layout: string;
        mapping: components['schemas']['Mapping'];
        columns: string[];
        /** Columns about people: never stored. */
        personal_columns: string[];
        /** Why each of them is taken for one: by its name, or by what most of its cells hold. */
        personal: ({
          column: string;
          why: "name" | "e-mail" | "phone" | "card" | "iban" | "person" | "address";
        })[];
        /** The import whose rejected rows these are, corrected. */
        correction_of: number | null;
        /** Totals that the file itself states, of a day or (null) of the whole file, beside the sum of its rows. The first 100. */
        stated_totals: ({
          day: string | null;
          field: string;
          stated: string;
          ours: string;
          agrees: boolean;
        })[];
        /** in = loaded + skipped + rejected. */
        rows: {
          in: number;
          loaded: number;
          skipped: number;
          rejected: number;
        };
        skipped: ({
          /** An error code, `upload.invalid_date`. */
          cause: string;
          rows: number;
          examples: {
            /** 1 = the first row below the header. */
            row: number;
            field?: string;
            value?: string;
          }[];
          /** Null: the row is rightly left out. */
          remedy: string | null;
        })[];
        rejected: ({
          /** An error code, `upload.invalid_date`. */
          cause: string;
          rows: number;
          examples: {
            /** 1 = the first row below the header. */
            row: number;
            field?: string;
            value?: string;
          }[];
          /** Null: the row is rightly left out. */
          remedy: string | null;
        })[];
        first_sold_on: string | null;
        last_sold_on: string | null;
        days: ({
          /** A business day, `YYYY-MM-DD`, without time zone. */
          day: string;
          lines: number;
          /** Units sold less units returned. */
          units: number;
          /** Decimal text, to be held against the till’s own report of the day. */
          revenue: string | null;
        })[];
        /** Stretches in which a location sold nothing, long for its habit. The longest 50. */
        gaps: {
          location: string;
          /** A business day, `YYYY-MM-DD`, without time zone. */
          from: string;
          /** A business day, `YYYY-MM-DD`, without time zone. */
          to: string;
          days: number;
        }[];
        /** Days that sold many times the median around them. The largest 20. */
        spikes: {
          /** A business day, `YYYY-MM-DD`, without time zone. */
          day: string;
          units: number;
          usual: number;
        }[];
        /** Lines that equal an earlier one of their order. They are kept. */
        repeated_lines: number;
        units_returned: number;
        products: {
          count: number;
          /** There are more; counting stopped. */
          more: boolean;
          new: {
            count: number;
            examples: string[];
          };
        };
        locations: {
          list: {
            code: string;
            lines: number;
            /** A business day, `YYYY-MM-DD`, without time zone. */
            first_sold_on: string;
            /** A business day, `YYYY-MM-DD`, without time zone. */
            last_sold_on: string;
          }[];
          new: {
            count: number;
            examples: string[];
          };
        };
        currencies: string[];
        units: string[];
      } | null;
      problem: components['schemas']['Failure'] | null;
      mapping: components['schemas']['Mapping'] | null;
      sample: {
        format: string;
        columns: string[];
        personal_columns: string[];
        /** Of a workbook: its visible sheets. */
        sheets: string[];
        /** The first rows; columns about people are blanked. */
        rows: string[][];
      } | null;
    };
    Key: {
      key: string;
      name: string;
      /** The first characters of the key, to recognise it by. */
      prefix: string;
      scopes: ("read" | "write" | "admin")[];
      created_at: string;
      last_used_at: string | null;
      revoked_at: string | null;
    };
    KeyPage: {
      items: components['schemas']['Key'][];
      /** Cursor of the next page; null on the last. */
      next: string | null;
    };
    Location: {
      location: number;
      code: string;
      name: string | null;
      /** How many products it sells or sold. */
      series_count: number;
    };
    LocationPage: {
      items: components['schemas']['Location'][];
      /** Cursor of the next page; null on the last. */
      next: string | null;
    };
    Mapping: {
      /** What the file holds, where its header leaves that open. */
      kind?: "sales" | "products" | "locations" | "prices" | "stock" | "hours" | "events";
      /** Of a file without sales: which column means what, by the meanings of its kind (`product`, `on_hand`, `from`). An empty name: the file has no such column. */
      columns?: { [key: string]: string };
      /** Columns that together name the product. */
      product?: string[];
      product_name?: string | null;
      /** Columns that together name the location. */
      location?: string[];
      date?: string;
      /** The column with the units sold. */
      value?: string;
      revenue?: string | null;
      order?: string | null;
      line?: string | null;
      /** Numeric columns known in advance: price, promotion. */
      known?: string[];
      /** Says that the location was closed that day (1, true, yes). */
      closed?: string | null;
      /** The sheet of a workbook that has several. */
      sheet?: string;
      /** Hour at which a business day ends: what is sold before it belongs to the day before. */
      day_ends_at?: number;
      /** How dates such as 3/4/2025 are written: day first or month first. */
      date_order?: "dmy" | "mdy";
    };
    NewCalendar: {
      /** Whose holidays are kept: a country or a part of it by ISO 3166, `GB`, `DE-BY`. Null: told by time zone or currency. */
      place: string | null;
      locations: {
        location: number;
        /** Whose holidays are kept: a country or a part of it by ISO 3166, `GB`, `DE-BY`. */
        place: string;
      }[];
      events: ({
        /** The same name every time it happens. */
        name: string;
        /** `closed`: nothing can be sold. `event`: something is different, and models may learn what. */
        kind: "event" | "closed";
        /** A business day, `YYYY-MM-DD`, without time zone. */
        from: string;
        /** A business day, `YYYY-MM-DD`, without time zone. */
        to: string;
        /** On the same dates in every year from the first on. */
        yearly: boolean;
        /** Locations it concerns; null = all. */
        locations: number[] | null;
      })[];
    };
    NewKey: {
      name: string;
      scopes: ("read" | "write" | "admin")[];
    };
    NewRun: {
      /** Periods to forecast; 28 days, 13 weeks or 12 months by default. */
      horizon?: number;
      /** D days, W weeks, M months. */
      frequency?: "D" | "W" | "M";
    };
    NewUpload: {
      file_name: string;
      file_bytes: number;
      /** How you know the file again, such as name, size and date. An unfinished upload of the same fingerprint and size goes on where it was. */
      fingerprint?: string;
      mapping?: components['schemas']['Mapping'];
      /** Say what the file holds, and wait for a decision before it is loaded. */
      review?: boolean;
      /** Start a run once the rows are in. */
      forecast?: boolean;
    };
    Overview: {
      run: components['schemas']['Run'] | null;
      total: components['schemas']['Forecast'] | null;
      /** The locations that will sell the most, at most 24. */
      locations: components['schemas']['Forecast'][];
      accuracy: components['schemas']['AccuracyNumbers'] | null;
      attention: ({
        /** `rising` / `falling`: expected to sell at least half as much again as, or at most half of, the last horizon. `inaccurate`: missed by more than it sold, in the backtest. `biased`: forecast over 30 % too much or too little. `short-history`: too little for a backtest. `no-recent-sales`: sold before, but nothing in the last horizon. `stand-in`: a model failed, and another forecasts it. */
        kind: "rising" | "falling" | "inaccurate" | "biased" | "short-history" | "no-recent-sales" | "stand-in";
        count: number;
        /** At most 5, those that sell the most. */
        series: components['schemas']['Series'][];
      })[];
      counts: {
        products: number;
        locations: number;
        series: number;
      };
      data: {
        last_sold_on: string | null;
        last_import: number | null;
        /** A run that is under way. */
        active_run: number | null;
        /** An import that is under way. */
        active_import: number | null;
      };
    };
    PastForecast: {
      run: number;
      /** A business day, `YYYY-MM-DD`, without time zone. */
      origin: string;
      /** A business day, `YYYY-MM-DD`, without time zone. */
      from: string;
      /** D days, W weeks, M months. */
      frequency: "D" | "W" | "M";
      horizon: number;
      model: string;
      published_at: string | null;
      mean: number[];
      quantiles: { [key: string]: number[] };
      /** What sold; null = closed, or not known yet. */
      actual: (number | null)[];
      /** How many periods have an actual. */
      observed: number;
      /** Over the observed periods. */
      wape: number | null;
      bias: number | null;
      coverage80: number | null;
    };
    PastForecastPage: {
      items: components['schemas']['PastForecast'][];
      /** Cursor of the next page; null on the last. */
      next: string | null;
    };
    PlaceList: {
      items: {
        /** By ISO 3166: `DE`, `DE-BY`. */
        place: string;
        /** In English, or as its people call it. */
        name: string;
      }[];
    };
    Problem: {
      /** Address of the error's page. */
      type: string;
      /** What kind of error; the same for every occurrence. */
      title: string;
      status: number;
      /** `area.cause`: stable, for programs. */
      code: string;
      /** What happened this time. */
      detail: string;
      /** What to do about it. */
      remedy: string;
      where?: {
        file?: string;
        /** 1 = the first line after the header. */
        row?: number;
        field?: string;
      };
      /** The id of this request, as it stands in our log. */
      instance: string;
    };
    Readiness: {
      status: "ready" | "unready";
      checks: {
        /** The database answers. */
        database: boolean;
        /** Its schema is the one this version needs. */
        migrations: boolean;
      };
    };
    Run: {
      run: number;
      state: "queued" | "extracting" | "training" | "forecasting" | "reconciling" | "publishing" | "published" | "failed" | "cancelled";
      /** True for the run whose forecasts are served now. */
      current: boolean;
      /** D days, W weeks, M months. */
      frequency: "D" | "W" | "M";
      horizon: number;
      season: number;
      origin: string | null;
      quantiles: number[];
      /** Series of all levels; null until counted. */
      series_total: number | null;
      /** Progress: out of series_total. */
      series_done: number;
      /** Failed models by cause. A failed series has a stand-in. */
      failures: { [key: string]: number };
      accuracy: components['schemas']['AccuracyNumbers'] | null;
      failure: components['schemas']['Failure'] | null;
      /** Name of the person or the key, or the import that asked. */
      requested_by: string | null;
      created_at: string;
      started_at: string | null;
      finished_at: string | null;
    };
    RunFailure: {
      series: number;
      product: {
        code: string;
        name: string | null;
      };
      location: {
        code: string;
        name: string | null;
      };
      model: string;
      failures: {
        model: string;
        cause: string;
      }[];
    };
    RunFailurePage: {
      items: components['schemas']['RunFailure'][];
      /** Cursor of the next page; null on the last. */
      next: string | null;
    };
    RunPage: {
      items: components['schemas']['Run'][];
      /** Cursor of the next page; null on the last. */
      next: string | null;
    };
    Score: {
      model: string;
      wape: number | null;
      /** Below 1: better than one-step naive within the history. */
      rmsse: number | null;
      /** Units a period. */
      mae: number | null;
      bias: number | null;
      coverage80: number | null;
      /** True for the seasonal-naive benchmark. */
      naive: boolean;
    };
    Series: {
      series: number;
      product: {
        code: string;
        name: string | null;
      };
      location: {
        location: number;
        code: string;
        name: string | null;
      };
      first_sold_on: string | null;
      last_sold_on: string | null;
      run: number | null;
      model: string | null;
      /** Why this model: see `Forecast`. */
      reason: string | null;
      /** Nothing beat seasonal naive in the backtest. */
      naive_won: boolean | null;
      /** Units expected over the horizon. */
      total_mean: number | null;
      /** 10 % quantile of the sum over the horizon. */
      total_low: number | null;
      /** 90 % quantile of the sum over the horizon. */
      total_high: number | null;
      /** Units sold over the same number of periods before the origin; null where much of it was closed or out of stock. */
      total_last_horizon: number | null;
      /** Units sold over the same days last year, where the history reaches. */
      total_last_year: number | null;
      /** Σ|forecast − actual| ÷ Σ|actual| in the backtest: 0.25 = off by a quarter. */
      wape: number | null;
      /** The same for seasonal naive. */
      naive_wape: number | null;
      /** Σ(forecast − actual) ÷ Σ|actual|: positive = forecasts were too high. */
      bias: number | null;
      /** Share of actuals inside the 80 % band. */
      coverage80: number | null;
      attention: ("rising" | "falling" | "inaccurate" | "biased" | "short-history" | "no-recent-sales" | "stand-in")[];
    };
    SeriesDetails: {
      series: number;
      product: {
        code: string;
        name: string | null;
        attributes: { [key: string]: string };
      };
      location: {
        location: number;
        code: string;
        name: string | null;
        attributes: { [key: string]: string };
      };
      /** Of the product at every location, as it was last stated. */
      stock: ({
        location: {
          location: number;
          code: string;
          name: string | null;
        };
        /** A business day, `YYYY-MM-DD`, without time zone. */
        day: string;
        /** Units; null where the file only says whether there was any. */
        on_hand: number | null;
        out: boolean;
      })[];
      /** Prices, promotions and other drivers known for the year after the last day of sales; `to` included. */
      ahead: {
        /** A business day, `YYYY-MM-DD`, without time zone. */
        from: string;
        /** A business day, `YYYY-MM-DD`, without time zone. */
        to: string;
        drivers: { [key: string]: number };
      }[];
    };
    SeriesFacets: {
      run: number | null;
      total: number;
      models: { [key: string]: number };
      attention: { [key: string]: number };
      locations: ({
        code: string;
        name: string | null;
        series: number;
      })[];
    };
    SeriesPage: {
      items: components['schemas']['Series'][];
      /** Cursor of the next page; null on the last. */
      next: string | null;
    };
    Session: {
      user: {
        user: string;
        email: string;
        name: string;
      };
      tenant: {
        tenant: string;
        name: string;
        /** IANA name. */
        time_zone: string;
        /** ISO 4217. */
        currency: string | null;
      };
      role: "owner" | "planner" | "viewer";
    };
    SignIn: {
      email: string;
      password: string;
    };
    SignedParts: {
      items: {
        part: number;
        /** The part is exactly so long; the store refuses another length. */
        bytes: number;
        /** Takes the bytes by PUT, without any other header of yours. */
        url: string;
      }[];
      expires_at: string;
    };
    Upload: {
      upload: string;
      /** `tus`: send the bytes from `received_bytes` on by PATCH to this address. `parts`: send each part by PUT to an address from …/parts, then complete. */
      way: "tus" | "parts";
      file_name: string;
      file_bytes: number;
      received_bytes: number;
      /** Size of each part but the last; null where the way is tus. */
      part_bytes: number | null;
      /** Parts that have arrived, from 1; null where the way is tus. */
      parts_received: number[] | null;
      fingerprint: string | null;
      /** The import that it has become; null before its last byte. */
      import: number | null;
      created_by: string | null;
      created_at: string;
      /** When it is removed, unless it goes on before. */
      expires_at: string;
    };
    UploadList: {
      items: components['schemas']['Upload'][];
    };
    WantedParts: {
      parts?: number[];
    };
  };
}
