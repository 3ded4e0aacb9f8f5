package broken.adaptersarenotpublic.shop.adapter.in.web;

final class Fine {}
