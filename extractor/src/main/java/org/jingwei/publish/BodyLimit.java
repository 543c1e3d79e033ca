package org.jingwei.publish;

import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;

/** Refuses bodies that are larger than anybody's question, but where somebody else sees to it. */
final class BodyLimit extends Handler.Wrapper {
    private final Handler free;
    private final Set<String> others;

    /** @param others paths, with everything below them, that limit their bodies themselves */
    BodyLimit(Handler next, long bytes, Set<String> others) {
        super(limited(next, bytes));
        this.free = next;
        this.others = Set.copyOf(others);
    }

    @SuppressWarnings("removal") // Its successor is told the limit by another handler.
    private static Handler limited(Handler next, long bytes) {
        var limit = new SizeLimitHandler(bytes, -1);
        limit.setHandler(next);
        return limit;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return Guard.isBelow(Request.getPathInContext(request), others).isPresent()
                ? free.handle(request, response, callback)
                : super.handle(request, response, callback);
    }
}
