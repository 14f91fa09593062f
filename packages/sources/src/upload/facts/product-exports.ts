import type { ProductExport } from './product-export.ts';

const shopifyOptions = [1, 2, 3].map(
  (n) => [[`option${n}name`], [`option${n}value`]] as const,
) as ProductExport['options'];

/**
 * Products as the Shopify admin exports them (help.shopify.com, “Using CSV files to import and export products”): a row a variant;
 * what belongs to the product stands on its first row only; rows without a variant add pictures. The HTML body is left out.
 */
const shopifyProducts: ProductExport = {
  name: 'shopify-products',
  signature: ['handle', 'title', 'vendor', 'option1name', 'option1value', 'variantprice'],
  product: [['variantsku']],
  title: ['title'],
  options: shopifyOptions,
  attributes: {
    vendor: ['vendor'],
    category: ['productcategory', 'standardproducttype', 'standardizedproducttype'],
    type: ['type', 'customproducttype'],
    tags: ['tags'],
    price: ['variantprice'],
    compare_at_price: ['variantcompareatprice'],
    cost: ['costperitem'],
    stock: ['variantinventoryqty'],
    weight_grams: ['variantgrams'],
    barcode: ['variantbarcode'],
    status: ['status'],
  },
  sharedBy: {
    column: 'handle',
    once: [
      'title',
      'vendor',
      'productcategory',
      'standardproducttype',
      'standardizedproducttype',
      'type',
      'customproducttype',
      'tags',
      'status',
      'giftcard',
      'option1name',
      'option2name',
      'option3name',
    ],
  },
  filledBy: ['option1value', 'variantsku', 'variantprice'],
  giftCard: 'giftcard',
};

/** The same, with the header that Shopify's template has since 2025: `URL handle`, `SKU`, `Price`. */
const shopifyProductsPlain: ProductExport = {
  ...shopifyProducts,
  signature: ['urlhandle', 'title', 'vendor', 'option1name', 'option1value', 'sku', 'price'],
  product: [['sku']],
  attributes: {
    ...shopifyProducts.attributes,
    price: ['price'],
    compare_at_price: ['compareatprice'],
    stock: ['inventoryquantity'],
    weight_grams: ['weightvaluegrams'],
    barcode: ['barcode'],
  },
  sharedBy: { ...shopifyProducts.sharedBy!, column: 'urlhandle' },
  filledBy: ['option1value', 'sku', 'price'],
};

/** WooCommerce’s own product export (github.com/woocommerce/woocommerce, “Product CSV Import Schema”). */
const woocommerceProducts: ProductExport = {
  name: 'woocommerce-products',
  signature: ['id', 'type', 'sku', 'name', 'published', 'regularprice', 'saleprice', 'taxstatus', 'parent'],
  product: [['sku'], ['id']],
  title: ['name'],
  wholeTitle: true,
  options: [1, 2, 3].map((n) => [[`attribute${n}name`], [`attribute${n}values`]] as const),
  attributes: {
    category: ['categories'],
    tags: ['tags'],
    brand: ['brands'],
    price: ['regularprice'],
    stock: ['stock'],
    weight_kg: ['weightkg'],
    barcode: ['gtinupceanorisbn'],
    active: ['published'],
  },
};

/** Square’s item library (squareup.com/help, “Import items online”): a row a variation; further columns by location are left out. */
const squareLibrary: ProductExport = {
  name: 'square-library',
  signature: ['token', 'itemname', 'variationname', 'sku', 'price'],
  product: [['sku'], ['gtin'], ['itemname']],
  title: ['itemname'],
  variation: ['variationname'],
  options: [1, 2, 3].map((n) => [[`optionname${n}`], [`optionvalue${n}`]] as const),
  attributes: {
    category: ['reportingcategory', 'category', 'categories'],
    type: ['itemtype'],
    price: ['price'],
    barcode: ['gtin'],
    vendor: ['defaultvendorname'],
    cost: ['defaultunitcost'],
    unit: ['unitandprecision'],
  },
};

/** Lightspeed X’s product export (x-series-support.lightspeedhq.com, “Exporting products”). */
const lightspeedProducts: ProductExport = {
  name: 'lightspeed-x-products',
  signature: ['id', 'handle', 'sku', 'name', 'supplyprice', 'retailprice', 'brandname'],
  product: [['sku'], ['name']],
  title: ['name'],
  options: ['one', 'two', 'three'].map(
    (n) => [[`variantoption${n}name`], [`variantoption${n}value`]] as const,
  ),
  attributes: {
    category: ['productcategory'],
    type: ['type'],
    tags: ['tags'],
    brand: ['brandname'],
    supplier: ['suppliername'],
    price: ['retailprice'],
    cost: ['supplyprice'],
    active: ['active'],
  },
};

/** Every catalogue that is known by its header. */
export const productExports: readonly ProductExport[] = [
  shopifyProducts,
  shopifyProductsPlain,
  woocommerceProducts,
  squareLibrary,
  lightspeedProducts,
];
