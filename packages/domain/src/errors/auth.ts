import { defineErrors } from './define.ts';

export const authErrors = defineErrors('auth', {});
