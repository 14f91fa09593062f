import { uploadErrors } from '@shelfcast/domain';
import { notGoods, saysYes } from './not-goods.ts';
import type { Till } from './till.ts';

/**
 * Toast's ItemSelectionDetails: a row an item on a check. Its business day ends at 4 in the morning, which is Toast's own
 * default; deferred items are gift cards sold. Ids have up to 19 digits and stay text.
 */
export const toastItemSelections: Till = {
  name: 'toast-item-selections',
  signature: ['orderid', 'checkid', 'itemselectionid', 'menuitem', 'netprice', 'qty', 'void'],
  elsewhere: 'all',
  dayEndsAt: 4,
  columns: {
    order: ['orderid'],
    line: ['itemselectionid'],
    product: [['sku'], ['plu'], ['masterid'], ['itemid'], ['menuitem']],
    productName: ['menuitem'],
    location: ['location'],
    date: ['orderdate', 'sentdate'],
    units: ['qty'],
    revenue: ['netprice'],
  },
  judge(cell) {
    const [voided, deferred, item] = ['void', 'deferred', 'menuitem'].map(cell);
    return (fields) => {
      if (saysYes(voided(fields))) return uploadErrors.cancelled;
      if (saysYes(deferred(fields))) return uploadErrors.not_a_product;
      return notGoods(item(fields)) ?? 'sale';
    };
  },
};
