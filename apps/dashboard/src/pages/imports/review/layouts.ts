/** Layouts as the sources name them, as people read them. */
const WORDS: Readonly<Record<string, string>> = {
  'shopify-orders': 'An order export of Shopify',
  'squarespace-orders': 'An order export of Squarespace',
  'square-items': 'Item sales of Square',
  'toast-item-selections': 'Item details of Toast',
  'lightspeed-x': 'A sales history of Lightspeed X',
  'clover-line-items': 'Line items of Clover',
  'quickbooks-pos': 'Sales receipts of QuickBooks Point of Sale',
  'woocommerce-line-items': 'Orders of WooCommerce',
  'woocommerce-items': 'Orders of WooCommerce',
  'uci-invoice': 'Invoice lines',
  'm5-wide': 'A table with a column a day',
  'wide-table': 'A table with a column a day',
};

/** What the file was recognised as. */
export const layoutWords = (layout: string): string => WORDS[layout] ?? 'A table of sales';
