package broken.namessayagoal.shop.adapter.in.web;

/** As if it were generated. */
final class MappingsImpl implements Mappings {}
