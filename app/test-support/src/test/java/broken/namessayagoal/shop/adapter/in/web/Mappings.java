package broken.namessayagoal.shop.adapter.in.web;

import org.mapstruct.Mapper;

@Mapper
interface Mappings {}
