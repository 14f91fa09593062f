import { uploadErrors } from '@shelfcast/domain';
import { notGoods } from './not-goods.ts';
import type { Till } from './till.ts';

/**
 * Sales history of Lightspeed Retail X-Series (Vend): rows of three types, of which `Sale Line` holds the goods; the sale's
 * own row and its payments are totals of them. The date may stand on the sale's row only.
 */
export const lightspeedX: Till = {
  name: 'lightspeed-x',
  signature: ['receiptnumber', 'linetype', 'quantity', 'subtotal', 'register', 'status', 'sku'],
  elsewhere: 'all',
  columns: {
    order: ['receiptnumber'],
    product: [['sku'], ['details']],
    productName: ['details'],
    location: ['outlet', 'register'],
    date: ['date', 'saledate'],
    units: ['quantity'],
    revenue: ['subtotal'],
  },
  onceAnOrder: ['date', 'saledate', 'outlet', 'register', 'status'],
  judge(cell) {
    const [type, status, details] = ['linetype', 'status', 'details'].map(cell);
    return (fields) => {
      if (!/^(sale|return)[ _]?line$/i.test(type(fields))) return uploadErrors.not_a_product;
      if (/void|parked|saved/i.test(status(fields))) return uploadErrors.cancelled;
      return notGoods(details(fields)) ?? 'sale';
    };
  },
};
