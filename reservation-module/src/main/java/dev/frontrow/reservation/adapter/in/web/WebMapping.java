package dev.frontrow.reservation.adapter.in.web;

import org.mapstruct.MapperConfig;
import org.mapstruct.ReportingPolicy;

/** How responses are mapped: nothing may be left out unnoticed. */
@MapperConfig(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface WebMapping {}
