package sigmark.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sigmark.inference.work.Balance;
import sigmark.inference.work.LeftOut;

/** A balance as every import, export and merge answers it: {@code in}, {@code out}, {@code leftOut} with reasons in words. */
public final class BalanceJson {
    private BalanceJson() {}

    public static ObjectNode of(Balance balance, Console console) {
        ObjectNode document =
                JsonNodeFactory.instance.objectNode().put("in", balance.in()).put("out", balance.out());
        ArrayNode list = document.putArray("leftOut");
        for (LeftOut left : balance.leftOut()) {
            list.addObject()
                    .put("item", left.item())
                    .put("reason", console.words(left.reason()))
                    .put("code", left.reason().code());
        }
        return document;
    }
}
