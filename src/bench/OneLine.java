/** The least that a Java program can do: what its start takes, no program on the same runtime can undercut. */
public final class OneLine {
    private OneLine() {}

    public static void main(String[] args) {
        System.out.println("one line");
    }
}
