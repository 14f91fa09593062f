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
  'shopify-products': 'A product export of Shopify',
  'woocommerce-products': 'A product export of WooCommerce',
  'square-library': 'An item library of Square',
  'lightspeed-x-products': 'A product export of Lightspeed X',
  'shopify-inventory': 'An inventory export of Shopify',
  'product-table': 'A table of products',
  'location-table': 'A table of locations',
  'price-table': 'A table of prices and promotions',
  'stock-table': 'A table of stock',
  'weekday-hours': 'Opening hours by weekday',
  'special-hours': 'Days with other hours, and closures',
  'event-table': 'A table of events',
};

/** What the file was recognised as. */
export const layoutWords = (layout: string): string => WORDS[layout] ?? 'A table of sales';
