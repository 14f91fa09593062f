import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { ApiProblem } from '../api/problem.ts';
import { sessionQuery } from '../api/session.ts';
import { Shell } from '../components/shell/shell.tsx';
import { SkeletonPage } from '../components/skeleton.tsx';
import { NotFound } from './not-found.tsx';
import { readProductsSearch } from './products/search.ts';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string } => {
    const to = search.to;
    // Only ways within this site: "//elsewhere" would leave it.
    return typeof to === 'string' && /^\/(?!\/)/.test(to) ? { to } : {};
  },
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
});

/** Everything behind the sign-in: the shell around every page. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.ensureQueryData(sessionQuery);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.status !== 401) throw error;
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } });
    }
  },
});

const pending = (label: string) => () => <SkeletonPage label={label} />;

const overview = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => import('./overview/overview-page.tsx'), 'OverviewPage'),
  pendingComponent: pending('Loading the overview'),
});

const products = createRoute({
  getParentRoute: () => inside,
  path: '/products',
  validateSearch: readProductsSearch,
  component: lazyRouteComponent(() => import('./products/products-page.tsx'), 'ProductsPage'),
  pendingComponent: pending('Loading products'),
});

const wholeNumber = (text: string) => (/^[1-9]\d{0,15}$/.test(text) ? Number(text) : Number.NaN);

const series = createRoute({
  getParentRoute: () => inside,
  path: '/products/$series',
  params: {
    parse: ({ series }) => ({ series: wholeNumber(series) }),
    stringify: ({ series }) => ({ series: `${series}` }),
  },
  component: lazyRouteComponent(() => import('./series/series-page.tsx'), 'SeriesPage'),
  pendingComponent: pending('Loading the forecast'),
});

const imports = createRoute({
  getParentRoute: () => inside,
  path: '/imports',
  component: lazyRouteComponent(() => import('./imports/imports-page.tsx'), 'ImportsPage'),
  pendingComponent: pending('Loading imports'),
});

const oneImport = createRoute({
  getParentRoute: () => inside,
  path: '/imports/$import',
  params: {
    parse: (params) => ({ import: wholeNumber(params.import) }),
    stringify: (params) => ({ import: `${params.import}` }),
  },
  component: lazyRouteComponent(() => import('./imports/import-page.tsx'), 'ImportPage'),
  pendingComponent: pending('Loading the import'),
});

const dataHealth = createRoute({
  getParentRoute: () => inside,
  path: '/data-health',
  component: lazyRouteComponent(() => import('./data-health/data-health-page.tsx'), 'DataHealthPage'),
  pendingComponent: pending('Loading data health'),
});

const runs = createRoute({
  getParentRoute: () => inside,
  path: '/runs',
  component: lazyRouteComponent(() => import('./runs/runs-page.tsx'), 'RunsPage'),
  pendingComponent: pending('Loading runs'),
});

const oneRun = createRoute({
  getParentRoute: () => inside,
  path: '/runs/$run',
  params: { parse: ({ run }) => ({ run: wholeNumber(run) }), stringify: ({ run }) => ({ run: `${run}` }) },
  component: lazyRouteComponent(() => import('./runs/run-page.tsx'), 'RunPage'),
  pendingComponent: pending('Loading the run'),
});

const accuracy = createRoute({
  getParentRoute: () => inside,
  path: '/accuracy',
  component: lazyRouteComponent(() => import('./accuracy/accuracy-page.tsx'), 'AccuracyPage'),
  pendingComponent: pending('Loading accuracy'),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
  pendingComponent: pending('Loading settings'),
});

const calendar = createRoute({
  getParentRoute: () => inside,
  path: '/settings/calendar',
  component: lazyRouteComponent(() => import('./calendar/calendar-page.tsx'), 'CalendarPage'),
  pendingComponent: pending('Loading the calendar'),
});

/** Any other address: said inside the shell, so that the way on is at hand. */
const elsewhere = createRoute({ getParentRoute: () => inside, path: '$', component: NotFound });

export const routeTree = root.addChildren([
  signIn,
  inside.addChildren([
    overview,
    products,
    series,
    imports,
    oneImport,
    dataHealth,
    runs,
    oneRun,
    accuracy,
    settings,
    calendar,
    elsewhere,
  ]),
]);
