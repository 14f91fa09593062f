import { uploadErrors } from '@shelfcast/domain';
import { notGoods } from './not-goods.ts';
import type { Till } from './till.ts';

/**
 * Square's item sales (“Items detail”): a row an item of a payment or a refund. Net sales are without tax and after
 * discounts. Older exports lack Unit, GTIN and Itemization Type, so that names alone decide.
 */
export const squareItems: Till = {
  name: 'square-items',
  signature: ['date', 'time', 'timezone', 'item', 'qty', 'pricepointname', 'netsales', 'transactionid'],
  elsewhere: 'all',
  columns: {
    order: ['transactionid'],
    product: [['sku'], ['gtin'], ['item']],
    productName: ['item'],
    location: ['location'],
    date: ['date'],
    time: ['time'],
    units: ['qty'],
    unit: ['unit'],
    revenue: ['netsales'],
  },
  judge(cell) {
    const [event, kind, item, detail] = ['eventtype', 'itemizationtype', 'item', 'details'].map(cell);
    return (fields) => {
      if (/gift card|custom amount|credit/i.test(kind(fields))) return uploadErrors.not_a_product;
      const other = notGoods(item(fields));
      if (other) return other;
      return /refund/i.test(event(fields)) || /^refund/i.test(detail(fields)) ? 'return' : 'sale';
    };
  },
};
