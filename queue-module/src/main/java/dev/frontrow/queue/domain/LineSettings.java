package dev.frontrow.queue.domain;

/**
 * How an operator lets people in.
 *
 * @param maxActive how many may be active at once, from 0
 * @param admissionsPerSecond how many are admitted a second by all instances together, from 0
 * @param paused nobody is admitted while it is; joining and polling go on
 */
public record LineSettings(int maxActive, int admissionsPerSecond, boolean paused) {

    public LineSettings {
        if (maxActive < 0 || admissionsPerSecond < 0) {
            throw new IllegalArgumentException(
                    "settings count from 0: maxActive " + maxActive + ", admissionsPerSecond " + admissionsPerSecond);
        }
    }
}
