import './theme/tokens.css';
import './theme/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from './api/query-client.ts';
import { makeRouter } from './pages/router.tsx';

const queries = makeQueryClient(() => {
  // Signed out elsewhere, or too long ago: back to the same page after signing in.
  queries.removeQueries({ queryKey: ['session'] });
  void router.invalidate();
});
const router = makeRouter(queries);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
