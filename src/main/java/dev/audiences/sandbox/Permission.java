package dev.audiences.sandbox;

/** What a key may be permitted to do. */
enum Permission {
    AUDIENCES_READ("audiences:read"),
    PROSPECTS_READ("prospects:read");

    private final String name;

    Permission(String name) {
        this.name = name;
    }

    /** Whether a key of the sandbox has it. */
    boolean isGivenTo(String key) {
        return key.equals(Sandbox.API_KEY) || this == AUDIENCES_READ && key.equals(Sandbox.API_KEY_WITHOUT_PROSPECTS);
    }

    /** Its name in the API. */
    @Override
    public String toString() {
        return name;
    }
}
