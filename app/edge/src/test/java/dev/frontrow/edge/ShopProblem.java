package dev.frontrow.edge;

import org.springframework.http.HttpStatus;

/** What a module says of its problems. */
public enum ShopProblem implements Problem<ShopRefused> {
    SOLD_OUT(HttpStatus.CONFLICT, "Sold out", "It is gone; ask again tomorrow.", new ShopRefused.SoldOut()),
    TOO_MANY(HttpStatus.UNPROCESSABLE_CONTENT, "Too many", "Take <less>.", new ShopRefused.TooMany(4));

    private final Statement<ShopRefused> statement;

    ShopProblem(HttpStatus status, String title, String meaning, ShopRefused example) {
        this.statement = new Statement<>(status, title, meaning, example);
    }

    @Override
    public Statement<ShopRefused> statement() {
        return statement;
    }
}
