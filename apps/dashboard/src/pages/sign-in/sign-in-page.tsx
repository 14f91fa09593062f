import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useSignIn } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Mark } from '../../components/shell/brand.tsx';
import styles from './sign-in-page.module.css';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const router = useRouter();
  const { to } = route.useSearch();
  const signIn = useSignIn();
  const [missing, setMissing] = useState<{ email?: string; password?: string }>({});

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get('email')).trim();
    const password = String(form.get('password'));
    setMissing({
      ...(email ? {} : { email: 'Enter your email address.' }),
      ...(password ? {} : { password: 'Enter your password.' }),
    });
    if (!email || !password) return;
    signIn.mutate({ email, password }, { onSuccess: () => router.history.push(to ?? '/') });
  };

  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <Mark />
        <PageTitle tab="Sign in" below="How much will sell, product by product and store by store.">
          Sign in to Shelfcast
        </PageTitle>
        <form className={styles.form} onSubmit={onSubmit} noValidate>
          {signIn.error && <ProblemNotice error={signIn.error} onDismiss={() => signIn.reset()} />}
          <Field label="Email" error={missing.email}>
            {(ids) => <input {...ids} name="email" type="email" autoComplete="username" inputMode="email" />}
          </Field>
          <Field label="Password" error={missing.password}>
            {(ids) => <input {...ids} name="password" type="password" autoComplete="current-password" />}
          </Field>
          <Button type="submit" look="primary" why={signIn.isPending ? 'Signing in …' : null}>
            {signIn.isPending ? 'Signing in …' : 'Sign in'}
          </Button>
        </form>
        <p className="quiet">
          On your own machine, the terminal that started Shelfcast shows the address and password.
        </p>
      </div>
    </main>
  );
}
