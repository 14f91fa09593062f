import { defineErrors } from './define.ts';

export const requestErrors = defineErrors('request', {});
