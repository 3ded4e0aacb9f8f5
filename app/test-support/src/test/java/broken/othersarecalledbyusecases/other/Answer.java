package broken.othersarecalledbyusecases.other;

public sealed interface Answer {

    record Yes() implements Answer {}

    record No(String why) implements Answer {}
}
