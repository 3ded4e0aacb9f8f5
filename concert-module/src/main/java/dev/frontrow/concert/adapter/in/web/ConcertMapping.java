package dev.frontrow.concert.adapter.in.web;

import org.mapstruct.MapperConfig;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.ReportingPolicy;

/** How this module maps: a field that nobody fills breaks the build. */
@MapperConfig(componentModel = ComponentModel.SPRING, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface ConcertMapping {}
