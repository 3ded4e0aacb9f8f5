package dev.frontrow.queue.adapter.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventStreamsTests {

    @ParameterizedTest
    @CsvSource({"5000,128,256", "5000,1024,2048", "5000,4096,5000", "3,128,3"})
    void areNoMoreThanTheSettingSaysNorThanTheHeapHasRoomFor(int setting, long heapMegabytes, int streams) {
        assertThat(EventStreams.streamsMax(setting, heapMegabytes * 1024 * 1024))
                .isEqualTo(streams);
    }
}
