import { uploadErrors } from '@shelfcast/domain';
import { notGoods } from './not-goods.ts';
import type { Till } from './till.ts';

/**
 * Orders as the Shopify admin exports them: a row a line item, order-level cells on the order's first row only. Days are the
 * shop's own (the offset behind a moment is not applied). Refunds stand on the order as a sum, without line or day, so that
 * goods that came back are not known from this export; cancelled and voided orders sold nothing.
 */
export const shopifyOrders: Till = {
  name: 'shopify-orders',
  signature: ['name', 'createdat', 'lineitemquantity', 'lineitemname', 'lineitemprice', 'acceptsmarketing'],
  elsewhere: 'online',
  columns: {
    order: ['name'],
    product: [['lineitemsku'], ['lineitemname']],
    productName: ['lineitemname'],
    location: ['location'],
    date: ['createdat'],
    units: ['lineitemquantity'],
    price: ['lineitemprice'],
    discount: ['lineitemdiscount'],
    currency: ['currency'],
  },
  onceAnOrder: [
    'createdat',
    'currency',
    'location',
    'financialstatus',
    'cancelledat',
    'canceledat',
    'source',
  ],
  judge(cell) {
    const [status, cancelled, canceled] = ['financialstatus', 'cancelledat', 'canceledat'].map(cell);
    const name = cell('lineitemname');
    return (fields) => {
      if (cancelled(fields) !== '' || canceled(fields) !== '' || /^voided$/i.test(status(fields)))
        return uploadErrors.cancelled;
      return notGoods(name(fields)) ?? 'sale';
    };
  },
};
