import { Link } from '@tanstack/react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { PageTitle } from '../components/page-title.tsx';

export function NotFound() {
  return (
    <div>
      <PageTitle tab="Not found">There is nothing at this address</PageTitle>
      <EmptyState icon="search" title="The address may be mistyped, or the thing is gone">
        Start again from the <Link to="/">overview</Link>, or press <kbd>/</kbd> to search for a product.
      </EmptyState>
    </div>
  );
}
