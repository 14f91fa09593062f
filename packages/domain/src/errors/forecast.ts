import { defineErrors } from './define.ts';

export const forecastErrors = defineErrors('forecast', {});
