package org.waymark.engine.webapi;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** An answer no browser keeps, whatever Camunda says of it: the next person at the machine is not to find it there. */
class NoStore extends HttpServletResponseWrapper {

    private static final String HEADER = "Cache-Control";

    NoStore(HttpServletResponse response) {
        super(response);
        response.setHeader(HEADER, "no-store");
    }

    @Override
    public void setHeader(String name, String value) {
        if (!HEADER.equalsIgnoreCase(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!HEADER.equalsIgnoreCase(name)) {
            super.addHeader(name, value);
        }
    }
}
