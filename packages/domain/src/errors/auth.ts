import { defineErrors } from './define.ts';

export const authErrors = defineErrors('auth', {
  email_taken: [409, 'There is already an account with this email'],
  invalid_email: [422, 'This is not an email address'],
  invalid_key: [401, 'The API key is not valid'],
  last_owner: [409, 'A tenant needs an owner'],
  too_many_attempts: [429, 'Too many sign-in attempts'],
  weak_password: [422, 'The password is too easy to guess'],
  wrong_credentials: [401, 'Email or password is wrong'],
});
