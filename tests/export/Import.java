import java.nio.file.Path;
import java.util.Arrays;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.importer.ImportCommand;
import picocli.CommandLine;

/** What {@code neo4j-admin database import full} does: HOME, then the command's own arguments. */
public class Import {
    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        var command = new ImportCommand.Full(new ExecutionContext(home, home.resolve("conf")));
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        System.exit(new CommandLine(command).execute(rest));
    }
}
